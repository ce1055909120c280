//! Exceptions (core specification, 4.4.8), and those of the legacy encoding.
//!
//! An exception that a body throws and catches itself is a jump. Only an exception that leaves the body goes through
//! the runtime, which looks for a handler in the callers. There it arrives at the *landing* of a clause, in one
//! register:
//!
//! ```text
//!   try_call f(…), normal, [tag0: landing(exn0), default: landing2(exn0)]
//!   landing(exception):   loads what it carries, gives it back or notes that the guest has it now, jumps to the label
//! ```

use std::mem::offset_of;

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{
    Block, BlockArg, ExceptionTable, ExceptionTableData, ExceptionTableItem, ExceptionTag, InstBuilder, SigRef, Value,
    types,
};
use wasmc_abi::builtins;
use wasmc_abi::exceptions::{EXNREF_NULL, Exception};
use wasmc_abi::trap::Trap;
use wasmparser::{BlockType, Catch, TryTable, ValType};

use super::control::{block_type, push_frame, result_block};
use crate::error::{Error, Result};
use crate::module::index::TagIndex;
use crate::plan::signature::machine_type;
use crate::translate::environment::Region;
use crate::translate::handlers::{ClauseId, Destination, ScopeId};
use crate::translate::stacks::{FrameKind, Try};
use crate::translate::translator::Translator;
use crate::translate::trap;

pub(super) fn try_table(t: &mut Translator<'_, '_, '_>, table: &TryTable) {
    let (params, results) = block_type(t, table.ty);
    let innermost = t.stacks.frames.len() - 1;
    let clauses = table.catches.iter().map(|catch| {
        let (tag, label, with_reference) = match *catch {
            Catch::One { tag, label } => (Some(tag), label, false),
            Catch::OneRef { tag, label } => (Some(tag), label, true),
            Catch::All { label } => (None, label, false),
            Catch::AllRef { label } => (None, label, true),
        };
        // Labels count from outside of the instruction.
        let destination = Destination::Label { frame: innermost - label as usize, with_reference };
        (tag.map(|tag| t.env.spaces.tags.get(tag)), destination)
    });
    let clauses = clauses.collect();
    let scope = t.handlers.open(t.stacks.handlers(), clauses);
    let end = result_block(t, &results);
    push_frame(t, FrameKind::TryTable { end, targeted: false, scope }, params.len(), results);
    t.stacks.frame_mut(0).handlers = Some(scope);
}

/// Fills the landings of a `try_table` that has ended: from there on, nothing is thrown to them.
pub(super) fn land(t: &mut Translator<'_, '_, '_>, scope: ScopeId) -> Result<()> {
    for id in t.handlers.clauses_of(scope) {
        let clause = t.handlers.clause(id);
        let (Some(landing), Destination::Label { frame, with_reference }) = (clause.landing, clause.destination) else {
            continue;
        };
        let exception = enter(t, landing);
        let mut args: Vec<Value> = match clause.tag {
            Some(tag) => load_payload(t, tag, exception),
            None => Vec::new(),
        };
        if with_reference {
            hand_out(t, exception);
            args.push(exception);
        } else {
            t.call_builtin(&builtins::EXCEPTION_RELEASE, &[exception])?;
        }
        jump_to(t, frame, &args);
    }
    Ok(())
}

pub(super) fn throw(t: &mut Translator<'_, '_, '_>, tag: TagIndex) -> Result<()> {
    let count = payload_types(t, tag).len();
    let payload = t.stacks.pop_many(count);
    t.stacks.reachable = false;
    let catching = t.handlers.catching(t.stacks.handlers(), tag);
    let clause = catching.map(|id| t.handlers.clause(id));
    // An exception that is caught in this body without a reference need not exist: only its values are passed on.
    if let Some(Destination::Label { frame, with_reference: false }) = clause.map(|clause| clause.destination) {
        let has_payload = clause.is_some_and(|clause| clause.tag.is_some());
        jump_to(t, frame, if has_payload { &payload } else { &[] });
        return Ok(());
    }
    let exception = new(t, tag, &payload)?;
    match catching {
        Some(id) => throw_to(t, id, exception),
        None => leave(t, exception)?,
    }
    Ok(())
}

pub(super) fn throw_ref(t: &mut Translator<'_, '_, '_>) -> Result<()> {
    let exception = t.stacks.pop();
    t.b.ins().trapz(exception, trap::code(Trap::NullExceptionReference));
    propagate(t, exception, None)
}

pub(super) fn try_(t: &mut Translator<'_, '_, '_>, ty: BlockType) -> Result<()> {
    let (params, results) = block_type(t, ty);
    let seen = t.tries.next().ok_or_else(|| Error::internal("a try was not seen in advance"))?;
    let outer = t.stacks.handlers();
    let (scope, handlers) = match seen.delegate {
        // Exceptions go where they would go if thrown at the label. If the label is a `try` whose clauses have not
        // begun, these clauses are in scope there.
        Some(label) => (None, t.stacks.frame_mut(label).handlers),
        None => {
            let clauses =
                seen.clauses.iter().map(|tag| (tag.map(|tag| t.env.spaces.tags.get(tag)), Destination::Inside));
            let clauses = clauses.collect();
            let scope = t.handlers.open(outer, clauses);
            (Some(scope), Some(scope))
        }
    };
    let end = result_block(t, &results);
    let kind = Try { end, targeted: false, scope, clauses_begun: 0, is_rethrown: seen.is_rethrown, caught: None };
    push_frame(t, FrameKind::Try(kind), params.len(), results);
    t.stacks.frame_mut(0).handlers = handlers;
    Ok(())
}

