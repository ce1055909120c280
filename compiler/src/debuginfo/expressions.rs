//! Translates DWARF expressions: of WebAssembly's locations, memory and locals become those of the process.
//!
//! A location that cannot be translated is no location: the debugger then says that the variable is optimized out. An
//! expression must never lead to another place than the guest's, so what is not understood is not passed on.

mod operations;

use gimli::{Operation as Op, Reader as _, UnitRef};

use super::R;
use super::entries::Expression;
use super::guest_memory::GuestMemory;
use super::operands::{Kind, Operands, Reading, bring};
use super::sections::Section;

/// The use of an expression's result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Purpose {
    /// The place of an object.
    Location,
    /// The address from which `DW_OP_fbreg` counts.
    FrameBase,
    /// The place of a member; the address of the object is on the stack.
    MemberLocation,
    /// A number.
    Value,
}

/// The state of the program that an expression can refer to.
pub(super) struct Context<'c, 'u, 'a> {
    pub(super) unit: UnitRef<'u, R<'a>>,
    pub(super) memory: GuestMemory,
    /// Of the function around the expression, if it is in one that was compiled.
    pub(super) frame: Option<&'c Frame<'c>>,
    /// Whether the translated function has a frame base.
    pub(super) has_frame_base: bool,
    /// Finds a global of the module.
    pub(super) global: &'c dyn Fn(u32) -> Option<Global>,
}

/// The frame of a function.
pub(super) struct Frame<'c> {
    /// The number that DWARF gives to the frame pointer.
    pub(super) register: u8,
    /// Where locals are: bytes from the frame pointer. Empty if they are in no memory.
    pub(super) slots: &'c [i32],
    /// The sizes of the same locals.
    pub(super) sizes: Box<[u8]>,
}

/// A global of the module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Global {
    Constant(u64),
    Stored { offset: u32, bytes: u8 },
}

/// Translates an expression; `None` if it has no meaning in the process.
pub(super) fn translate<'a>(
    expression: gimli::Expression<R<'a>>,
    purpose: Purpose,
    context: &Context<'_, '_, 'a>,
) -> Option<Expression> {
    let mut operations = expression.operations(context.unit.encoding());
    let mut translation = Translation::new(purpose, context);
    loop {
        let start = translation.mark();
        let end = match translation.component(&mut operations) {
            Some(end) => end,
            // A piece without location says that this part of the object is unknown.
            None => {
                translation.reset(start);
                skip_to_piece(&mut operations)?
            }
        };
        match end {
            End::Piece(bits, offset) => {
                translation.output.is_simple = false;
                translation.piece(bits, offset);
            }
            End::Expression => return translation.has_location.then_some(translation.output),
        }
    }
}

/// The end of a component of an expression: that of the expression, or a piece (bits, and the offset of the first).
enum End {
    Expression,
    Piece(u64, Option<u64>),
}

fn skip_to_piece(operations: &mut gimli::OperationIter<R<'_>>) -> Option<End> {
    loop {
        match operations.next().ok()? {
            None => return Some(End::Expression),
            Some(Op::Piece { size_in_bits, bit_offset }) => return Some(End::Piece(size_in_bits, bit_offset)),
            Some(_) => {}
        }
    }
}

struct Translation<'t, 'c, 'u, 'a> {
    purpose: Purpose,
    context: &'t Context<'c, 'u, 'a>,
    output: Expression,
    operands: Operands,
    /// A known address of the guest on top of the stack, for which no operation was written yet.
    pending: Option<u64>,
    /// Whether a component has a location.
    has_location: bool,
    is_32: bool,
}

impl<'t, 'c, 'u, 'a> Translation<'t, 'c, 'u, 'a> {
    fn new(purpose: Purpose, context: &'t Context<'c, 'u, 'a>) -> Self {
        Translation {
            purpose,
            context,
            output: Expression { is_simple: true, ..Expression::default() },
            operands: Operands::default(),
            pending: None,
            has_location: false,
            is_32: context.unit.encoding().address_size <= 4,
        }
    }

    fn mark(&self) -> (usize, usize, usize) {
        (self.output.code.bytes.len(), self.output.code.fixups.len(), self.output.base_types.len())
    }

    fn reset(&mut self, (bytes, fixups, base_types): (usize, usize, usize)) {
        self.output.code.bytes.truncate(bytes);
        self.output.code.fixups.truncate(fixups);
        self.output.base_types.truncate(base_types);
        self.operands = Operands::default();
        self.pending = None;
    }

    fn code(&mut self) -> &mut Section {
        &mut self.output.code
    }

