//! The clock that nobody sets.

use rustix::time::{ClockId, clock_gettime};

/// Nanoseconds since some moment.
pub fn monotonic_nanoseconds() -> u64 {
    let time = clock_gettime(ClockId::Monotonic);
    time.tv_sec.cast_unsigned().saturating_mul(1_000_000_000).saturating_add(time.tv_nsec.cast_unsigned())
}
