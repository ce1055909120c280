//! Lists of strings in guest memory, as `args_get` and `environ_get` store them.
//!
//! ```text
//!   pointers ──► │ p0 │ p1 │ …        buffer ──► first\0second\0…
//!                  └────┼─────────────────────────▲    ▲
//!                       └──────────────────────────────┘
//! ```
//!
//! A string comes in three parts, so that `NAME=value` is not assembled on the host first. What must not happen here:
//! an allocation; an environment can be megabytes long.

use super::errno::Errno;
use crate::memory::guest::GuestAddress;

/// One string, in parts.
pub type Parts = [&'static [u8]; 3];

/// Stores the strings, each with a zero at its end, and the pointers to them.
pub fn store(strings: impl Iterator<Item = Parts>, pointers: GuestAddress, buffer: GuestAddress) -> Result<(), Errno> {
    let (mut pointer, mut place) = (pointers, buffer);
    let mut first = true;
    for parts in strings {
        if !first {
            pointer = pointer.offset(size_of::<u32>() as u32)?;
        }
        first = false;
        pointer.write_u32(place.number())?;
        for part in parts.into_iter().chain([&b"\0"[..]]) {
            place.write(part)?;
            place = place.offset(length(part)?)?;
        }
    }
    Ok(())
}

/// Stores the number of strings and the number of bytes that [`store`] needs for them.
pub fn store_sizes(
    strings: impl Iterator<Item = Parts>,
    count: GuestAddress,
    bytes: GuestAddress,
) -> Result<(), Errno> {
    let (mut total_count, mut total_bytes) = (0u32, 0u32);
    for parts in strings {
        total_count += 1;
        for part in parts.into_iter().chain([&b"\0"[..]]) {
            total_bytes = total_bytes.checked_add(length(part)?).ok_or(Errno::Overflow)?;
        }
    }
    count.write_u32(total_count)?;
    bytes.write_u32(total_bytes)?;
    Ok(())
}

fn length(part: &[u8]) -> Result<u32, Errno> {
    u32::try_from(part.len()).map_err(|_| Errno::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::guest::test_memory::{self, at};

    fn strings() -> impl Iterator<Item = Parts> {
        [[&b"A"[..], b"=", b"b"], [b"C", b"=", b""]].into_iter()
    }

    #[test]
    fn strings_and_pointers() {
        test_memory::install();
        assert_eq!(store_sizes(strings(), at(0), at(4)), Ok(()));
        assert_eq!((test_memory::get_u32(0), test_memory::get_u32(4)), (2, 7));
        assert_eq!(store(strings(), at(16), at(100)), Ok(()));
        assert_eq!((test_memory::get_u32(16), test_memory::get_u32(20)), (100, 104));
        assert_eq!(test_memory::get(100, 8), b"A=b\0C=\0\0");
    }

    #[test]
    fn nothing_is_stored_outside() {
        test_memory::install();
        assert_eq!(store(strings(), at(65533), at(0)), Err(Errno::Fault));
        assert_eq!(store(strings(), at(0), at(65530)), Err(Errno::Fault));
        assert_eq!(store(strings(), at(u32::MAX - 3), at(0)), Err(Errno::Fault));
        assert_eq!(store_sizes(strings(), at(65533), at(0)), Err(Errno::Fault));
        // The last string may end exactly where the memory does.
        assert_eq!(store(strings(), at(0), at(65529)), Ok(()));
    }
}
