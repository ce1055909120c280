//! Abnormal ends of wasmc: a bug (a panic), memory that ran out, and a file that grows beyond a limit. Each must give
//! an error and status 1, because other statuses mean something else: under `wasmc run`, 134 says that the program
//! trapped. Nothing here may change the signals of the program that `wasmc run` becomes: only handlers are set, which
//! end with exec.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use signal_hook::consts::{SIGABRT, SIGXFSZ};
use signal_hook::flag;

use crate::diagnostics::Failure;

/// The description of the first panic. A later one, of a worker thread, only follows from it.
static FIRST: Mutex<Option<String>> = Mutex::new(None);

/// Makes panics silent until [`guard`] reports them, and turns two deadly signals into errors.
pub(crate) fn install_handlers() {
    install_hook();
    // If this fails, only the status in these two cases is another.
    let _: io::Result<()> = install_signal_handlers();
}

fn install_signal_handlers() -> io::Result<()> {
    // Without a handler, this signal kills the process before the write can fail with EFBIG. Nobody reads the flag.
    flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    // When memory runs out, the standard library says so and aborts.
    flag::register_conditional_shutdown(SIGABRT, 1, Arc::new(AtomicBool::new(true)))?;
    Ok(())
}

fn install_hook() {
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
