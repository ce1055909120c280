//! Translated expressions are evaluated by gimli in a process that is made up here: a frame at 0x7000, the states of
//! memories at 0x9000, globals at 0xa000, and a memory of the guest.

use gimli::{EndianSlice, EvaluationResult, LittleEndian, Location, Piece, Value};

use super::super::sections::Target;
use super::*;

const FRAME: u64 = 0x7000;
const FRAME_BASE: u64 = 0x5_0000;
const MEMORIES: u64 = 0x9000;
const GLOBALS: u64 = 0xa000;
const OBJECT: u64 = 0x6_0000;
const LOW_BASE: u64 = 0x4_0000_0000;

const IDENTITY: GuestMemory = GuestMemory::Identity { base_field: 0 };

/// The headers of a unit of DWARF 5 for WebAssembly with one entry.
const INFO: [u8; 13] = [9, 0, 0, 0, 5, 0, 1, 4, 0, 0, 0, 0, 1];
const ABBREVIATIONS: [u8; 6] = [1, 0x11, 0, 0, 0, 0];

/// Translates and evaluates an expression; `None` if it has no translation.
fn evaluate(input: &[u8], purpose: Purpose, memory: GuestMemory) -> Option<Vec<Piece<R<'static>>>> {
    let slice = |bytes: &'static [u8]| EndianSlice::new(bytes, LittleEndian);
    let load = |id| -> Result<_, gimli::Error> {
        Ok(match id {
            gimli::SectionId::DebugInfo => slice(&INFO),
            gimli::SectionId::DebugAbbrev => slice(&ABBREVIATIONS),
            _ => slice(&[]),
        })
    };
    let dwarf = gimli::Dwarf::load(load).expect("sections");
    let header = dwarf.units().next().expect("a unit").expect("a unit");
    let unit = dwarf.unit(header).expect("a unit");
    // Local 1 is an i64.
    let frame = Frame { register: 6, slots: &[-8, -16, -24], sizes: [4, 8, 4].into() };
    let context = Context {
        unit: unit.unit_ref(&dwarf),
        memory,
        frame: Some(&frame),
        has_frame_base: true,
        global: &|index| match index {
            0 => Some(Global::Stored { offset: 8, bytes: 4 }),
            1 => Some(Global::Constant(77)),
            _ => None,
        },
    };
    let input: &'static [u8] = input.to_vec().leak();
    let translated = translate(gimli::Expression(slice(input)), purpose, &context)?;
    Some(result_of(&translated, purpose))
}

fn result_of(expression: &Expression, purpose: Purpose) -> Vec<Piece<R<'static>>> {
    let mut bytes = expression.code.bytes.clone();
    for fixup in &expression.code.fixups {
        let base = match fixup.target {
            Target::Memories => MEMORIES,
            Target::Globals => GLOBALS,
            _ => panic!("{fixup:?}"),
        };
        bytes[fixup.offset as usize..][..8].copy_from_slice(&(base + fixup.addend).to_le_bytes());
    }
    let encoding = gimli::Encoding { address_size: 8, format: gimli::Format::Dwarf32, version: 5 };
    let bytes: &'static [u8] = bytes.leak();
    let mut evaluation = gimli::Expression(EndianSlice::new(bytes, LittleEndian)).evaluation(encoding);
    if purpose == Purpose::MemberLocation {
        evaluation.set_initial_value(OBJECT);
    }
    evaluation.set_object_address(OBJECT);
    let mut state = evaluation.evaluate().expect("valid operations");
    loop {
        state = match state {
            EvaluationResult::Complete => return evaluation.result(),
            EvaluationResult::RequiresRegister { register: gimli::Register(6), .. } => {
                evaluation.resume_with_register(Value::Generic(FRAME))
            }
            EvaluationResult::RequiresFrameBase => evaluation.resume_with_frame_base(FRAME_BASE),
            EvaluationResult::RequiresRelocatedAddress(address) => evaluation.resume_with_relocated_address(address),
            EvaluationResult::RequiresMemory { address, size, .. } => {
                let value = word_at(address);
                let value = if size < 8 { value & ((1 << (u32::from(size) * 8)) - 1) } else { value };
                evaluation.resume_with_memory(Value::Generic(value))
            }
            other => panic!("{other:?}"),
        }
        .expect("valid operations");
    }
}

/// The memory of the process.
fn word_at(address: u64) -> u64 {
    match address {
        // Locals: an address above 64 KiB, a large number, and a negative number.
        0x6ff8 => 0xffff_ffff_0002_0000,
        0x6ff0 => 0x1234_5678_9abc_def0,
        0x6fe8 => 0xffff_fffb,
        MEMORIES => LOW_BASE,
        0xa008 => 0x8000,
        // Pointers of the guest: one to its lowest page, in a variable, and one in that page.
        0x2_0000 => 0x0000_1111_0000_0420,
        0x4_0000_0420 => 0x3_0000,
        0x5_0010 => 0x420,
        // A vtable pointer, and the offset of a virtual base in front of the vtable.
        OBJECT => 0x2_0100,
        0x2_00f4 => 0xffff_fff8,
        other => panic!("a read at {other:#x}"),
    }
}

