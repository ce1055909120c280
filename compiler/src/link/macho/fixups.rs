//! A fixup: a word whose value dyld computes when it has chosen an address for the program.
//!
//! `relocate` and `linkage` make fixups, `chains` writes them. The types are a file of their own, so that these three
//! do not depend on each other.

/// A word in data, and its value.
pub(super) struct Fixup {
    pub(super) address: u64,
    pub(super) value: Value,
}

/// The value that dyld writes.
#[derive(Clone, Copy)]
pub(super) enum Value {
    /// An address in the program, which moves with it.
    Address(u64),
    /// The address of an import, by number in [`Program::imports`].
    Import { import: usize, addend: u8 },
}
