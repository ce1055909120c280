//! The numbers of the encoded tables: LEB128, signed ones by zigzag.
//!
//! The site table and the handler table consist of small differences, which this encoding writes in one byte each.
//! Zigzag puts the sign into the lowest bit, so that small negative differences stay one byte and one reader serves
//! both kinds. A reader must not trust its input: it gives `None` at the end of the bytes and never reads more than ten
//! of them.

use alloc::vec::Vec;

/// Appends a number.
pub(crate) fn write_unsigned(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Appends a signed number.
pub(crate) fn write_signed(bytes: &mut Vec<u8>, value: i64) {
    write_unsigned(bytes, ((value << 1) ^ (value >> 63)) as u64);
}

/// Takes a number off the front; `None` if the bytes end before the number does, or if it has more than 64 bits.
pub(crate) fn read_unsigned(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Takes a signed number off the front; `None` as in [`read_unsigned`].
pub(crate) fn read_signed(bytes: &mut &[u8]) -> Option<i64> {
    let value = read_unsigned(bytes)?;
    Some((value >> 1) as i64 ^ -((value & 1) as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive() {
        let mut bytes = Vec::new();
        for value in [0, 1, 127, 128, u64::MAX] {
            write_unsigned(&mut bytes, value);
        }
        for value in [0, -1, 63, -64, 64, i64::MIN, i64::MAX] {
            write_signed(&mut bytes, value);
        }
        let mut rest = &bytes[..];
        assert_eq!([(); 5].map(|()| read_unsigned(&mut rest)), [0, 1, 127, 128, u64::MAX].map(Some));
        assert_eq!([(); 7].map(|()| read_signed(&mut rest)), [0, -1, 63, -64, 64, i64::MIN, i64::MAX].map(Some));
        assert_eq!(read_unsigned(&mut rest), None);
        assert_eq!(read_unsigned(&mut &[0xff; 11][..]), None);
    }
}
