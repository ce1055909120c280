//! Floats as an argument of `--invoke` writes them: decimal, as Rust reads them, and in the forms of WebAssembly text
//! that give every bit (core specification, 6.3.2): `0x1.8p-3` and `nan:0x200000`.
//!
//! Every result is rounded once, to nearest, ties to even. Nothing may be rounded in between: a subnormal number has
//! fewer bits than its type, so a number that was rounded to the type first could come out wrong.

use core::str::FromStr;

/// What tells the types apart.
struct Format {
    /// Bits of a significand, with the one that is not stored.
    precision: i64,
    /// The exponent of the smallest number.
    exponent_min: i64,
}

const F32: Format = Format { precision: 24, exponent_min: -149 };
const F64: Format = Format { precision: 53, exponent_min: -1074 };

pub(super) fn f32(text: &str) -> Option<f32> {
    let (sign, magnitude) = split_sign(text);
    if let Some(digits) = magnitude.strip_prefix("nan:0x") {
        return Some(f32::from_bits(sign << 31 | 0x7f80_0000 | payload(digits, &F32)? as u32));
    }
    match magnitude.strip_prefix("0x") {
        // Exact in the wider type, and so in this one, or beyond all numbers of it.
        Some(digits) => Some(hexadecimal(digits, &F32)? as f32)
            .filter(|value| value.is_finite())
            .map(|value| if sign == 0 { value } else { -value }),
        None => f32::from_str(text).ok(),
    }
}

pub(super) fn f64(text: &str) -> Option<f64> {
    let (sign, magnitude) = split_sign(text);
    if let Some(digits) = magnitude.strip_prefix("nan:0x") {
        return Some(f64::from_bits(u64::from(sign) << 63 | 0x7ff0_0000_0000_0000 | payload(digits, &F64)?));
    }
    match magnitude.strip_prefix("0x") {
        Some(digits) => hexadecimal(digits, &F64).map(|value| if sign == 0 { value } else { -value }),
        None => f64::from_str(text).ok(),
    }
}