    /// Translates operations up to the end of a component.
    fn component(&mut self, operations: &mut gimli::OperationIter<R<'a>>) -> Option<End> {
        if self.purpose == Purpose::MemberLocation {
            self.operands.push(Kind::Host)?;
        }
        let start = self.mark();
        let mut is_complete = false;
        loop {
            let operation = operations.next().ok()?;
            let end = match operation {
                None => End::Expression,
                Some(Op::Piece { size_in_bits, bit_offset }) => End::Piece(size_in_bits, bit_offset),
                // Only a piece may follow a value.
                Some(_) if is_complete => return None,
                Some(Op::StackValue) => {
                    is_complete = self.stack_value()?;
                    continue;
                }
                Some(Op::ImplicitValue { data }) => {
                    self.code().u8(gimli::DW_OP_implicit_value.0);
                    self.code().uleb(data.len() as u64);
                    self.code().bytes.extend_from_slice(data.slice());
                    self.output.is_simple = false;
                    is_complete = true;
                    continue;
                }
                Some(Op::WasmLocal { index }) if self.is_whole_local(operations) => {
                    let slot = self.slot(index)?;
                    self.frame_pointer(slot);
                    is_complete = true;
                    operations.next().ok()?;
                    continue;
                }
                Some(operation) => {
                    self.operation(operation)?;
                    continue;
                }
            };
            if matches!(end, End::Piece(..)) && self.mark() == start && self.pending.is_none() {
                // A piece without location.
                self.operands = Operands::default();
                return Some(end);
            }
            if !is_complete {
                self.finish()?;
            }
            self.has_location = true;
            self.operands = Operands::default();
            return Some(end);
        }
    }

    /// Whether a local is all of a location: `DW_OP_WASM_location local, DW_OP_stack_value`. The object is in the slot
    /// then, and can be changed there.
    fn is_whole_local(&self, operations: &gimli::OperationIter<R<'a>>) -> bool {
        let mut rest = *operations;
        self.purpose == Purpose::Location
            && self.operands.is_empty()
            && self.pending.is_none()
            && matches!(rest.next(), Ok(Some(Op::StackValue)))
            && matches!(rest.next(), Ok(None | Some(Op::Piece { .. })))
    }

    /// Ends a component whose location is on the stack.
    fn finish(&mut self) -> Option<()> {
        if let Some(address) = self.pending.take() {
            match self.purpose {
                Purpose::Location | Purpose::FrameBase if self.context.memory == GuestMemory::None => return None,
                Purpose::Location | Purpose::FrameBase => {
                    self.context.memory.constant(address, &mut self.output.code);
                }
                Purpose::Value => self.constant(address)?,
                Purpose::MemberLocation => return None,
            }
            return Some(());
        }
        let kind = self.operands.pop()?;
        match (self.purpose, kind) {
            (Purpose::Location | Purpose::FrameBase, kind) => self.become_host(kind),
            (Purpose::MemberLocation, Kind::Host) => Some(()),
            (Purpose::MemberLocation, _) => None,
            (Purpose::Value, Kind::Host) => self.become_guest(),
            (Purpose::Value, _) => Some(()),
        }
    }

    /// Ends a value; returns whether the component is complete.
    fn stack_value(&mut self) -> Option<bool> {
        match self.purpose {
            // The value is the address.
            Purpose::FrameBase => return Some(false),
            Purpose::MemberLocation => return None,
            Purpose::Location | Purpose::Value => {}
        }
        self.flush()?;
        if self.operands.pop()? == Kind::Host {
            self.become_guest()?;
        }
        self.output.is_value = true;
        self.code().u8(gimli::DW_OP_stack_value.0);
        Some(true)
    }

    fn piece(&mut self, bits: u64, offset: Option<u64>) {
        match offset {
            None if bits.is_multiple_of(8) => {
                self.code().u8(gimli::DW_OP_piece.0);
                self.code().uleb(bits / 8);
            }
            offset => {
                self.code().u8(gimli::DW_OP_bit_piece.0);
                self.code().uleb(bits);
                self.code().uleb(offset.unwrap_or(0));
            }
        }
    }

    /// Writes the known address that was kept back.
    fn flush(&mut self) -> Option<()> {
        match self.pending.take() {
            Some(address) => self.constant(address),
            None => Some(()),
        }
    }

    fn constant(&mut self, value: u64) -> Option<()> {
        self.code().u8(gimli::DW_OP_constu.0);
        self.code().uleb(value);
        let fits = value < 1 << 31 || !self.is_32;
        self.operands.push(if fits { Kind::Full } else { Kind::Word })
    }

    /// Turns the value on top into an address of the process.
    fn become_host(&mut self, kind: Kind) -> Option<()> {
        match kind {
            Kind::Host => return Some(()),
            Kind::Typed => return None,
            Kind::LowWord => bring(&mut self.output.code, kind, Reading::Unsigned),
            Kind::Full if self.is_32 => super::guest_memory::mask_word(&mut self.output.code),
            Kind::Word | Kind::Full => {}
        }
        if self.context.memory == GuestMemory::None {
            return None;
        }
        self.context.memory.to_host(&mut self.output.code);
        Some(())
    }

    fn become_guest(&mut self) -> Option<()> {
        if self.context.memory == GuestMemory::None {
            return None;
        }
        self.context.memory.to_guest(&mut self.output.code);
        Some(())
    }
}

#[cfg(test)]
mod tests;
