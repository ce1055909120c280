//! `clock_res_get` and `clock_time_get`.
//!
//! The four clocks of the specification are the host's clocks of the same names. The precision that the guest asks for
//! is ignored, because reading a clock costs the same at every precision.
//!
//! What must not happen here: a clock set or changed.

use rustix::time::{ClockId, Timespec, clock_getres, clock_gettime};

use super::errno::{Errno, status};
use super::guest_address;
use super::types;

/// `clock_res_get(id) -> timestamp`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_clock_res_get(id: u32, resolution: u32) -> u32 {
    status(store(id, clock_getres, resolution))
}

/// `clock_time_get(id, precision) -> timestamp`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_clock_time_get(id: u32, _precision: u64, time: u32) -> u32 {
    status(store(id, clock_gettime, time))
}

fn store(id: u32, read: fn(ClockId) -> Timespec, result: u32) -> Result<(), Errno> {
    let time = read(host_clock(id)?);
    Ok(guest_address(result).write_u64(types::timestamp(time.tv_sec, time.tv_nsec as u64))?)
}

/// `$clockid` as a host clock.
fn host_clock(id: u32) -> Result<ClockId, Errno> {
    match id {
        0 => Ok(ClockId::Realtime),
        1 => Ok(ClockId::Monotonic),
        2 => Ok(ClockId::ProcessCPUTime),
        3 => Ok(ClockId::ThreadCPUTime),
        _ => Err(Errno::Inval),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::guest::test_memory;

    #[test]
    fn clocks_advance() {
        test_memory::install();
        for id in 0..4 {
            assert_eq!(wasmc_wasi_clock_time_get(id, 0, 8), 0);
            assert_eq!(wasmc_wasi_clock_time_get(id, 1, 16), 0);
            assert!(test_memory::get_u64(16) >= test_memory::get_u64(8));
            assert_eq!(wasmc_wasi_clock_res_get(id, 24), 0);
            assert!(test_memory::get_u64(24) > 0);
        }
        assert_eq!(wasmc_wasi_clock_time_get(4, 0, 8), Errno::Inval as u32);
        assert_eq!(wasmc_wasi_clock_time_get(0, 0, 65530), Errno::Fault as u32);
    }
}