fn place(input: &[u8], memory: GuestMemory) -> Option<u64> {
    address(evaluate(input, Purpose::Location, memory)?)
}

fn address(pieces: Vec<Piece<R<'static>>>) -> Option<u64> {
    let [piece] = &pieces[..] else { panic!("{pieces:?}") };
    match piece.location {
        Location::Address { address } => Some(address),
        ref other => panic!("{other:?}"),
    }
}

fn value(input: &[u8]) -> Option<u64> {
    let pieces = evaluate(input, Purpose::Location, IDENTITY)?;
    match pieces[..] {
        [Piece { location: Location::Value { value: Value::Generic(value) }, .. }] => Some(value),
        _ => panic!("{pieces:?}"),
    }
}

const STACK_VALUE: u8 = gimli::DW_OP_stack_value.0;
const LOCAL_0: [u8; 3] = [0xed, 0, 0];
const LOCAL_1: [u8; 3] = [0xed, 0, 1];
const LOCAL_2: [u8; 3] = [0xed, 0, 2];

fn with(start: [u8; 3], rest: &[u8]) -> Vec<u8> {
    [&start[..], rest].concat()
}

#[test]
fn a_variable_in_a_local_is_in_the_slot() {
    assert_eq!(place(&with(LOCAL_1, &[STACK_VALUE]), IDENTITY), Some(FRAME - 16));
}

#[test]
fn a_local_can_have_the_address() {
    assert_eq!(place(&LOCAL_0, IDENTITY), Some(0x2_0000));
    assert_eq!(place(&LOCAL_0, GuestMemory::Fixed { base: 0x1000_0000 }), Some(0x1002_0000));
    assert_eq!(place(&LOCAL_0, GuestMemory::Loaded { base_field: 0 }), Some(0x4_0002_0000));
}

#[test]
fn static_data_is_at_a_known_address() {
    let at = |address: u32| [&[gimli::DW_OP_addr.0][..], &address.to_le_bytes()].concat();
    assert_eq!(place(&at(0x2_0000), IDENTITY), Some(0x2_0000));
    assert_eq!(place(&at(0x420), IDENTITY), Some(0x4_0000_0420));
    assert_eq!(place(&at(0x420), GuestMemory::Fixed { base: 0x1000_0000 }), Some(0x1000_0420));
    let moved = [&at(0x420)[..], &[gimli::DW_OP_plus_uconst.0, 8]].concat();
    assert_eq!(place(&moved, IDENTITY), Some(0x4_0000_0428));
}

#[test]
fn removed_data_has_no_location() {
    for tombstone in [u32::MAX, u32::MAX - 1] {
        assert_eq!(place(&[&[gimli::DW_OP_addr.0][..], &tombstone.to_le_bytes()].concat(), IDENTITY), None);
    }
}

#[test]
fn a_frame_base_is_an_address_of_the_process() {
    let base = |input: &[u8]| address(evaluate(input, Purpose::FrameBase, IDENTITY)?);
    assert_eq!(base(&with(LOCAL_0, &[STACK_VALUE])), Some(0x2_0000));
    // The stack pointer, in a global, is in the lowest 64 KiB.
    assert_eq!(base(&[0xed, 3, 0, 0, 0, 0, STACK_VALUE]), Some(0x4_0000_8000));
    assert_eq!(base(&[0xed, 1, 1, STACK_VALUE]), Some(0x4_0000_0000 + 77));
    assert_eq!(base(&[0xed, 1, 9, STACK_VALUE]), None);
}

#[test]
fn a_variable_in_the_frame_needs_no_conversion() {
    assert_eq!(place(&[gimli::DW_OP_fbreg.0, 0x10], IDENTITY), Some(FRAME_BASE + 0x10));
    // Its value is a pointer into the lowest 64 KiB.
    assert_eq!(place(&[gimli::DW_OP_fbreg.0, 0x10, gimli::DW_OP_deref.0], IDENTITY), Some(0x4_0000_0420));
    // Its address as a value is one of the guest.
    assert_eq!(value(&[gimli::DW_OP_fbreg.0, 0x10, STACK_VALUE]), Some(FRAME_BASE + 0x10));
}

