//! The operand stack and the control stack of a body under translation (core specification, sections 3.3 and 4.4.8).

use cranelift_codegen::ir::{Block, Value};
use wasmparser::ValType;

/// Both stacks, and whether the current point can be reached.
pub(super) struct Stacks {
    /// Operands, as CLIF values; a `v128` is always an `i8x16` here.
    pub(super) values: Vec<Value>,
    /// Open blocks, the function body first.
    pub(super) frames: Vec<Frame>,
    /// Whether control can be here: after `br`, `return` or `unreachable` it cannot, until the next `end` or `else`.
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
    /// What it leaves.
    pub(super) results: Vec<ValType>,
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
    /// A construct that is never entered.
    Unreachable,
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

    /// Pops an operand; validation says that there is one.
    pub(super) fn pop(&mut self) -> Value {
        self.values.pop().expect("validation keeps the operand stack high enough")
    }

    /// The frame that a branch of this depth leaves.
    pub(super) fn frame_mut(&mut self, depth: u32) -> &mut Frame {
        let position = self.frames.len() - 1 - depth as usize;
        &mut self.frames[position]
    }

    /// The block to which a branch of this depth goes, and how many operands it takes along.
    pub(super) fn branch_target(&mut self, depth: u32) -> (Block, usize) {
        let frame = self.frame_mut(depth);
        let (params, results) = (frame.params, frame.results.len());
        match &mut frame.kind {
            FrameKind::Block { end, targeted } | FrameKind::If { end, targeted, .. } => {
                *targeted = true;
                (*end, results)
            }
            FrameKind::Loop { header } => (*header, params),
            FrameKind::Unreachable => unreachable!("a reachable branch is inside reachable blocks only"),
        }
    }

    /// The topmost operands, without popping them.
    pub(super) fn peek(&self, count: usize) -> &[Value] {
        &self.values[self.values.len() - count..]
    }
}
