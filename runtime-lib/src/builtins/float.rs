//! Float operations for processors that have no instruction for them: on x86-64, rounding without SSE4.1, which Cranelift
//! calls by name, and the fused multiply-add without FMA, which deterministic builds call.
//!
//! Results must be those of the WebAssembly instructions (core specification, section 4.3.3): rounding to nearest takes
//! ties to even, and whatever NaN goes in, a quiet one comes out. The algorithms are `libm`'s, which hands a NaN back as it
//! is, hence the wrappers.

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

/// `wasmc_abi::builtins::FMA_F32`. Compiled code makes the NaNs of instructions canonical, but not those of a call.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_fma_f32(x: f32, y: f32, z: f32) -> f32 {
    let result = libm::fmaf(x, y, z);
    if result.is_nan() { f32::from_bits(CANONICAL_NAN_32) } else { result }
}

/// `wasmc_abi::builtins::FMA_F64`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_fma_f64(x: f64, y: f64, z: f64) -> f64 {
    let result = libm::fma(x, y, z);
    if result.is_nan() { f64::from_bits(CANONICAL_NAN_64) } else { result }
}

/// The positive NaN with only the first bit of its significand set (core specification, section 2.2.3).
const CANONICAL_NAN_32: u32 = 0x7fc0_0000;
const CANONICAL_NAN_64: u64 = 0x7ff8_0000_0000_0000;

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

    #[test]
    fn fused_multiply_add_rounds_once() {
        let x = 1.0 + f64::EPSILON;
        assert_eq!(wasmc_fma_f64(x, x, -1.0 - 2.0 * f64::EPSILON), f64::EPSILON * f64::EPSILON);
        let x = 1.0 + f32::EPSILON;
        assert_eq!(wasmc_fma_f32(x, x, -1.0 - 2.0 * f32::EPSILON), f32::EPSILON * f32::EPSILON);
    }

    /// A sequence of bits that is the same in every run (SplitMix64).
    fn random_bits() -> impl FnMut() -> u64 {
        let mut state = 0u64;
        move || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let bits = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
            bits ^ bits >> 31
        }
    }

    fn check_64(x: f64, y: f64, z: f64) {
        let (ours, theirs) = (wasmc_fma_f64(x, y, z), x.mul_add(y, z));
        if theirs.is_nan() {
            assert_eq!(ours.to_bits(), CANONICAL_NAN_64, "{x:?} {y:?} {z:?}");
        } else {
            assert_eq!(ours.to_bits(), theirs.to_bits(), "{x:?} {y:?} {z:?}");
        }
    }

    fn check_32(x: f32, y: f32, z: f32) {
        let (ours, theirs) = (wasmc_fma_f32(x, y, z), x.mul_add(y, z));
        if theirs.is_nan() {
            assert_eq!(ours.to_bits(), CANONICAL_NAN_32, "{x:?} {y:?} {z:?}");
        } else {
            assert_eq!(ours.to_bits(), theirs.to_bits(), "{x:?} {y:?} {z:?}");
        }
    }

    #[test]
    fn fused_multiply_add_is_that_of_the_standard_library_where_it_is_hard() {
        // Zeros, subnormals, the ends of the exponents, halves of the last place, infinities, NaNs; all triples of them.
        let near_one = [1.0, 1.0 + f64::EPSILON, 1.0 - f64::EPSILON / 2.0, 1.5, 2.0 - f64::EPSILON];
        let extreme =
            [0.0, 5e-324, 1e-310, f64::MIN_POSITIVE, 2f64.powi(-537), 2f64.powi(-600), f64::MAX, 1e155, 1e300];
        let special = [f64::INFINITY, f64::NAN, f64::from_bits(0xfff4_0000_0000_0001)];
        let values: Vec<f64> = near_one.into_iter().chain(extreme).chain(special).flat_map(|x| [x, -x]).collect();
        let near_one = [1.0, 1.0 + f32::EPSILON, 1.0 - f32::EPSILON / 2.0, 1.5, 2.0 - f32::EPSILON];
        let extreme = [0.0, 1e-45, 1e-40, f32::MIN_POSITIVE, 2f32.powi(-75), 2f32.powi(-80), f32::MAX, 1e19, 1e38];
        let special = [f32::INFINITY, f32::NAN, f32::from_bits(0xffa0_0001)];
        let narrow: Vec<f32> = near_one.into_iter().chain(extreme).chain(special).flat_map(|x| [x, -x]).collect();
        for &x in &values {
            for &y in &values {
                values.iter().for_each(|&z| check_64(x, y, z));
            }
        }
        for &x in &narrow {
            for &y in &narrow {
                narrow.iter().for_each(|&z| check_32(x, y, z));
            }
        }
    }

    #[test]
    fn fused_multiply_add_is_that_of_the_standard_library_for_any_bits() {
        let mut random = random_bits();
        for _ in 0..2_000_000 {
            let (x, y, bits) = (f64::from_bits(random()), f64::from_bits(random()), random());
            check_64(x, y, f64::from_bits(bits));
            // An addend that nearly cancels the product, and one that is half a unit in its last place.
            check_64(x, y, f64::from_bits((-x * y).to_bits() ^ bits & 3));
            check_64(x, y, x * y * f64::EPSILON / 2.0);
            let (x, y) = (f32::from_bits(random() as u32), f32::from_bits(random() as u32));
            check_32(x, y, f32::from_bits(bits as u32));
            check_32(x, y, f32::from_bits((-x * y).to_bits() ^ bits as u32 & 3));
            check_32(x, y, x * y * f32::EPSILON / 2.0);
        }
    }
}
