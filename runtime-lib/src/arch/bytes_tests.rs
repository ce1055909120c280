//! Tests of the `memcpy` family of the processor on which they run.
//!
//! They are one file for all processors, because the functions have one contract. Nothing here may depend on the
//! processor.
//!
//! # Safety
//! Every range lies in a buffer of the test.

use super::{bcmp, memcmp, memcpy, memmove, memset, strlen};

/// Every size up to 300, and sizes around the limits of the loops.
fn sizes() -> impl Iterator<Item = usize> {
    (0..300).chain([2047, 2048, 2049, 2111, 2112, 2113, 4095, 4096, 4097, 10_000])
}

fn pattern(length: usize) -> Vec<u8> {
    (0..length).map(|index| (index * 7 + index / 251) as u8).collect()
}

#[test]
fn copies_between_and_within_buffers() {
    for size in sizes() {
        for (from, to) in [(100, 100), (100, 101), (101, 100), (100, 163), (163, 100), (100, 99), (0, 120), (150, 3)] {
            let mut bytes = pattern(size + 200);
            let mut expected = bytes.clone();
            expected.copy_within(from..from + size, to);
            let start = bytes.as_mut_ptr();
            // SAFETY: both ranges lie in `bytes`.
            let result = unsafe { memmove(start.add(to), start.add(from), size) };
            assert_eq!((result, &bytes), (start.wrapping_add(to), &expected), "{size} bytes from {from} to {to}");
        }
        for offset in [0, 1, 15] {
            let (source, mut destination) = (pattern(size + 64), vec![0xee; size + 64]);
            // SAFETY: both ranges lie in their buffers.
            unsafe { memcpy(destination.as_mut_ptr().add(offset), source.as_ptr().add(3), size) };
            assert_eq!(destination[offset..offset + size], source[3..3 + size]);
            assert!(destination[..offset].iter().chain(&destination[offset + size..]).all(|&byte| byte == 0xee));
        }
    }
}

#[test]
fn fills_exactly_its_range() {
    for size in sizes() {
        for offset in [0, 1, 13, 64] {
            let mut bytes = vec![0x11; size + 160];
            let start = bytes.as_mut_ptr();
            // SAFETY: the range lies in `bytes`.
            let result = unsafe { memset(start.add(offset), 0x1ab, size) };
            assert_eq!(result, start.wrapping_add(offset));
            assert!(bytes[offset..offset + size].iter().all(|&byte| byte == 0xab), "{size} at {offset}");
            assert!(bytes[..offset].iter().chain(&bytes[offset + size..]).all(|&byte| byte == 0x11));
        }
    }
}

#[test]
fn compares_by_the_first_difference() {
    for size in (0..70).chain([1000]) {
        let left = pattern(size);
        // SAFETY: both ranges have that length.
        assert_eq!(unsafe { memcmp(left.as_ptr(), left.clone().as_ptr(), size) }, 0);
        for difference in 0..size.min(70) {
            let mut right = left.clone();
            right[difference] ^= 0x80;
            right[difference + 1..].fill(0);
            // SAFETY: both ranges have that length.
            let result = unsafe { memcmp(left.as_ptr(), right.as_ptr(), size) };
            assert_eq!(result.signum() as i8, left.cmp(&right) as i8, "{size} bytes, different at {difference}");
            // SAFETY: both ranges have that length.
            assert_ne!(unsafe { bcmp(left.as_ptr(), right.as_ptr(), size) }, 0);
        }
    }
}

#[test]
fn measures_strings() {
    for (string, length) in [(c"", 0), (c"a", 1), (c"hello, world", 12)] {
        // SAFETY: ends with a zero.
        assert_eq!(unsafe { strlen(string.as_ptr().cast()) }, length);
    }
}
