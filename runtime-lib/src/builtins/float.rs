//! Float operations for processors that have no instruction for them: on x86-64, rounding without SSE4.1, which
//! Cranelift calls by name.
//!
//! Results must be those of the WebAssembly instructions (core specification, section 4.3.3): rounding to nearest takes
//! ties to even, and whatever NaN goes in, a quiet one comes out. The algorithms are `libm`'s, which hands a NaN back
//! as it is, hence the wrappers.

macro_rules! rounding {
    ($(#[$doc:meta] $name:ident($float:ty) = $function:path, $quiet_bit:expr;)*) => {$(
        #[$doc]
        #[cfg_attr(not(test), unsafe(no_mangle))]
        pub extern "C" fn $name(value: $float) -> $float {
            if value.is_nan() { <$float>::from_bits(value.to_bits() | $quiet_bit) } else { $function(value) }
        }
    )*};
}

/// The most significant bit of the significand, which makes a NaN quiet (IEEE 754-2019, section 6.2.1).
const QUIET_32: u32 = 1 << 22;
const QUIET_64: u64 = 1 << 51;

// `ceilf` and the others expand to: `pub extern "C" fn ceilf(value: f32) -> f32 { .. libm::ceilf(value) }`.
rounding! {
    /// `f32.ceil`
    ceilf(f32) = libm::ceilf, QUIET_32;
    /// `f64.ceil`
    ceil(f64) = libm::ceil, QUIET_64;
    /// `f32.floor`
    floorf(f32) = libm::floorf, QUIET_32;
    /// `f64.floor`
    floor(f64) = libm::floor, QUIET_64;
    /// `f32.trunc`
    truncf(f32) = libm::truncf, QUIET_32;
    /// `f64.trunc`
    trunc(f64) = libm::trunc, QUIET_64;
    /// `f32.nearest`
    nearbyintf(f32) = libm::rintf, QUIET_32;
    /// `f64.nearest`
    nearbyint(f64) = libm::rint, QUIET_64;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values around every place where rounding changes its mind, of both signs.
    fn values() -> impl Iterator<Item = f64> {
        let small = [0.0, 0.25, 0.49999999999999994, 0.5, 0.75, 1.0, 1.5, 2.5, 3.5, 1e9 + 0.5];
        let large = [4503599627370495.5, 4503599627370497.5, 8388607.5, 8388609.0, 1e300, f64::INFINITY, 5e-324];
        small.into_iter().chain(large).flat_map(|value| [value, -value])
    }

    #[test]
    fn rounding_is_that_of_the_standard_library() {
        for value in values() {
            let check = |ours: f64, theirs: f64| assert_eq!(ours.to_bits(), theirs.to_bits(), "{value}");
            check(ceil(value), value.ceil());
            check(floor(value), value.floor());
            check(trunc(value), value.trunc());
            check(nearbyint(value), value.round_ties_even());
            let value = value as f32;
            let check = |ours: f32, theirs: f32| assert_eq!(ours.to_bits(), theirs.to_bits(), "{value}");
            check(ceilf(value), value.ceil());
            check(floorf(value), value.floor());
            check(truncf(value), value.trunc());
            check(nearbyintf(value), value.round_ties_even());
        }
    }

    #[test]
    fn a_signaling_nan_becomes_quiet_and_keeps_its_payload() {
        let (signaling_32, signaling_64) = (0xffa0_1234, 0x7ff4_0000_0000_0001);
        for function in [ceilf, floorf, truncf, nearbyintf] {
            assert_eq!(function(f32::from_bits(signaling_32)).to_bits(), 0xffe0_1234);
        }
        for function in [ceil, floor, trunc, nearbyint] {
            assert_eq!(function(f64::from_bits(signaling_64)).to_bits(), 0x7ffc_0000_0000_0001);
        }
    }
}