/// The sign bit, and what follows the sign.
fn split_sign(text: &str) -> (u32, &str) {
    match text.strip_prefix('-') {
        Some(magnitude) => (1, magnitude),
        None => (0, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The bits of a NaN that the format leaves free; all zero would be an infinity.
fn payload(digits: &str, format: &Format) -> Option<u64> {
    let payload = super::from_digits(digits, 16)?;
    (payload != 0 && payload >> (format.precision - 1) == 0).then_some(payload)
}

/// The number that `1.8p-3` means after `0x`, rounded to a format; nothing if it is beyond the largest double.
fn hexadecimal(text: &str, format: &Format) -> Option<f64> {
    let (digits, exponent) = match text.split_once(['p', 'P']) {
        Some((digits, exponent)) => (digits, i32::from_str(exponent).ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || (fraction.is_empty() && digits.contains('.') && !digits.ends_with('.')) {
        return None;
    }
    let mut significand: u64 = 0;
    let mut exponent = i64::from(exponent);
    for (position, digit) in whole.chars().chain(fraction.chars()).enumerate() {
        let digit = u64::from(digit.to_digit(16)?);
        let is_fraction = position >= whole.len();
        if significand >> 60 == 0 {
            significand = significand << 4 | digit;
            exponent -= if is_fraction { 4 } else { 0 };
        } else {
            // No room: of what follows only matters whether it is zero, for which the lowest bit stands.
            significand |= u64::from(digit != 0);
            exponent += if is_fraction { 0 } else { 4 };
        }
    }
    if significand == 0 {
        return Some(0.0);
    }
    let (significand, exponent) = rounded(significand, exponent, format);
    let value = significand as f64 * power_of_two(exponent)?;
    value.is_finite().then_some(value)
}

/// `significand * 2^exponent` with as few bits as the format has there.
fn rounded(significand: u64, exponent: i64, format: &Format) -> (u64, i64) {
    let bits = i64::from(u64::BITS - significand.leading_zeros());
    let lowest = (exponent + bits - format.precision).max(format.exponent_min);
    match lowest - exponent {
        ..=0 => (significand, exponent),
        shift @ 1..=63 => {
            let (kept, lost, half) = (significand >> shift, significand & ((1 << shift) - 1), 1u64 << (shift - 1));
            let is_up = lost > half || (lost == half && kept & 1 == 1);
            (kept + u64::from(is_up), lowest)
        }
        // Below half of the smallest number, but for what is between half and all of it.
        64 => (u64::from(significand > 1 << 63), lowest),
        _ => (0, lowest),
    }
}

/// A power that a double can be.
fn power_of_two(exponent: i64) -> Option<f64> {
    match exponent {
        -1074..-1022 => Some(f64::from_bits(1 << (exponent + 1074))),
        -1022..=1023 => Some(f64::from_bits(((exponent + 1023) as u64) << 52)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_numbers_are_read_as_before() {
        assert_eq!(f64("0.1"), Some(0.1));
        assert_eq!(f32("-inf"), Some(f32::NEG_INFINITY));
        assert!(f64("nan").is_some_and(f64::is_nan));
        assert_eq!(f64("one"), None);
    }

    #[test]
    fn hexadecimal_numbers() {
        assert_eq!(f64("0x1.8p-3"), Some(0.1875));
        assert_eq!(f64("-0x10"), Some(-16.0));
        assert_eq!(f32("+0x.8p1"), None);
        assert_eq!(f32("0x0.8p1"), Some(1.0));
        assert_eq!(f64("0x1.p0"), Some(1.0));
        assert_eq!(f64("0x0p99999"), Some(0.0));
        assert_eq!(f64("0x1.fffffffffffffp1023"), Some(f64::MAX));
        assert_eq!(f64("0x1p1024"), None);
        assert_eq!(f32("0x1.fffffep127"), Some(f32::MAX));
        assert_eq!(f32("0x1p128"), None);
        assert_eq!(f64("0x1p-1074"), Some(f64::from_bits(1)));
        assert_eq!(f32("0x1p-149"), Some(f32::from_bits(1)));
        for bad in ["0x", "0x.", "0xp1", "0x1p", "0x1.g", "0x-1", "0x1p0x1"] {
            assert_eq!(f64(bad), None, "{bad}");
        }
    }

    #[test]
    fn hexadecimal_numbers_are_rounded_once() {
        assert_eq!(f64("0x1.00000000000008p0"), Some(1.0), "a tie, to even");
        assert_eq!(f64("0x1.00000000000018p0"), Some(f64::from_bits(0x3ff0_0000_0000_0002)), "a tie, to even");
        assert_eq!(f64("0x1.000000000000080000000000000000001p0"), Some(f64::from_bits(0x3ff0_0000_0000_0001)));
        assert_eq!(f32("0x1.000001p0"), Some(1.0), "a tie, to even");
        // 1 + 2^-24 + 2^-60: as a double first, it would be the tie.
        assert_eq!(f32("0x1.000001000000001p0"), Some(f32::from_bits(0x3f80_0001)));
        assert_eq!(f64("0x1p-1075"), Some(0.0), "a tie, to even");
        assert_eq!(f64("0x1.8p-1075"), Some(f64::from_bits(1)));
        assert_eq!(f64("0x1p-99999"), Some(0.0));
        // Subnormal: rounded to 24 bits first, it would be another tie.
        assert_eq!(f32("0x0.800001p-126"), Some(f32::from_bits(0x0040_0000)));
    }

    #[test]
    fn every_nan_can_be_written() {
        assert_eq!(f32("nan:0x200000").map(f32::to_bits), Some(0x7fa0_0000));
        assert_eq!(f32("-nan:0x400000").map(f32::to_bits), Some(0xffc0_0000));
        assert_eq!(f64("nan:0xfffffffffffff").map(f64::to_bits), Some(0x7fff_ffff_ffff_ffff));
        for bad in ["nan:0x0", "nan:0x800000", "nan:", "nan:1"] {
            assert_eq!(f32(bad), None, "{bad}");
        }
    }
}
