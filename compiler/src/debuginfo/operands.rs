//! The kinds of values on the stack of a DWARF expression while it is translated.
//!
//! The guest's debugger would calculate in 32 bits with addresses of the guest; ours calculates in 64 bits with
//! addresses of the process. Where an operation could tell the difference, its operands are brought into the right form
//! first. A value whose kind does not fit an operation must not be guessed: the expression has no translation then.

use gimli::{DW_OP_const1u, DW_OP_shl, DW_OP_shra, DW_OP_swap, DwOp};

use super::guest_memory::mask_word;
use super::sections::Section;

/// The kind of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// An address of the process.
    Host,
    /// A number of the guest in 32 bits; the upper half is zero.
    Word,
    /// A number of the guest of which only the lower 32 bits are right.
    LowWord,
    /// A number in 64 bits, or a small constant: right in every reading.
    Full,
    /// A value of a base type.
    Typed,
}

/// How an operation reads its operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reading {
    /// Only the lower bits of its result depend on the lower bits of its operands.
    Low,
    /// As signed numbers.
    Signed,
    /// As unsigned numbers.
    Unsigned,
}

/// The values on the stack. Known addresses are kept back until their use is known.
#[derive(Default)]
pub(super) struct Operands {
    kinds: Vec<Kind>,
}

/// No producer comes near this depth, and operations that look deep would cost as much for each.
const DEPTH_MAX: usize = 64;

impl Operands {
    pub(super) fn push(&mut self, kind: Kind) -> Option<()> {
        self.kinds.push(kind);
        (self.kinds.len() <= DEPTH_MAX).then_some(())
    }

    pub(super) fn pop(&mut self) -> Option<Kind> {
        self.kinds.pop()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    pub(super) fn pick(&mut self, index: u8) -> Option<()> {
        let position = self.kinds.len().checked_sub(usize::from(index) + 1)?;
        self.push(self.kinds[position])
    }

    pub(super) fn swap(&mut self) -> Option<()> {
        let last = self.kinds.len().checked_sub(2)?;
        self.kinds.swap(last, last + 1);
        Some(())
    }

    /// The top becomes the third.
    pub(super) fn rotate(&mut self) -> Option<()> {
        let third = self.kinds.len().checked_sub(3)?;
        self.kinds[third..].rotate_right(1);
        Some(())
    }

    /// An operation with one operand.
    pub(super) fn unary(&mut self, code: &mut Section, operation: DwOp, reading: Reading) -> Option<()> {
        let kind = self.pop()?;
        if kind == Kind::Host {
            return None;
        }
        bring(code, kind, reading);
        code.u8(operation.0);
        self.push(result(kind, kind))
    }

    /// An operation with two operands, neither of which may be an address of the process.
    pub(super) fn binary(&mut self, code: &mut Section, operation: DwOp, reading: Reading) -> Option<()> {
        let (top, second) = (self.pop()?, self.pop()?);
        if top == Kind::Host || second == Kind::Host || (top == Kind::Typed) != (second == Kind::Typed) {
            return None;
        }
        bring(code, top, reading);
        if needs_bringing(second, reading) {
            code.u8(DW_OP_swap.0);
            bring(code, second, reading);
            code.u8(DW_OP_swap.0);
        }
        code.u8(operation.0);
        self.push(result(top, second))
    }

    /// Makes the distance on top, and the address of the process below it, one address.
    pub(super) fn move_host(&mut self, code: &mut Section, operation: DwOp) -> Option<()> {
        let (top, second) = (self.pop()?, self.pop()?);
        let distance = match (top, second) {
            (Kind::Host, Kind::Host) if operation == gimli::DW_OP_minus => {
                code.u8(operation.0);
                return self.push(Kind::Full);
            }
            (distance, Kind::Host) => distance,
            (Kind::Host, distance) if operation == gimli::DW_OP_plus => {
                code.u8(DW_OP_swap.0);
                distance
            }
            _ => return None,
        };
        if matches!(distance, Kind::Host | Kind::Typed) {
            return None;
        }
        bring(code, distance, Reading::Signed);
        code.u8(operation.0);
        self.push(Kind::Host)
    }

    /// Whether one of the two topmost values is an address of the process.
    pub(super) fn has_host(&self) -> bool {
        self.kinds.iter().rev().take(2).any(|kind| *kind == Kind::Host)
    }
}

/// Whether a value must be changed before it is read in this way.
fn needs_bringing(kind: Kind, reading: Reading) -> bool {
    match (kind, reading) {
        (Kind::Word | Kind::LowWord, Reading::Signed) | (Kind::LowWord, Reading::Unsigned) => true,
        (Kind::Host | Kind::Full | Kind::Typed | Kind::Word | Kind::LowWord, _) => false,
    }
}

/// Extends the value on top of the stack as its reading asks for.
pub(super) fn bring(code: &mut Section, kind: Kind, reading: Reading) {
    if !needs_bringing(kind, reading) {
        return;
    }
    if reading == Reading::Unsigned {
        return mask_word(code);
    }
    for shift in [DW_OP_shl, DW_OP_shra] {
        code.u8(DW_OP_const1u.0);
        code.u8(32);
        code.u8(shift.0);
    }
}

fn result(one: Kind, other: Kind) -> Kind {
    match (one, other) {
        (Kind::Typed, _) | (_, Kind::Typed) => Kind::Typed,
        (Kind::Word | Kind::LowWord, _) | (_, Kind::Word | Kind::LowWord) => Kind::LowWord,
        _ => Kind::Full,
    }
}