/// `catch` and `catch_all`: ends the part before it, and continues at its landing, if an exception can arrive there.
pub(super) fn catch(t: &mut Translator<'_, '_, '_>, tag: Option<TagIndex>) -> Result<()> {
    let results = t.branch_args_of_top();
    let reachable = t.stacks.reachable;
    // A clause is in the scope of the handlers around its `try`, not of its own.
    let outer = t.stacks.frames.iter().nth_back(1).and_then(|frame| frame.handlers);
    let frame = t.stacks.frame_mut(0);
    let height = frame.height;
    frame.handlers = outer;
    let FrameKind::Try(part) = &mut frame.kind else {
        return Ok(());
    };
    part.caught = None;
    part.targeted |= reachable;
    let position = part.clauses_begun;
    part.clauses_begun += 1;
    let (end, scope, is_rethrown) = (part.end, part.scope, part.is_rethrown);
    if reachable {
        t.b.ins().jump(end, &results);
    }
    t.stacks.values.truncate(height);
    t.stacks.reachable = false;
    let id = scope.and_then(|scope| t.handlers.clauses_of(scope).nth(position));
    let id = id.ok_or_else(|| Error::internal("a clause was not seen in advance"))?;
    let Some(landing) = t.handlers.clause(id).landing else { return Ok(()) };

    let exception = enter(t, landing);
    t.stacks.reachable = true;
    if let Some(tag) = tag {
        let payload = load_payload(t, tag, exception);
        t.stacks.values.extend(payload);
    }
    if is_rethrown {
        hand_out(t, exception);
    } else {
        t.call_builtin(&builtins::EXCEPTION_RELEASE, &[exception])?;
    }
    if let FrameKind::Try(part) = &mut t.stacks.frame_mut(0).kind {
        part.caught = Some((exception, tag));
    }
    Ok(())
}

pub(super) fn rethrow(t: &mut Translator<'_, '_, '_>, depth: u32) -> Result<()> {
    let FrameKind::Try(Try { caught: Some((exception, tag)), .. }) = t.stacks.frame_mut(depth).kind else {
        return Err(Error::internal("validation passed a rethrow outside of a clause"));
    };
    propagate(t, exception, tag)
}

/// Where control goes after a call in the scope of handlers.
pub(super) struct Continuation {
    /// The blocks for every way out of the call.
    pub(super) entries: ExceptionTable,
    /// The one where it returns, which takes its results.
    pub(super) normal: Block,
}

/// The continuation of a call that comes next; `None` where no handlers are in scope.
pub(super) fn table(t: &mut Translator<'_, '_, '_>, signature: SigRef) -> Option<Continuation> {
    let clauses = t.handlers.in_scope(t.stacks.handlers());
    if clauses.is_empty() {
        return None;
    }
    let normal = t.b.create_block();
    let results: Vec<_> = t.b.func.dfg.signatures[signature].returns.iter().map(|result| result.value_type).collect();
    for ty in &results {
        t.b.append_block_param(normal, *ty);
    }
    let args: Vec<_> = (0..results.len() as u32).map(BlockArg::TryCallRet).collect();
    let normal_call = t.b.func.dfg.block_call(normal, &args);
    let mut items = Vec::with_capacity(clauses.len());
    for id in clauses {
        let landing = landing(t, id);
        let target = t.b.func.dfg.block_call(landing, &[BlockArg::TryCallExn(0)]);
        items.push(match t.handlers.clause(id).tag {
            Some(tag) => ExceptionTableItem::Tag(ExceptionTag::from_u32(tag.0), target),
            None => ExceptionTableItem::Default(target),
        });
    }
    let entries = t.b.func.dfg.exception_tables.push(ExceptionTableData::new(signature, normal_call, items));
    Some(Continuation { entries, normal })
}

/// Continues where a call has returned, with its results.
pub(super) fn continue_at(t: &mut Translator<'_, '_, '_>, normal: Block) {
    t.b.seal_block(normal);
    t.b.switch_to_block(normal);
    t.stacks.values.extend_from_slice(t.b.block_params(normal));
}

