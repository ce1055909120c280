//! The monotonic clock, for waiting: unlike the time of day, it is never set.
//!
//! It exists so that one place turns the system's seconds and nanoseconds into a number. The clocks of the guest are
//! read in `wasi`, not here.

use rustix::time::{ClockId, clock_gettime};

/// Nanoseconds since an arbitrary moment, the same for the whole life of the process.
pub fn monotonic_nanoseconds() -> u64 {
    let time = clock_gettime(ClockId::Monotonic);
    time.tv_sec.cast_unsigned().saturating_mul(1_000_000_000).saturating_add(time.tv_nsec.cast_unsigned())
}
