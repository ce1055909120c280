//! Chunks: runs of slots of one size, with two bits for each slot.
//!
//! The sizes are powers of two, numbered as classes, so that the slot of an address is found by a division, and a chunk
//! of any class has room for its bits in arrays of one size. This file only counts: it must not read or write the
//! memory of a chunk, which belongs to the pool.
//!
//! # Safety
//! Safe code only.

use core::mem::size_of;

use wasmc_abi::exceptions::{Exception, PAYLOAD_BYTES_MAX};

/// Bytes of a chunk, and of its mapping.
pub(super) const CHUNK_BYTES: usize = 64 << 10;
/// Bytes of the smallest slot, whose class is 0: a header and two words.
pub(super) const SLOT_BYTES_MIN: usize = 32;
/// Sizes of slots.
pub(super) const CLASSES: usize = (size_of::<Exception>() + PAYLOAD_BYTES_MAX).next_power_of_two().ilog2() as usize
    - SLOT_BYTES_MIN.ilog2() as usize
    + 1;
/// Words of bits for as many slots as a chunk can have.
pub(super) const BIT_WORDS: usize = CHUNK_BYTES / SLOT_BYTES_MIN / 64;

/// A run of slots.
pub(super) struct Chunk {
    /// Address of its first slot.
    pub(super) base: usize,
    /// Index of their size.
    pub(super) class: usize,
    /// Slots in use.
    pub(super) used: usize,
    pub(super) in_use: [u64; BIT_WORDS],
    pub(super) reachable: [u64; BIT_WORDS],
}

/// The smallest class whose slots have room for a header and a payload of this size.
pub(super) fn class_of(payload_bytes: usize) -> usize {
    let bytes = (size_of::<Exception>() + payload_bytes).next_power_of_two().max(SLOT_BYTES_MIN);
    (bytes / SLOT_BYTES_MIN).ilog2() as usize
}

/// Bytes of a slot of this class.
pub(super) fn slot_bytes(class: usize) -> usize {
    SLOT_BYTES_MIN << class
}

/// Whether the bit of a slot is set; false for an index that no chunk has.
pub(super) fn is_set(bits: &[u64; BIT_WORDS], index: usize) -> bool {
    bits.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 != 0)
}

/// Sets or clears the bit of a slot.
pub(super) fn set(bits: &mut [u64; BIT_WORDS], index: usize, value: bool) {
    if let Some(word) = bits.get_mut(index / 64) {
        *word = *word & !(1 << (index % 64)) | u64::from(value) << (index % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_have_room_for_header_and_payload() {
        assert_eq!([0, 8, 16, 17, 48, 49].map(class_of), [0, 0, 0, 1, 1, 2]);
        assert_eq!(class_of(PAYLOAD_BYTES_MAX), CLASSES - 1);
        assert!(slot_bytes(CLASSES - 1) <= CHUNK_BYTES);
    }
}
