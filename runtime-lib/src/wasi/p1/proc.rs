//! `proc_exit`, `proc_raise` and `sched_yield`: the functions on the process itself.
//!
//! What must not happen here: a signal sent, to this process or another; guests have no right to any.

use super::errno::{Errno, status};
use crate::entry::exit;

/// The highest number of `$signal`.
const SIGNAL_MAX: u32 = 30;

/// `proc_exit(code)`: ends the process with this status, of which the host keeps the low eight bits. Statuses from 126
/// on are passed through, although shells give them other meanings, as they are for any native program.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_proc_exit(code: u32) -> ! {
    exit::exit((code & 0xff) as i32)
}

/// `proc_raise(sig)`: not supported, as in other engines; the function was removed from later snapshots. A guest can
/// end itself by `unreachable` and `proc_exit`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_proc_raise(signal: u32) -> u32 {
    status(Err(if signal > SIGNAL_MAX { Errno::Inval } else { Errno::Notsup }))
}

/// `sched_yield()`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_sched_yield() -> u32 {
    rustix::thread::sched_yield();
    status(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signals_are_not_supported() {
        assert_eq!(wasmc_wasi_proc_raise(6), Errno::Notsup as u32);
        assert_eq!(wasmc_wasi_proc_raise(31), Errno::Inval as u32);
        assert_eq!(wasmc_wasi_sched_yield(), 0);
    }
}
