//! The formats of all structures that compiler and runtime share: offset, name and type of each field.
//!
//! The types themselves say what a field means; the list at the end of this file says where it lies. A type that does
//! not lie as its format says does not compile, so no field can move unnoticed: not in the encoder, which the macro
//! makes from the list, and not in the runtime, which reads the type. [`VERSION_STAMP`] is derived from the list, so an
//! object and a runtime of different formats do not link. A structure that is shared and not in the list breaks the
//! suite `contract`, which tries to exchange its fields.

use alloc::vec::Vec;
use core::mem::{offset_of, size_of};

use crate::exceptions::{Exception, Root, TagRecord};
use crate::handlers::Block;
use crate::layout::{ImageRun, Memory, MemoryRecord, ProgramRecord, Table, Thread, Threads};
use crate::lines::Lines;
use crate::sites::FunctionRecord;

/// What has a form in bytes: each of the structures, and the types of their fields.
pub trait Encode: Copy {
    /// Appends the bytes: little-endian, without padding.
    fn encode(self, bytes: &mut Vec<u8>);
}

/// The bytes of several, one after another.
pub fn encode_all<T: Encode>(items: impl IntoIterator<Item = T>) -> Vec<u8> {
    let mut bytes = Vec::new();
    items.into_iter().for_each(|item| item.encode(&mut bytes));
    bytes
}

impl Encode for u32 {
    fn encode(self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }
}

impl Encode for u64 {
    fn encode(self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }
}

impl<const COUNT: usize> Encode for [u64; COUNT] {
    fn encode(self, bytes: &mut Vec<u8>) {
        self.into_iter().for_each(|word| word.encode(bytes));
    }
}

/// Checks the types against their formats, and makes the encoders and the list of formats.
///
/// `Block: 12 { 0 code_offset: u32, 4 last_offset: u32, 8 bytes_offset: u32 }` becomes
///
/// ```text
/// const _: () = {
///     assert!(size_of::<Block>() == 12);
///     assert!(offset_of!(Block, code_offset) == 0);
///     …
/// };
/// impl Encode for Block {
///     fn encode(self, bytes: &mut Vec<u8>) {
///         let Block { code_offset, last_offset, bytes_offset } = self;
///         <u32 as Encode>::encode(code_offset, bytes);
///         …
///     }
/// }
/// ```
macro_rules! formats {
    ($($name:ident: $size:literal { $($offset:literal $field:ident: $ty:ty),* $(,)? })*) => {
        $(
            const _: () = {
                assert!(size_of::<$name>() == $size);
                $(assert!(offset_of!($name, $field) == $offset);)*
            };

            impl Encode for $name {
                fn encode(self, bytes: &mut Vec<u8>) {
                    let $name { $($field),* } = self;
                    $(<$ty as Encode>::encode($field, bytes);)*
                }
            }
        )*

        /// The list, as text.
        const FORMATS: &str = concat!($(
            stringify!($name), $size, $($offset, stringify!($field), stringify!($ty)),*
        ),*);
    };
}

/// A linker symbol whose name tells the version of the package and the formats of all records. The runtime defines it,
/// and every object refers to it.
pub const VERSION_STAMP: &str = match core::str::from_utf8(&STAMP_BYTES) {
    Ok(name) => name,
    Err(_) => panic!("digits are ASCII"),
};

const STAMP_START: &str = concat!("wasmc_abi_", env!("CARGO_PKG_VERSION"), "_");
/// Hexadecimal digits of the hash.
const HASH_DIGITS: usize = 16;

const STAMP_BYTES: [u8; STAMP_START.len() + HASH_DIGITS] = {
    let mut bytes = [0; STAMP_START.len() + HASH_DIGITS];
    let mut index = 0;
    while index < STAMP_START.len() {
        bytes[index] = STAMP_START.as_bytes()[index];
        index += 1;
    }
    let mut hash = hash(FORMATS);
    while index < bytes.len() {
        bytes[index] = b"0123456789abcdef"[(hash >> 60) as usize];
        hash <<= 4;
        index += 1;
    }
    bytes
};

/// FNV-1a in 64 bits (Fowler, Noll, Vo). It has to notice changes, not to resist attacks.
const fn hash(text: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut index = 0;
    while index < text.len() {
        hash = (hash ^ text.as_bytes()[index] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        index += 1;
    }
    hash
}

formats! {
    ProgramRecord: 56 {
        0 stack_bytes: u64,
        8 memory_count: u32,
        12 table_count: u32,
        16 image_run_count: u32,
        20 function_count: u32,
        24 policy_bytes: u32,
        28 wasi_memory: u32,
        32 handler_block_count: u32,
        36 handler_bytes: u32,
        40 tag_count: u32,
        44 tag_bytes: u32,
        48 exception_root_count: u32,
        52 no_backtrace: u32,
    }
    MemoryRecord: 48 {
        0 base: u64,
        8 identity: u64,
        16 reservation_bytes: u64,
        24 initial_bytes: u64,
        32 maximum_bytes: u64,
        40 page_bytes: u64,
    }
    Memory: 24 {
        0 base: u64,
        8 length_bytes: u64,
        16 mapped_bytes: u64,
    }
    ImageRun: 32 {
        0 memory: u32,
        4 is_copied: u32,
        8 guest_offset: u64,
        16 image_offset: u64,
        24 bytes: u64,
    }
    Table: 32 {
        0 elements: u64,
        8 length: u64,
        16 capacity: u64,
        24 maximum: u64,
    }
    Threads: 16 {
        0 region_bytes: u64,
        8 state_bytes: u32,
        12 tables_offset: u32,
    }
    // Globals follow, of which vectors are the largest: the size is a multiple of theirs.
    Thread: 64 {
        0 id: u32,
        4 argument: u32,
        8 next: u64,
        16 previous: u64,
        24 exceptions: u64,
        32 late_fault: u64,
        40 reserved: [u64; 3],
    }
    FunctionRecord: 32 {
        0 code_offset: u32,
        4 code_bytes: u32,
        8 wasm_offset: u32,
        12 function_index: u32,
        16 sites_offset: u32,
        20 sites_bytes: u32,
        24 name_offset: u32,
        28 name_bytes: u32,
    }
    Lines: 24 {
        0 writer: u64,
        8 table: u64,
        16 entries_bytes: u32,
        20 strings_bytes: u32,
    }
    Block: 12 {
        0 code_offset: u32,
        4 last_offset: u32,
        8 bytes_offset: u32,
    }
    Exception: 16 {
        0 tag: u32,
        4 is_handed_out: u32,
        8 reserved: u64,
    }
    TagRecord: 8 {
        0 name_offset: u32,
        4 name_bytes: u32,
    }
    Root: 16 {
        0 address: u64,
        8 kind: u64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_written_in_the_order_of_their_fields() {
        let root = Root { address: 0x0102_0304_0506_0708, kind: Root::TABLE };
        let tag = TagRecord { name_offset: 7, name_bytes: 258 };
        assert_eq!(encode_all([root]), [8, 7, 6, 5, 4, 3, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(encode_all([tag, tag]), [7, 0, 0, 0, 2, 1, 0, 0, 7, 0, 0, 0, 2, 1, 0, 0]);
    }

    #[test]
    fn the_stamp_tells_formats_apart() {
        let changed = FORMATS.replace("tag_count", "tags_count");
        assert_ne!(changed, FORMATS);
        assert_ne!(hash(&changed), hash(FORMATS));
        assert_eq!(VERSION_STAMP, alloc::format!("{STAMP_START}{:016x}", hash(FORMATS)));
        // A value that the authors of the function publish.
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
