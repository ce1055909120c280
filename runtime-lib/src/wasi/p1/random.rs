//! `random_get`: the host's random bytes.
//!
//! What must not happen here: a generator of its own. Guests make keys from these bytes.

use super::errno::{Errno, status};
use super::guest_address;
use crate::sys::random;

/// `random_get(buf, buf_len)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_random_get(buf: u32, buf_len: u32) -> u32 {
    status(fill(buf, buf_len))
}

/// Fills guest memory in place, in a loop because the host limits the bytes of one call.
fn fill(buf: u32, buf_len: u32) -> Result<(), Errno> {
    let range = guest_address(buf).range(buf_len)?;
    let mut filled = 0;
    while filled < range.len() {
        let rest = range.part(filled, range.len());
        filled += rest.with_slice_mut(random::fill)? as u32;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::guest::test_memory;

    #[test]
    fn exactly_the_range_is_filled() {
        test_memory::install();
        assert_eq!(wasmc_wasi_random_get(100, 1024), 0);
        let bytes = test_memory::get(0, 2048);
        assert!(bytes[100..1124].iter().any(|byte| *byte != 0));
        assert!(bytes[..100].iter().chain(&bytes[1124..]).all(|byte| *byte == 0));
        assert_eq!(wasmc_wasi_random_get(u32::MAX, 0), 0);
        assert_eq!(wasmc_wasi_random_get(0, u32::MAX), Errno::Fault as u32);
        assert_eq!(wasmc_wasi_random_get(65535, 2), Errno::Fault as u32);
    }
}
