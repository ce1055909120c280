//! The operand stack and the control stack of a body under translation (core specification, sections 3.3 and 4.4.8).
//!
//! Validation has checked types and heights, so they are not checked again. No code may be emitted here.

use cranelift_codegen::ir::{Block, Value};
use wasmparser::ValType;

use super::handlers::ScopeId;
use crate::module::index::TagIndex;

/// Both stacks, and whether the current point can be reached.
pub(super) struct Stacks {
    /// Operands, as CLIF values; a `v128` is always an `i8x16` here.
    pub(super) values: Vec<Value>,
    /// Open blocks, the function body first.
    pub(super) frames: Vec<Frame>,
    /// Whether control can reach this point: after `br`, `return` or `unreachable` it cannot, until the next `end` or
    /// `else`.
    pub(super) reachable: bool,
}

/// One open block.
pub(super) struct Frame {
    /// Which construct.
    pub(super) kind: FrameKind,
    /// The number of operands below its parameters.
    pub(super) height: usize,
    /// How many operands it takes.
    pub(super) params: usize,
    /// The types of its results.
    pub(super) results: Vec<ValType>,
    /// The innermost handlers in whose scope its instructions are.
    pub(super) handlers: Option<ScopeId>,
}

/// Which construct a frame is.
pub(super) enum FrameKind {
    /// `block`, or the function body.
    Block {
        /// Where it ends.
        end: Block,
        /// Whether anything jumps there.
        targeted: bool,
    },
    /// `loop`.
    Loop {
        /// Where it begins again.
        header: Block,
    },
    /// `if`, and after `else` its second arm.
    If {
        /// Where it ends.
        end: Block,
        /// Whether anything jumps there.
        targeted: bool,
        /// The second arm, until `else` takes it.
        alternative: Option<Alternative>,
    },
    /// `try_table`.
    TryTable {
        /// Where it ends.
        end: Block,
        /// Whether anything jumps there.
        targeted: bool,
        /// Its clauses.
        scope: ScopeId,
    },
    /// `try` of the legacy exceptions, and after `catch` or `catch_all` such a part of it.
    Try(Try),
    /// A construct that is never entered.
    Unreachable,
}

/// A `try` of the legacy exceptions.
pub(super) struct Try {
    /// Where it ends.
    pub(super) end: Block,
    /// Whether anything jumps there.
    pub(super) targeted: bool,
    /// Its clauses; none where it has `delegate` instead.
    pub(super) scope: Option<ScopeId>,
    /// How many of its clauses have begun.
    pub(super) clauses_begun: usize,
    /// Whether `rethrow` refers to it.
    pub(super) is_rethrown: bool,
    /// In a clause: the exception that it caught, and its tag if the clause is for one tag.
    pub(super) caught: Option<(Value, Option<TagIndex>)>,
}

/// The second arm of an `if`.
pub(super) struct Alternative {
    /// Where it begins.
    pub(super) block: Block,
    /// The operands that it takes.
    pub(super) params: Vec<Value>,
}

impl Stacks {
    /// Empty stacks at a reachable point.
    pub(super) fn new() -> Stacks {
        Stacks { values: Vec::new(), frames: Vec::new(), reachable: true }
    }

    /// Pushes an operand.
    pub(super) fn push(&mut self, value: Value) {
        self.values.push(value);
    }

    /// Pops an operand. Validation has checked that there is one.
    pub(super) fn pop(&mut self) -> Value {
        self.values.pop().expect("validation keeps the operand stack high enough")
    }

    /// Pops operands, which are returned in the order in which they were pushed.
    pub(super) fn pop_many(&mut self, count: usize) -> Vec<Value> {
        let remaining = self.values.len() - count;
        self.values.split_off(remaining)
    }

    /// The frame that a branch of this depth leaves.
    pub(super) fn frame_mut(&mut self, depth: u32) -> &mut Frame {
        let position = self.frames.len() - 1 - depth as usize;
        &mut self.frames[position]
    }

    /// The block to which a branch of this depth goes, and how many operands it takes along.
    pub(super) fn branch_target(&mut self, depth: u32) -> (Block, usize) {
        self.target_at(self.frames.len() - 1 - depth as usize)
    }

    /// The same for the frame at this position.
    pub(super) fn target_at(&mut self, position: usize) -> (Block, usize) {
        let frame = &mut self.frames[position];
        let (params, results) = (frame.params, frame.results.len());
        match &mut frame.kind {
            FrameKind::Block { end, targeted }
            | FrameKind::If { end, targeted, .. }
            | FrameKind::TryTable { end, targeted, .. }
            | FrameKind::Try(Try { end, targeted, .. }) => {
                *targeted = true;
                (*end, results)
            }
            FrameKind::Loop { header } => (*header, params),
            FrameKind::Unreachable => unreachable!("a reachable branch is inside reachable blocks only"),
        }
    }

    /// The innermost handlers in scope.
    pub(super) fn handlers(&self) -> Option<ScopeId> {
        self.frames.last().and_then(|frame| frame.handlers)
    }

    /// The topmost operands, without popping them.
    pub(super) fn peek(&self, count: usize) -> &[Value] {
        &self.values[self.values.len() - count..]
    }
}
