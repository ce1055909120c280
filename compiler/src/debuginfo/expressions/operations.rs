//! Translates single operations of DWARF expressions.
//!
//! An operation that is not listed here has no meaning in the process, and neither has its expression. What values mean
//! is in [`super::super::operands`]; no operation may be written before its operands have been asked there.

use gimli::{Operation as Op, Reader as _};

use super::super::R;
use super::super::entries::BASE_TYPE_BYTES;
use super::super::operands::{Kind, Reading, bring};
use super::super::sections::Target;
use super::{Global, Translation};

impl<'a> Translation<'_, '_, '_, 'a> {
    pub(super) fn slot(&self, local: u32) -> Option<i32> {
        self.context.frame?.slots.get(local as usize).copied()
    }

    pub(super) fn frame_pointer(&mut self, offset: i32) {
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
    pub(super) fn operation(&mut self, operation: Op<R<'a>>) -> Option<()> {
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
                self.become_host(kind)?;
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
