//! Translates DWARF expressions: of WebAssembly's locations, memory and locals become those of the process.
//!
//! A location that cannot be translated is no location: the debugger then says that the variable is optimized out. An
//! expression must never lead to another place than the guest's, so what is not understood is not passed on.

use gimli::{Operation as Op, Reader as _, UnitRef};

use super::R;
use super::entries::{BASE_TYPE_BYTES, Expression};
use super::guest_memory::GuestMemory;
use super::operands::{Kind, Operands, Reading, bring};
use super::sections::{Section, Target};

/// What an expression stands for.
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

/// What ends a component of an expression.
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
        let mut rest = operations.clone();
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
            (Purpose::Location | Purpose::FrameBase, kind) => self.to_host(kind),
            (Purpose::MemberLocation, Kind::Host) => Some(()),
            (Purpose::MemberLocation, _) => None,
            (Purpose::Value, Kind::Host) => self.to_guest(),
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
            self.to_guest()?;
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
    fn to_host(&mut self, kind: Kind) -> Option<()> {
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

    fn to_guest(&mut self) -> Option<()> {
        if self.context.memory == GuestMemory::None {
            return None;
        }
        self.context.memory.to_guest(&mut self.output.code);
        Some(())
    }

    fn slot(&self, local: u32) -> Option<i32> {
        self.context.frame?.slots.get(local as usize).copied()
    }

    fn frame_pointer(&mut self, offset: i32) {
        let register = self.context.frame.map_or(0, |frame| frame.register);
        self.code().u8(gimli::DW_OP_breg0.0 + register);
        self.code().sleb(i64::from(offset));
    }

    /// Reads `bytes` from the address of the process on top.
    fn load(&mut self, bytes: u8) -> Option<()> {
        let kind = match bytes {
            1 | 2 | 4 => Kind::Word,
            8 => Kind::Full,
            _ => return None,
        };
        self.code().u8(gimli::DW_OP_deref_size.0);
        self.code().u8(bytes);
        self.operands.push(kind)
    }

    /// Translates an operation that does not end a component.
    fn operation(&mut self, operation: Op<R<'a>>) -> Option<()> {
        if let (Some(address), Op::PlusConstant { value }) = (self.pending, &operation) {
            let sum = address.wrapping_add(*value);
            self.pending = Some(if self.is_32 { sum & u64::from(u32::MAX) } else { sum });
            return Some(());
        }
        self.flush()?;
        match operation {
            Op::WasmLocal { .. } | Op::WasmGlobal { .. } | Op::FrameOffset { .. } | Op::PushObjectAddress => {
                self.state(&operation)
            }
            Op::Address { address } => self.address(address),
            Op::AddressIndex { index } => {
                let address = self.context.unit.address(index).ok()?;
                self.address(address)
            }
            Op::ConstantIndex { index } => {
                let value = self.context.unit.address(index).ok()?;
                self.constant(value)
            }
            Op::UnsignedConstant { value } => self.constant(value),
            Op::SignedConstant { value } => {
                self.code().u8(gimli::DW_OP_consts.0);
                self.code().sleb(value);
                self.operands.push(Kind::Full)
            }
            Op::Deref { base_type, size, space: false } => {
                let kind = self.operands.pop()?;
                self.to_host(kind)?;
                if base_type.0 == 0 {
                    return self.load(size);
                }
                self.code().u8(gimli::DW_OP_deref_type.0);
                self.code().u8(size);
                self.base_type(base_type.0)?;
                self.operands.push(Kind::Typed)
            }
            Op::TypedLiteral { .. } | Op::Convert { .. } | Op::Reinterpret { .. } => self.typed(&operation),
            Op::Drop | Op::Pick { .. } | Op::Swap | Op::Rot => self.shuffle(&operation),
            Op::Nop | Op::Uninitialized => Some(()),
            operation => self.arithmetic(&operation),
        }
    }

    /// Pushes state of the program.
    fn state(&mut self, operation: &Op<R<'a>>) -> Option<()> {
        match *operation {
            Op::WasmLocal { index } => {
                let slot = self.slot(index)?;
                let bytes = *self.context.frame?.sizes.get(index as usize)?;
                self.frame_pointer(slot);
                self.load(bytes)
            }
            Op::WasmGlobal { index } => match (self.context.global)(index)? {
                Global::Constant(value) => self.constant(value),
                Global::Stored { offset, bytes } => {
                    self.code().u8(gimli::DW_OP_addr.0);
                    self.code().place(Target::Globals, u64::from(offset));
                    self.load(bytes)
                }
            },
            Op::FrameOffset { offset } if self.context.has_frame_base => {
                self.code().u8(gimli::DW_OP_fbreg.0);
                self.code().sleb(offset);
                self.operands.push(Kind::Host)
            }
            Op::PushObjectAddress => {
                self.code().u8(gimli::DW_OP_push_object_address.0);
                self.operands.push(Kind::Host)
            }
            _ => None,
        }
    }

    /// Pushes a known address of the guest.
    fn address(&mut self, address: u64) -> Option<()> {
        // Linkers write the highest address or the one before it for data that they have removed.
        let tombstone = if self.is_32 { u64::from(u32::MAX) - 1 } else { u64::MAX - 1 };
        if address >= tombstone {
            return None;
        }
        self.pending = Some(address);
        Some(())
    }

    fn base_type(&mut self, base_type: usize) -> Option<()> {
        let place = u32::try_from(self.output.code.bytes.len()).ok()?;
        self.output.base_types.push((place, u32::try_from(base_type).ok()?));
        self.code().bytes.extend([0x80; BASE_TYPE_BYTES - 1]);
        self.code().u8(0);
        Some(())
    }

    fn typed(&mut self, operation: &Op<R<'a>>) -> Option<()> {
        match *operation {
            Op::TypedLiteral { base_type, value } => {
                self.code().u8(gimli::DW_OP_const_type.0);
                self.base_type(base_type.0)?;
                self.code().u8(u8::try_from(value.len()).ok()?);
                self.code().bytes.extend_from_slice(value.slice());
                self.operands.push(Kind::Typed)
            }
            Op::Convert { base_type } | Op::Reinterpret { base_type } => {
                let kind = self.operands.pop()?;
                if kind == Kind::Host {
                    return None;
                }
                bring(&mut self.output.code, kind, Reading::Unsigned);
                let is_convert = matches!(operation, Op::Convert { .. });
                self.code().u8(if is_convert { gimli::DW_OP_convert.0 } else { gimli::DW_OP_reinterpret.0 });
                if base_type.0 == 0 {
                    self.code().u8(0);
                    return self.operands.push(Kind::Full);
                }
                self.base_type(base_type.0)?;
                self.operands.push(Kind::Typed)
            }
            _ => None,
        }
    }

    fn shuffle(&mut self, operation: &Op<R<'a>>) -> Option<()> {
        match *operation {
            Op::Drop => {
                self.code().u8(gimli::DW_OP_drop.0);
                self.operands.pop().map(|_| ())
            }
            Op::Pick { index } => {
                self.code().u8(gimli::DW_OP_pick.0);
                self.code().u8(index);
                self.operands.pick(index)
            }
            Op::Swap => {
                self.code().u8(gimli::DW_OP_swap.0);
                self.operands.swap()
            }
            Op::Rot => {
                self.code().u8(gimli::DW_OP_rot.0);
                self.operands.rotate()
            }
            _ => None,
        }
    }

    fn arithmetic(&mut self, operation: &Op<R<'a>>) -> Option<()> {
        use Reading::{Low, Signed, Unsigned};
        let (operands, code) = (&mut self.operands, &mut self.output.code);
        match *operation {
            Op::PlusConstant { value } => {
                let kind = match operands.pop()? {
                    Kind::Host => Kind::Host,
                    Kind::Typed => return None,
                    Kind::Word | Kind::LowWord => Kind::LowWord,
                    Kind::Full => Kind::Full,
                };
                code.u8(gimli::DW_OP_plus_uconst.0);
                code.uleb(value);
                operands.push(kind)
            }
            Op::Plus if operands.has_host() => operands.move_host(code, gimli::DW_OP_plus),
            Op::Minus if operands.has_host() => operands.move_host(code, gimli::DW_OP_minus),
            Op::Plus => operands.binary(code, gimli::DW_OP_plus, Low),
            Op::Minus => operands.binary(code, gimli::DW_OP_minus, Low),
            Op::Mul => operands.binary(code, gimli::DW_OP_mul, Low),
            Op::And => operands.binary(code, gimli::DW_OP_and, Low),
            Op::Or => operands.binary(code, gimli::DW_OP_or, Low),
            Op::Xor => operands.binary(code, gimli::DW_OP_xor, Low),
            Op::Shl => operands.binary(code, gimli::DW_OP_shl, Low),
            Op::Not => operands.unary(code, gimli::DW_OP_not, Low),
            Op::Neg => operands.unary(code, gimli::DW_OP_neg, Low),
            Op::Abs => operands.unary(code, gimli::DW_OP_abs, Signed),
            Op::Div => operands.binary(code, gimli::DW_OP_div, Signed),
            Op::Shra => operands.binary(code, gimli::DW_OP_shra, Signed),
            Op::Lt => operands.binary(code, gimli::DW_OP_lt, Signed),
            Op::Le => operands.binary(code, gimli::DW_OP_le, Signed),
            Op::Gt => operands.binary(code, gimli::DW_OP_gt, Signed),
            Op::Ge => operands.binary(code, gimli::DW_OP_ge, Signed),
            Op::Shr => operands.binary(code, gimli::DW_OP_shr, Unsigned),
            Op::Mod => operands.binary(code, gimli::DW_OP_mod, Unsigned),
            Op::Eq => operands.binary(code, gimli::DW_OP_eq, Unsigned),
            Op::Ne => operands.binary(code, gimli::DW_OP_ne, Unsigned),
            // Registers and the frame of the processor, which WebAssembly has not; branches, whose kinds of values
            // would depend on the path; values at the entry, which are gone; calls of other expressions.
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
