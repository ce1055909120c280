//! Control instructions (core specification, 4.4.8).
//!
//! Wasm's structured control becomes CLIF's blocks. A block is sealed when no further jump to it can come, which is at
//! the end of its construct; a jump to a sealed block would be wrong code.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{Block, BlockArg, InstBuilder, JumpTableData, Value, types};
use target_lexicon::Architecture;
use wasmc_abi::trap::Trap;
use wasmparser::{BlockType, BrTable, Operator, ValType};

use super::exception;
use crate::error::{Error, Result};
use crate::plan::signature::machine_type;
use crate::translate::stacks::{Alternative, Frame, FrameKind, Try};
use crate::translate::translator::Translator;
use crate::translate::trap;

pub(super) fn unreachable(t: &mut Translator<'_, '_, '_>) {
    t.b.ins().trap(trap::code(Trap::Unreachable));
    t.stacks.reachable = false;
}

pub(super) fn block(t: &mut Translator<'_, '_, '_>, ty: BlockType) {
    let (params, results) = block_type(t, ty);
    let end = result_block(t, &results);
    push_frame(t, FrameKind::Block { end, targeted: false }, params.len(), results);
}

pub(super) fn loop_(t: &mut Translator<'_, '_, '_>, ty: BlockType) {
    let (params, results) = block_type(t, ty);
    let header = result_block(t, &params);
    let args = t.branch_args(params.len());
    t.b.ins().jump(header, &args);
    t.b.switch_to_block(header);
    push_frame(t, FrameKind::Loop { header }, params.len(), results);
    replace_top(t, header, params.len());
}

pub(super) fn if_(t: &mut Translator<'_, '_, '_>, ty: BlockType) {
    let (params, results) = block_type(t, ty);
    let condition = t.stacks.pop();
    let end = result_block(t, &results);
    let (consequence, alternative) = (t.b.create_block(), t.b.create_block());
    t.b.ins().brif(condition, consequence, &[], alternative, &[]);
    t.b.seal_block(consequence);
    t.b.seal_block(alternative);
    t.b.switch_to_block(consequence);
    let alternative = Alternative { block: alternative, params: t.stacks.peek(params.len()).to_vec() };
    push_frame(t, FrameKind::If { end, targeted: false, alternative: Some(alternative) }, params.len(), results);
}

pub(super) fn else_(t: &mut Translator<'_, '_, '_>) {
    let reachable = t.stacks.reachable;
    let results = t.branch_args_of_top();
    let frame = t.stacks.frame_mut(0);
    let FrameKind::If { end, targeted, alternative } = &mut frame.kind else {
        return;
    };
    let (end, height) = (*end, frame.height);
    *targeted |= reachable;
    let Some(alternative) = alternative.take() else { return };
    if reachable {
        t.b.ins().jump(end, &results);
    }
    t.b.switch_to_block(alternative.block);
    t.stacks.values.truncate(height);
    t.stacks.values.extend(alternative.params);
    t.stacks.reachable = true;
}

pub(super) fn end(t: &mut Translator<'_, '_, '_>) -> Result<()> {
    let results = t.branch_args_of_top();
    let Some(frame) = t.stacks.frames.pop() else { return Ok(()) };
    match frame.kind {
        FrameKind::Unreachable => {}
        FrameKind::Loop { header } => {
            // Code after a loop continues in the same block: branches to a loop go to its header.
            t.b.seal_block(header);
            if !t.stacks.reachable {
                t.stacks.values.truncate(frame.height);
            }
        }
        FrameKind::Block { end, targeted } | FrameKind::Try(Try { end, targeted, .. }) => {
            join(t, end, targeted, &results, frame.height);
        }
        FrameKind::TryTable { end, mut targeted, scope } => {
            if t.stacks.reachable {
                t.b.ins().jump(end, &results);
                targeted = true;
                t.stacks.reachable = false;
            }
            exception::land(t, scope)?;
            join(t, end, targeted, &[], frame.height);
        }
        FrameKind::If { end, mut targeted, alternative } => {
            if t.stacks.reachable {
                t.b.ins().jump(end, &results);
                targeted = true;
                t.stacks.reachable = false;
            }
            // Without `else`, the parameters are the results of the second arm.
            if let Some(alternative) = alternative {
                t.b.switch_to_block(alternative.block);
                let args: Vec<_> = alternative.params.into_iter().map(BlockArg::from).collect();
                t.b.ins().jump(end, &args);
                targeted = true;
            }
            join(t, end, targeted, &[], frame.height);
        }
    }
    Ok(())
}

/// Continues at the end of a construct, if control can get there.
fn join(t: &mut Translator<'_, '_, '_>, end: Block, targeted: bool, results: &[BlockArg], height: usize) {
    if t.stacks.reachable {
        t.b.ins().jump(end, results);
    }
    t.stacks.values.truncate(height);
    t.b.seal_block(end);
    if t.stacks.reachable || targeted {
        t.b.switch_to_block(end);
        t.stacks.values.extend_from_slice(t.b.block_params(end));
        t.stacks.reachable = true;
    }
}

pub(super) fn br(t: &mut Translator<'_, '_, '_>, depth: u32) {
    let (target, count) = t.stacks.branch_target(depth);
    let args = t.branch_args(count);
    t.b.ins().jump(target, &args);
    t.stacks.reachable = false;
}

pub(super) fn br_if(t: &mut Translator<'_, '_, '_>, depth: u32) {
    let condition = t.stacks.pop();
    let (target, count) = t.stacks.branch_target(depth);
    let args = t.branch_args(count);
    branch_if(t, condition, target, &args);
}

