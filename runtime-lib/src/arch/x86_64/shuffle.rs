//! The function that Cranelift calls in place of the instruction `pshufb` on processors without SSSE3.
//!
//! It exists because the baseline of x86-64 has no byte shuffle. It must give the results of the instruction, also for
//! selectors that WebAssembly never uses.
//!
//! # Safety
//! Vectors and arrays of 16 bytes have the same size, and all their values are valid.

use core::arch::x86_64::__m128i;
use core::mem::transmute;

/// `pshufb` (Intel SDM, volume 2B): byte `i` of the result is byte `selectors[i] & 15` of `bytes`, or zero where the
/// most significant bit of the selector is set.
#[allow(
    improper_ctypes_definitions,
    reason = "the psABI passes a 128-bit vector in a vector register, and so does rustc"
)]
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn __cranelift_x86_pshufb(bytes: __m128i, selectors: __m128i) -> __m128i {
    // SAFETY: both types are 16 bytes without invalid values.
    let bytes: [u8; 16] = unsafe { transmute(bytes) };
    // SAFETY: both types are 16 bytes without invalid values.
    let selectors: [u8; 16] = unsafe { transmute(selectors) };
    let selected = selectors.map(|selector| if selector & 0x80 == 0 { bytes[usize::from(selector & 15)] } else { 0 });
    // SAFETY: both types are 16 bytes without invalid values.
    unsafe { transmute(selected) }
}

#[cfg(test)]
mod tests {
    use core::arch::x86_64::_mm_shuffle_epi8;

    use super::*;

    #[test]
    fn every_selector_does_what_the_instruction_does() {
        if !is_x86_feature_detected!("ssse3") {
            return;
        }
        let bytes: [u8; 16] = core::array::from_fn(|index| 0xa0 + index as u8);
        for first in (0..=255u8).step_by(16) {
            let selectors: [u8; 16] = core::array::from_fn(|index| first + index as u8);
            let [vector, mask] = [bytes, selectors].map(|bytes| {
                // SAFETY: both types are 16 bytes without invalid values.
                unsafe { transmute::<[u8; 16], __m128i>(bytes) }
            });
            // SAFETY: the processor has SSSE3.
            let theirs = unsafe { _mm_shuffle_epi8(vector, mask) };
            let [ours, theirs] = [__cranelift_x86_pshufb(vector, mask), theirs].map(|vector| {
                // SAFETY: both types are 16 bytes without invalid values.
                unsafe { transmute::<__m128i, [u8; 16]>(vector) }
            });
            assert_eq!(ours, theirs);
        }
    }
}