#[test]
fn each_pointer_is_followed_in_32_bits() {
    let deref = gimli::DW_OP_deref.0;
    assert_eq!(place(&with(LOCAL_0, &[deref]), IDENTITY), Some(0x4_0000_0420));
    assert_eq!(place(&with(LOCAL_0, &[deref, deref]), IDENTITY), Some(0x3_0000));
    // A number that wraps around at 2^32.
    let minus_16 = [gimli::DW_OP_const4u.0, 0xf0, 0xff, 0xff, 0xff, gimli::DW_OP_plus.0];
    assert_eq!(place(&with(LOCAL_0, &minus_16), IDENTITY), Some(0x1_fff0));
}

#[test]
fn signed_operations_see_signed_numbers() {
    use gimli::{DW_OP_div, DW_OP_lit0, DW_OP_lit1, DW_OP_lt, DW_OP_shr, DW_OP_shra};
    // Local 2 is -5.
    assert_eq!(value(&with(LOCAL_2, &[DW_OP_lit0.0, DW_OP_lt.0, STACK_VALUE])), Some(1));
    assert_eq!(value(&with(LOCAL_2, &[DW_OP_lit1.0, DW_OP_shra.0, STACK_VALUE])), Some((-3i64).cast_unsigned()));
    assert_eq!(value(&with(LOCAL_2, &[0x32, DW_OP_div.0, STACK_VALUE])), Some((-2i64).cast_unsigned()));
    assert_eq!(value(&with(LOCAL_2, &[DW_OP_lit1.0, DW_OP_shr.0, STACK_VALUE])), Some(0x7fff_fffd));
    // The other operand below the top is extended as well.
    let below = [&[DW_OP_lit0.0][..], &LOCAL_2, &[DW_OP_lt.0, STACK_VALUE]].concat();
    assert_eq!(value(&below), Some(0));
}

#[test]
fn a_virtual_base_is_found_through_the_vtable() {
    use gimli::{DW_OP_constu, DW_OP_deref, DW_OP_dup, DW_OP_minus, DW_OP_plus};
    // As clang writes it: the object's address plus the number 12 bytes before what its vtable pointer points to.
    let input = [DW_OP_dup.0, DW_OP_deref.0, DW_OP_constu.0, 12, DW_OP_minus.0, DW_OP_deref.0, DW_OP_plus.0];
    assert_eq!(evaluate(&input, Purpose::MemberLocation, IDENTITY).and_then(address), Some(OBJECT - 8));
}

#[test]
fn pieces_without_location_stay_unknown() {
    use gimli::{DW_OP_piece, DW_OP_reg0};
    let input = [&LOCAL_0[..], &[STACK_VALUE, DW_OP_piece.0, 4, DW_OP_reg0.0, DW_OP_piece.0, 4]].concat();
    let pieces = evaluate(&input, Purpose::Location, IDENTITY).expect("one piece is known");
    assert!(matches!(pieces[0].location, Location::Address { address: 0x6ff8 }), "{pieces:?}");
    assert!(matches!(pieces[1].location, Location::Empty), "{pieces:?}");
    assert!(evaluate(&[DW_OP_reg0.0, DW_OP_piece.0, 4], Purpose::Location, IDENTITY).is_none());
}

#[test]
fn what_the_process_does_not_have_is_no_location() {
    use gimli::{DW_OP_bra, DW_OP_breg0, DW_OP_call_frame_cfa, DW_OP_entry_value, DW_OP_skip};
    for input in [
        &[DW_OP_breg0.0, 0][..],
        &[DW_OP_call_frame_cfa.0],
        &[0xed, 2, 0, STACK_VALUE],
        &[0xed, 0, 9, STACK_VALUE],
        &[DW_OP_entry_value.0, 3, 0xed, 0, 0, STACK_VALUE],
        &[DW_OP_skip.0, 0xfd, 0xff],
        &[DW_OP_bra.0],
        &[0xff],
        &[],
    ] {
        assert!(evaluate(input, Purpose::Location, IDENTITY).is_none(), "{input:?}");
    }
    assert_eq!(place(&LOCAL_0, GuestMemory::None), None);
}

#[test]
fn the_value_of_a_pointer_keeps_null() {
    let pointer = |value: u64, memory: GuestMemory| {
        let mut code = Section::default();
        code.u8(gimli::DW_OP_constu.0);
        code.uleb(value);
        memory.pointer(&mut code);
        address(result_of(&Expression { code, ..Expression::default() }, Purpose::Location))
    };
    let fixed = GuestMemory::Fixed { base: 0x1000_0000 };
    let loaded = GuestMemory::Loaded { base_field: 0 };
    for memory in [IDENTITY, fixed, loaded] {
        assert_eq!(pointer(0, memory), Some(0));
    }
    assert_eq!(pointer(0x420, IDENTITY), Some(0x4_0000_0420));
    assert_eq!(pointer(0x2_0420, IDENTITY), Some(0x2_0420));
    assert_eq!(pointer(0x420, fixed), Some(0x1000_0420));
    assert_eq!(pointer(0x420, loaded), Some(0x4_0000_0420));
}
