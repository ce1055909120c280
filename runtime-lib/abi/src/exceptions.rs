//! Exceptions as compiled code and the runtime share them: the objects, what is known of tags, and where references are.
//!
//! A reference (`exnref`) is the host address of an [`Exception`], or 0. Compiled code asks the runtime for an object, stores
//! what the exception carries behind the header, and hands it to `wasmc_exception_throw`; where it is caught, compiled code
//! loads that again. An object of which no reference was handed out is given back where it is caught; any other lives until
//! the runtime finds that nothing refers to it.

/// The null of exception references.
pub const EXNREF_NULL: u64 = 0;

/// The header of an exception. What it carries follows: each value in a word, vectors in two at a multiple of 16.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Its tag, as the program numbers them. Written by the runtime.
    pub tag: u32,
    /// Whether the guest got a reference, so that giving the object back is not up to compiled code: 0 or 1. Written by
    /// compiled code.
    pub is_handed_out: u32,
    /// The runtime's own.
    pub reserved: u64,
}

/// What the runtime knows of a tag: its name, which the report of an uncaught exception shows.
///
/// The names follow the records of all tags.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagRecord {
    /// Start of its name, in bytes from `wasmc_tags`.
    pub name_offset: u32,
    /// Bytes of its name (UTF-8); 0 where it has none.
    pub name_bytes: u32,
}

/// A place outside of the stack in which the guest keeps references.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root {
    /// Host address of the global's word, or of the state of the table ([`crate::layout::Table`]). In a program with threads,
    /// where that is in each thread's region ([`crate::layout::Threads`]).
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

/// The most that an exception can carry: a thousand vectors, by the limit on parameters of a function type (JavaScript
/// interface, "Implementation-defined Limits").
pub const PAYLOAD_BYTES_MAX: usize = 16_000;
