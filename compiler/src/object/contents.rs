//! A piece of data under construction: its bytes, and the addresses in them that only the linker knows.
//!
//! The data that the runtime reads consists of records of `wasmc_abi`, which are encoded by the names of their fields.
//! No file of this folder may write such a record byte by byte: the two sides could then disagree without an error.

use cranelift_module::{DataDescription, DataId, Module as _};
use cranelift_object::ObjectModule;
use wasmc_abi::record::{Encode, encode_all};

use super::writer_error;
use crate::error::Result;

/// A piece of data.
pub(super) struct Contents {
    pub(super) bytes: Vec<u8>,
    pub(super) align: u64,
    section: Option<&'static str>,
    pub(super) addresses: Vec<Address>,
}

/// An address in the data: eight bytes that are filled in when the program is linked, or when it starts.
pub(super) struct Address {
    /// Where it stands, in bytes from the start of the data.
    pub(super) offset: usize,
    /// The data whose address it is.
    pub(super) target: DataId,
    /// Added to that.
    pub(super) addend: i64,
}

impl Contents {
    /// Bytes of any kind.
    pub(super) fn bytes(bytes: Vec<u8>, align: u64) -> Contents {
        Contents { bytes, align, section: None, addresses: Vec::new() }
    }

    /// Records, one after another, aligned for the runtime, which reads them by their type.
    pub(super) fn records<R: Encode>(records: impl IntoIterator<Item = R>) -> Contents {
        Contents::bytes(encode_all(records), align_of::<R>() as u64)
    }

    /// Puts the data into a section of its own.
    pub(super) fn in_section(self, section: &'static str) -> Contents {
        Contents { section: Some(section), ..self }
    }

    /// Adds an address that replaces the eight bytes at `offset`.
    pub(super) fn address(&mut self, offset: usize, target: DataId, addend: i64) {
        self.addresses.push(Address { offset, target, addend });
    }

    /// Defines a declared piece of data.
    pub(super) fn define(self, object: &mut ObjectModule, id: DataId) -> Result<()> {
        let mut description = DataDescription::new();
        description.set_align(self.align);
        if let Some(section) = self.section {
            description.set_custom_section(section);
        }
        description.define(self.bytes.into());
        for Address { offset, target, addend } in self.addresses {
            let target = object.declare_data_in_data(target, &mut description);
            description.write_data_addr(offset as u32, target, addend);
        }
        object.define_data(id, &description).map_err(writer_error)
    }
}

/// Defines a declared piece of data that consists of zeros and takes no bytes in the file.
pub(super) fn define_zeros(object: &mut ObjectModule, id: DataId, bytes: usize, align: u64) -> Result<()> {
    let mut description = DataDescription::new();
    description.set_align(align);
    description.define_zeroinit(bytes);
    object.define_data(id, &description).map_err(writer_error)
}
