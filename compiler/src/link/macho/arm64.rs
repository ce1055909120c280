//! The fields of arm64 instructions that relocations fill (Arm Architecture Reference Manual, A64 base instructions).
//!
//! Each function returns the changed instruction, or `None` for a value that does not fit into its field. No other file
//! of the linker knows the encoding of an instruction of this processor. A field must never be cut off silently.

/// `b` and `bl`: the distance in words, 26 bits with a sign.
pub(super) fn branch26(instruction: u32, distance: i64) -> Option<u32> {
    let reaches = (-(1 << 27)..1 << 27).contains(&distance) && distance % 4 == 0;
    reaches.then_some(instruction & 0xfc00_0000 | (distance >> 2) as u32 & 0x03ff_ffff)
}

/// `adrp`: the distance in pages of 4 KiB, 21 bits with a sign; the two lowest have a field of their own.
pub(super) fn page21(instruction: u32, address: u64, place: u64) -> Option<u32> {
    let pages = (address >> 12) as i64 - (place >> 12) as i64;
    let reaches = (-(1 << 20)..1 << 20).contains(&pages);
    let (low, high) = (pages as u32 & 3, (pages >> 2) as u32 & 0x7_ffff);
    reaches.then_some(instruction & 0x9f00_001f | low << 29 | high << 5)
}

/// `add`, or a load or store, whose offset counts in units of what it moves.
pub(super) fn page_offset12(instruction: u32, address: u64) -> Option<u32> {
    let shift = if instruction & 0x3b00_0000 == 0x3900_0000 {
        // Load or store with an unsigned offset: size in the top two bits; 16 bytes of a vector have opc<1> and size 0.
        match (instruction >> 30, instruction & 0x0480_0000 == 0x0480_0000) {
            (0, true) => 4,
            (size, _) => size,
        }
    } else if instruction & 0x7fc0_0000 == 0x1100_0000 {
        0
    } else {
        return None;
    };
    let offset = address as u32 & 0xfff;
    let is_aligned = offset & ((1 << shift) - 1) == 0;
    is_aligned.then_some(instruction & 0xffc0_03ff | (offset >> shift) << 10)
}

/// A jump to the address in a slot. The procedure call standard reserves `x16` and `x17` for such code.
pub(super) fn stub(stub: u64, slot: u64) -> Option<Vec<u8>> {
    let code = [
        page21(0x9000_0010, slot, stub)?,  // adrp x16, slot
        page_offset12(0xf940_0210, slot)?, // ldr  x16, [x16, slot]
        0xd61f_0200,                       // br   x16
    ];
    Some(code.into_iter().flat_map(u32::to_le_bytes).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_reach_128_mib() {
        assert_eq!(branch26(0x9400_0000, -4), Some(0x97ff_ffff));
        assert_eq!(branch26(0x1400_0000, (1 << 27) - 4), Some(0x15ff_ffff));
        assert_eq!(branch26(0x9400_0000, 1 << 27), None);
        assert_eq!(branch26(0x9400_0000, 2), None);
    }

    #[test]
    fn pages_count_from_the_page_of_the_instruction() {
        assert_eq!(page21(0x9000_0000, 0x1_0000_5008, 0x1_0000_0ffc), Some(0xb000_0020));
        assert_eq!(page21(0x9000_0000, 0x1_0000_0000, 0x1_0000_1000), Some(0xf0ff_ffe0));
        assert_eq!(page21(0x9000_0000, 0x2_0000_0000, 0x1_0000_0000), None);
    }

    #[test]
    fn offsets_count_in_units_of_what_is_loaded() {
        for (instruction, address, expected) in [
            (0x9100_0000, 0x1007, Some(0x9100_1c00)), // add
            (0x3940_0000, 0x1007, Some(0x3940_1c00)), // ldrb
            (0x7940_0000, 0x1006, Some(0x7940_0c00)), // ldrh
            (0xf940_0000, 0x1008, Some(0xf940_0400)), // ldr x
            (0xfd40_0000, 0x1008, Some(0xfd40_0400)), // ldr d
            (0x3dc0_0000, 0x1010, Some(0x3dc0_0400)), // ldr q
            (0x3d40_0000, 0x1007, Some(0x3d40_1c00)), // ldr b
            (0xf940_0000, 0x1004, None),
            (0x9400_0000, 0x1000, None),
        ] {
            assert_eq!(page_offset12(instruction, address), expected, "{instruction:#x}");
        }
    }
}
