//! Exceptions as compiled code and the runtime share them: the objects, the names of tags, and the places of
//! references.
//!
//! A reference (`exnref`) is the host address of an [`Exception`], or 0. Compiled code asks the runtime for an object,
//! stores the payload behind the header, and passes the object to `wasmc_exception_throw`. The handler loads the
//! payload. If the guest got no reference to an object, the handler frees it; otherwise it lives until the runtime
//! finds that nothing refers to it. An `exnref` must never come from an integer of the guest: compiled code follows it
//! without a check.

/// The null of exception references.
pub const EXNREF_NULL: u64 = 0;

/// The header of an exception. The payload follows: each value in a word, a vector in two words at a multiple of 16.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Its tag, by the number that the program gives it. Written by the runtime.
    pub tag: u32,
    /// 1 if the guest got a reference, so that compiled code must not free the object; else 0. Written by compiled
    /// code.
    pub is_handed_out: u32,
    /// For the runtime alone.
    pub reserved: u64,
}

/// The name of a tag, which the report of an uncaught exception shows. The names follow the records of all tags.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagRecord {
    /// Start of its name, in bytes from `wasmc_tags`.
    pub name_offset: u32,
    /// Bytes of its name (UTF-8); 0 where it has none.
    pub name_bytes: u32,
}

/// A place outside of the stack where the guest keeps references.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root {
    /// Host address of the global's word, or of the state of the table ([`crate::layout::Table`]). In a program with
    /// threads, its offset in each thread's region ([`crate::layout::Threads`]).
    pub address: u64,
    /// [`Root::GLOBAL`] or [`Root::TABLE`].
    pub kind: u64,
}

impl Root {
    /// The `kind` of a global.
    pub const GLOBAL: u64 = 0;
    /// The `kind` of a table.
    pub const TABLE: u64 = 1;
}

/// The largest payload of an exception: a thousand vectors, by the limit on parameters of a function type (JavaScript
/// interface, "Implementation-defined Limits").
pub const PAYLOAD_BYTES_MAX: usize = 16_000;
