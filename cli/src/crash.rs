//! What is shown when wasmc itself has a bug: one error with what was being done and where it went wrong, and status 1,
//! instead of a panic message and status 101.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Mutex;

use crate::diagnostics::Failure;

/// The first panic, as the hook saw it; what a worker thread throws later is only an echo.
static FIRST: Mutex<Option<String>> = Mutex::new(None);

/// Makes panics silent until [`guard`] reports them.
pub(crate) fn install_hook() {
    panic::set_hook(Box::new(|info| {
        let description = describe(info);
        if let Ok(mut first) = FIRST.lock() {
            first.get_or_insert(description);
        }
    }));
}

/// Runs `work`; a panic in it becomes a [`Failure`] that names `what` was worked on.
pub(crate) fn guard<T>(what: &str, work: impl FnOnce() -> T) -> Result<T, Failure> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let first = FIRST.lock().ok().and_then(|mut first| first.take());
        let description = first.unwrap_or_else(|| "panic".into());
        Failure::new(format!("{what}: internal compiler error: {description}"))
            .hint("this is a bug in wasmc: please report it with the module that shows it")
    })
}

fn describe(info: &PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("panic without a message");
    let place = info.location().map(|location| format!(" ({location})")).unwrap_or_default();
    let backtrace = Backtrace::capture();
    match backtrace.status() {
        BacktraceStatus::Captured => format!("{message}{place}\n{backtrace}"),
        _ => format!("{message}{place}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_failure_that_names_what_was_worked_on() {
        // Without the hook, which is global and would swallow what other tests say.
        let failure = guard("'x.wasm'", || -> u32 { panic!("broken invariant") }).expect_err("it panicked");
        assert_eq!(failure.message(), "'x.wasm': internal compiler error: panic");
    }
}