/// Branches without the reference where that is null, and goes on with it where it is not.
pub(super) fn br_on_null(t: &mut Translator<'_, '_, '_>, depth: u32) {
    let reference = t.stacks.pop();
    let (target, count) = t.stacks.branch_target(depth);
    let args = t.branch_args(count);
    branch_unless(t, reference, target, &args);
    t.stacks.push(reference);
}

/// Branches with the reference where that is not null, and goes on without it where it is.
pub(super) fn br_on_non_null(t: &mut Translator<'_, '_, '_>, depth: u32) {
    let (target, count) = t.stacks.branch_target(depth);
    let args = t.branch_args(count);
    let reference = t.stacks.pop();
    branch_if(t, reference, target, &args);
}

/// Branches where a word is not zero.
fn branch_if(t: &mut Translator<'_, '_, '_>, word: Value, target: Block, args: &[BlockArg]) {
    let next = t.b.create_block();
    t.b.ins().brif(word, target, args, next, &[]);
    t.b.seal_block(next);
    t.b.switch_to_block(next);
}

/// Branches where a word is zero, as the null of every reference is.
fn branch_unless(t: &mut Translator<'_, '_, '_>, word: Value, target: Block, args: &[BlockArg]) {
    let next = t.b.create_block();
    t.b.ins().brif(word, next, &[], target, args);
    t.b.seal_block(next);
    t.b.switch_to_block(next);
}

pub(super) fn br_table(t: &mut Translator<'_, '_, '_>, targets: &BrTable<'_>) -> Result<()> {
    let selector = t.stacks.pop();
    let mut calls = Vec::with_capacity(targets.len() as usize);
    for depth in targets.targets() {
        let depth = depth.map_err(|error| Error::internal(format!("validation passed a br_table: {error}")))?;
        calls.push(table_entry(t, depth));
    }
    let default = table_entry(t, targets.default());
    let selector = if matches!(t.env.isa.triple().architecture, Architecture::Riscv64(_)) {
        calls.push(table_entry(t, targets.default()));
        clamped(t, selector, targets.len())
    } else {
        selector
    };
    let table = t.b.create_jump_table(JumpTableData::new(default, &calls));
    t.b.ins().br_table(selector, table);
    t.stacks.reachable = false;
    Ok(())
}

/// A selector that is no greater than `maximum`, under speculation too. On the other processors Cranelift itself keeps
/// a mispredicted branch from reading an address beyond the jump table; on RISC-V it does not.
fn clamped(t: &mut Translator<'_, '_, '_>, selector: Value, maximum: u32) -> Value {
    let maximum = t.b.ins().iconst(types::I32, i64::from(maximum));
    let beyond = t.b.ins().icmp(IntCC::UnsignedGreaterThan, selector, maximum);
    t.b.ins().select_spectre_guard(beyond, maximum, selector)
}

fn table_entry(t: &mut Translator<'_, '_, '_>, depth: u32) -> cranelift_codegen::ir::BlockCall {
    let (target, count) = t.stacks.branch_target(depth);
    let args = t.branch_args(count);
    t.b.func.dfg.block_call(target, &args)
}

pub(super) fn return_(t: &mut Translator<'_, '_, '_>) {
    let depth = t.stacks.frames.len() as u32 - 1;
    br(t, depth);
}

/// Keeps track of the nesting of unreachable constructs.
pub(in crate::translate) fn skip(t: &mut Translator<'_, '_, '_>, operator: &Operator<'_>) -> Result<()> {
    match operator {
        Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } | Operator::TryTable { .. } => {
            push_frame(t, FrameKind::Unreachable, 0, Vec::new());
        }
        Operator::Try { .. } => {
            t.tries.next();
            push_frame(t, FrameKind::Unreachable, 0, Vec::new());
        }
        Operator::Else => else_(t),
        Operator::Catch { tag_index } => exception::catch(t, Some(t.env.spaces.tags.get(*tag_index)))?,
        Operator::CatchAll => exception::catch(t, None)?,
        Operator::End | Operator::Delegate { .. } => end(t)?,
        _ => {}
    }
    Ok(())
}

/// A block that takes values of these types.
pub(in crate::translate) fn result_block(t: &mut Translator<'_, '_, '_>, types: &[ValType]) -> Block {
    let block = t.b.create_block();
    for ty in types {
        t.b.append_block_param(block, machine_type(*ty));
    }
    block
}

/// Opens a construct, in the scope of the same handlers.
pub(super) fn push_frame(t: &mut Translator<'_, '_, '_>, kind: FrameKind, params: usize, results: Vec<ValType>) {
    let height = t.stacks.values.len().saturating_sub(params);
    let handlers = t.stacks.handlers();
    t.stacks.frames.push(Frame { kind, height, params, results, handlers });
}

/// Replaces the topmost operands by the parameters of a block.
fn replace_top(t: &mut Translator<'_, '_, '_>, block: Block, count: usize) {
    t.stacks.pop_many(count);
    let params: Vec<Value> = t.b.block_params(block).to_vec();
    t.stacks.values.extend(params);
}

/// Parameters and results of a block type.
pub(super) fn block_type(t: &Translator<'_, '_, '_>, ty: BlockType) -> (Vec<ValType>, Vec<ValType>) {
    match ty {
        BlockType::Empty => (Vec::new(), Vec::new()),
        BlockType::Type(ty) => (Vec::new(), vec![ty]),
        BlockType::FuncType(index) => {
            let ty = &t.env.program.types[t.env.spaces.types.get(index)];
            (ty.params().to_vec(), ty.results().to_vec())
        }
    }
}

impl Translator<'_, '_, '_> {
    /// The results of the innermost construct, if control reaches its end.
    pub(super) fn branch_args_of_top(&self) -> Vec<BlockArg> {
        match self.stacks.frames.last() {
            Some(frame) if self.stacks.reachable => self.branch_args(frame.results.len()),
            _ => Vec::new(),
        }
    }
}