/// Throws an exception that exists, of a known tag or of any: to the clauses here that take it, or out of the body.
fn propagate(t: &mut Translator<'_, '_, '_>, exception: Value, known: Option<TagIndex>) -> Result<()> {
    t.stacks.reachable = false;
    let innermost = t.stacks.handlers();
    if let Some(tag) = known {
        match t.handlers.catching(innermost, tag) {
            Some(id) => throw_to(t, id, exception),
            None => leave(t, exception)?,
        }
        return Ok(());
    }
    let mut actual = None;
    for id in t.handlers.in_scope(innermost) {
        let Some(tag) = t.handlers.clause(id).tag else {
            throw_to(t, id, exception);
            return Ok(());
        };
        let flags = t.env.state_flags(&mut t.b, Region::Exceptions);
        let offset = offset_of!(Exception, tag) as i32;
        let actual = *actual.get_or_insert_with(|| t.b.ins().load(types::I32, flags, exception, offset));
        let is_taken = t.b.ins().icmp_imm_u(IntCC::Equal, actual, i64::from(tag.0));
        let (landing, next) = (landing(t, id), t.b.create_block());
        t.b.ins().brif(is_taken, landing, &[exception.into()], next, &[]);
        t.b.seal_block(next);
        t.b.switch_to_block(next);
    }
    leave(t, exception)
}

/// Throws to a clause of this body.
fn throw_to(t: &mut Translator<'_, '_, '_>, id: ClauseId, exception: Value) {
    let landing = landing(t, id);
    t.b.ins().jump(landing, &[exception.into()]);
}

/// Throws out of the body.
fn leave(t: &mut Translator<'_, '_, '_>, exception: Value) -> Result<()> {
    t.call_builtin(&builtins::EXCEPTION_THROW, &[exception])?;
    // The call does not return, but a block needs an end.
    t.b.ins().trap(trap::code(Trap::Unreachable));
    Ok(())
}

/// The block that gets the exceptions of a clause.
fn landing(t: &mut Translator<'_, '_, '_>, id: ClauseId) -> Block {
    if let Some(landing) = t.handlers.clause(id).landing {
        return landing;
    }
    let landing = t.b.create_block();
    t.b.append_block_param(landing, types::I64);
    t.b.set_cold_block(landing);
    t.handlers.set_landing(id, landing);
    landing
}

/// Continues at a landing, at which no further exception can arrive, and returns the exception.
fn enter(t: &mut Translator<'_, '_, '_>, landing: Block) -> Value {
    t.b.seal_block(landing);
    t.b.switch_to_block(landing);
    t.b.block_params(landing)[0]
}

fn jump_to(t: &mut Translator<'_, '_, '_>, frame: usize, args: &[Value]) {
    let (target, _) = t.stacks.target_at(frame);
    let args: Vec<BlockArg> = args.iter().map(|value| BlockArg::from(*value)).collect();
    t.b.ins().jump(target, &args);
}

/// A new exception that carries these values.
fn new(t: &mut Translator<'_, '_, '_>, tag: TagIndex, payload: &[Value]) -> Result<Value> {
    let (offsets, bytes) = payload_layout(payload_types(t, tag));
    let number = t.b.ins().iconst(types::I32, i64::from(tag.0));
    let bytes = t.b.ins().iconst(types::I32, i64::from(bytes));
    let exception = t.call_builtin(&builtins::EXCEPTION_NEW, &[number, bytes])?;
    let exception = exception.ok_or_else(|| Error::internal("a builtin without its result"))?;
    let flags = t.env.state_flags(&mut t.b, Region::Exceptions);
    for (value, offset) in payload.iter().zip(offsets) {
        t.b.ins().store(flags, *value, exception, offset);
    }
    Ok(exception)
}

fn load_payload(t: &mut Translator<'_, '_, '_>, tag: TagIndex, exception: Value) -> Vec<Value> {
    let types = payload_types(t, tag);
    let (offsets, _) = payload_layout(types);
    let flags = t.env.state_flags(&mut t.b, Region::Exceptions);
    let values = types.iter().zip(offsets);
    values.map(|(ty, offset)| t.b.ins().load(machine_type(*ty), flags, exception, offset)).collect()
}

/// Notes that the guest has a reference now, so that no landing releases the exception.
fn hand_out(t: &mut Translator<'_, '_, '_>, exception: Value) {
    let flags = t.env.state_flags(&mut t.b, Region::Exceptions);
    let one = t.b.ins().iconst(types::I32, 1);
    t.b.ins().store(flags, one, exception, offset_of!(Exception, is_handed_out) as i32);
}

/// The types of the values that exceptions of a tag carry.
fn payload_types<'e>(t: &Translator<'_, 'e, '_>, tag: TagIndex) -> &'e [ValType] {
    let program = t.env.program;
    program.types[program.tags[tag].ty].params()
}

/// The offset of each value in an exception, and the number of bytes behind the header.
fn payload_layout(types: &[ValType]) -> (Vec<i32>, u32) {
    let header = size_of::<Exception>() as u32;
    let mut end = header;
    let mut offsets = Vec::with_capacity(types.len());
    for ty in types {
        let size = machine_type(*ty).bytes().max(8);
        end = end.next_multiple_of(size);
        offsets.push(end as i32);
        end += size;
    }
    (offsets, end - header)
}

const _: () = assert!(EXNREF_NULL == 0, "`throw_ref` compares with zero");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_are_aligned() {
        let types = [ValType::I32, ValType::V128, ValType::F32, ValType::EXNREF, ValType::V128];
        assert_eq!(payload_layout(&types), (vec![16, 32, 48, 56, 64], 64));
        assert_eq!(payload_layout(&[]), (vec![], 0));
    }
}
