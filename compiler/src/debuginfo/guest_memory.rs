//! The place of the guest's memory in the process, as operations of DWARF expressions.
//!
//! All addresses that debuggers follow are made here, so that a change of the place of memories is a change of this
//! file and `plan/memory.rs`. Only memory 0 of a module has debug information: producers describe no other.

use std::mem::offset_of;

use gimli::{DW_OP_addr, DW_OP_constu, DW_OP_plus, DW_OP_plus_uconst, DW_OP_skip};
use gimli::{DW_OP_and, DW_OP_bra, DW_OP_const4u, DW_OP_const8u, DW_OP_deref, DW_OP_dup, DW_OP_lt, DW_OP_minus};
use gimli::{DW_OP_lit0, DW_OP_ne, DW_OP_over, DW_OP_push_object_address};
use wasmc_abi::layout::{IDENTITY_FIRST, Memory};

use super::sections::{Section, Target};
use crate::module::instance::Instance;
use crate::plan::Plan;
use crate::plan::memory::MemoryBase;

/// The place of a module's memory 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum GuestMemory {
    /// There is none.
    None,
    /// All of it is this far from its own addresses.
    Fixed {
        /// Address of its first byte.
        base: u64,
    },
    /// An address of the guest from 64 KiB on is an address of the process. The bytes below are further up, by the
    /// number that the memory's state has as its base.
    Identity {
        /// The place of that number, in bytes from the start of the states of memories.
        base_field: u64,
    },
    /// All of it is where the memory's state says.
    Loaded {
        /// The place of the address of its first byte, in bytes from the start of the states of memories.
        base_field: u64,
    },
}

/// The first address that identity shows.
const IDENTITY_START: u32 = IDENTITY_FIRST as u32;

impl GuestMemory {
    /// The memory 0 of an instance.
    pub(super) fn of(plan: &Plan, instance: &Instance<'_>) -> GuestMemory {
        let Some(index) = instance.memories().next() else { return GuestMemory::None };
        let base_field = u64::from(index.0) * size_of::<Memory>() as u64 + offset_of!(Memory, base) as u64;
        match plan.memories[index].base {
            MemoryBase::Identity => GuestMemory::Identity { base_field },
            MemoryBase::Constant(base) => GuestMemory::Fixed { base },
            MemoryBase::State => GuestMemory::Loaded { base_field },
        }
    }

    /// Turns the address of the guest on top of the stack, in as many bits as the guest's addresses have, into an
    /// address of the process.
    pub(super) fn to_host(self, expression: &mut Section) {
        match self {
            GuestMemory::None => {}
            GuestMemory::Fixed { base } => {
                expression.u8(DW_OP_plus_uconst.0);
                expression.uleb(base);
            }
            GuestMemory::Loaded { base_field } => add_base(expression, base_field),
            GuestMemory::Identity { base_field } => {
                // address < 64 KiB ? address + base : address
                expression.u8(DW_OP_dup.0);
                expression.u8(DW_OP_const4u.0);
                expression.u32(IDENTITY_START);
                expression.u8(DW_OP_lt.0);
                expression.u8(DW_OP_bra.0);
                expression.u16(SKIP_BYTES);
                expression.u8(DW_OP_skip.0);
                expression.u16(ADD_BASE_BYTES);
                add_base(expression, base_field);
            }
        }
    }

    /// As [`Self::to_host`] for the value of a pointer: null stays null.
    pub(super) fn pointer(self, expression: &mut Section) {
        let mut moved = Section::default();
        match self {
            GuestMemory::None => return,
            GuestMemory::Identity { base_field } => {
                // address < 64 KiB && address != 0 ? address + base : address
                expression.u8(DW_OP_dup.0);
                expression.u8(DW_OP_const4u.0);
                expression.u32(IDENTITY_START);
                expression.u8(DW_OP_lt.0);
                for operation in [DW_OP_over, DW_OP_lit0, DW_OP_ne, DW_OP_and] {
                    expression.u8(operation.0);
                }
                add_base(&mut moved, base_field);
            }
            GuestMemory::Fixed { .. } | GuestMemory::Loaded { .. } => {
                expression.u8(DW_OP_dup.0);
                self.to_host(&mut moved);
            }
        }
        expression.u8(DW_OP_bra.0);
        expression.u16(SKIP_BYTES);
        expression.u8(DW_OP_skip.0);
        expression.u16(moved.bytes.len() as u16);
        expression.append(moved, |_| 0);
    }

    /// The location of a record that gdb has followed a pointer of the guest to, where its bytes may be elsewhere.
    pub(super) fn record(self) -> Option<Section> {
        let GuestMemory::Identity { .. } = self else { return None };
        let mut expression = Section::default();
        expression.u8(DW_OP_push_object_address.0);
        self.to_host(&mut expression);
        Some(expression)
    }

    /// Pushes the address in the process of a known address of the guest.
    pub(super) fn constant(self, address: u64, expression: &mut Section) {
        let constant = |expression: &mut Section, value| {
            expression.u8(DW_OP_const8u.0);
            expression.u64(value);
        };
        match self {
            GuestMemory::None => constant(expression, address),
            GuestMemory::Fixed { base } => constant(expression, address.wrapping_add(base)),
            GuestMemory::Identity { .. } if address >= u64::from(IDENTITY_START) => constant(expression, address),
            GuestMemory::Identity { base_field } | GuestMemory::Loaded { base_field } => {
                constant(expression, address);
                add_base(expression, base_field);
            }
        }
    }

    /// Turns the address of the process on top of the stack into one of the guest.
    pub(super) fn to_guest(self, expression: &mut Section) {
        match self {
            GuestMemory::None => {}
            GuestMemory::Fixed { base } => {
                expression.u8(DW_OP_constu.0);
                expression.uleb(base);
                expression.u8(DW_OP_minus.0);
            }
            // The lower half of an address in the second view, which begins at a multiple of 2^32, is the guest's.
            GuestMemory::Identity { .. } => mask_word(expression),
            GuestMemory::Loaded { base_field } => {
                load_base(expression, base_field);
                expression.u8(DW_OP_minus.0);
            }
        }
    }
}

/// Clears the upper half of the top of the stack.
pub(super) fn mask_word(expression: &mut Section) {
    expression.u8(DW_OP_const4u.0);
    expression.u32(u32::MAX);
    expression.u8(DW_OP_and.0);
}

/// Bytes of `DW_OP_skip`.
const SKIP_BYTES: u16 = 3;
/// Bytes of what [`add_base`] appends.
const ADD_BASE_BYTES: u16 = 1 + 8 + 1 + 1;

fn add_base(expression: &mut Section, base_field: u64) {
    load_base(expression, base_field);
    expression.u8(DW_OP_plus.0);
}

fn load_base(expression: &mut Section, base_field: u64) {
    expression.u8(DW_OP_addr.0);
    expression.place(Target::Memories, base_field);
    expression.u8(DW_OP_deref.0);
}
