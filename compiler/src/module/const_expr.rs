//! Constant expressions (core specification, section 3.3.13, with the extended-const proposal).
//!
//! All of them are evaluated at build time, so they are kept as a small program with typed indices. Only expressions
//! that validation has accepted may be read here: everything else is an internal error.

use wasmparser::Operator;

use super::index::{FuncIndex, GlobalIndex};
use super::instance::IndexSpaces;
use crate::error::{Error, Result};

/// A constant expression, in postfix order as the binary has it.
#[derive(Clone, Debug)]
pub(crate) struct ConstExpr(Vec<ConstOp>);

#[derive(Clone, Copy, Debug)]
enum ConstOp {
    Value(ConstValue),
    GlobalGet(GlobalIndex),
    I32(Arithmetic),
    I64(Arithmetic),
}

#[derive(Clone, Copy, Debug)]
enum Arithmetic {
    Add,
    Sub,
    Mul,
}

/// The value of a constant expression. Floats are bit patterns, so that NaN payloads survive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConstValue {
    /// `i32`.
    I32(i32),
    /// `i64`.
    I64(i64),
    /// `f32`, as bits.
    F32(u32),
    /// `f64`, as bits.
    F64(u64),
    /// `v128`, little-endian.
    V128(u128),
    /// A null of either reference type.
    RefNull,
    /// A function.
    RefFunc(FuncIndex),
}

impl ConstValue {
    /// The value as an index of a table or memory, which is unsigned; `None` if it is not an integer.
    pub(crate) fn index(self) -> Option<u64> {
        match self {
            ConstValue::I32(value) => Some(u64::from(value as u32)),
            ConstValue::I64(value) => Some(value as u64),
            _ => None,
        }
    }
}

impl ConstExpr {
    /// Reads an expression that validation has accepted.
    pub(super) fn parse(expression: &wasmparser::ConstExpr<'_>) -> Result<ConstExpr> {
        let mut ops = Vec::new();
        let mut reader = expression.get_operators_reader();
        while !reader.eof() {
            let value = match reader.read().map_err(|error| super::parse::invalid(&error))? {
                Operator::I32Const { value } => ConstOp::Value(ConstValue::I32(value)),
                Operator::I64Const { value } => ConstOp::Value(ConstValue::I64(value)),
                Operator::F32Const { value } => ConstOp::Value(ConstValue::F32(value.bits())),
                Operator::F64Const { value } => ConstOp::Value(ConstValue::F64(value.bits())),
                Operator::V128Const { value } => ConstOp::Value(ConstValue::V128(value.i128() as u128)),
                Operator::RefNull { .. } => ConstOp::Value(ConstValue::RefNull),
                Operator::RefFunc { function_index } => ConstOp::Value(ConstValue::RefFunc(FuncIndex(function_index))),
                Operator::GlobalGet { global_index } => ConstOp::GlobalGet(GlobalIndex(global_index)),
                Operator::I32Add => ConstOp::I32(Arithmetic::Add),
                Operator::I32Sub => ConstOp::I32(Arithmetic::Sub),
                Operator::I32Mul => ConstOp::I32(Arithmetic::Mul),
                Operator::I64Add => ConstOp::I64(Arithmetic::Add),
                Operator::I64Sub => ConstOp::I64(Arithmetic::Sub),
                Operator::I64Mul => ConstOp::I64(Arithmetic::Mul),
                Operator::End => break,
                other => return Err(Error::internal(format!("{other:?} passed validation in a constant expression"))),
            };
            ops.push(value);
        }
        Ok(ConstExpr(ops))
    }

    /// The expression `ref.func`: an element segment in its short form lists indices of functions, each of which means
    /// this.
    pub(super) fn ref_func(function: FuncIndex) -> ConstExpr {
        ConstExpr(vec![ConstOp::Value(ConstValue::RefFunc(function))])
    }

    /// Its value. `global` gives the values of the globals that it refers to.
    pub(crate) fn evaluate(&self, global: impl Fn(GlobalIndex) -> Option<ConstValue>) -> Result<ConstValue> {
        let unresolved = || Error::internal("a constant expression that validation accepted has no value");
        let mut stack: Vec<ConstValue> = Vec::new();
        for op in &self.0 {
            let value = match *op {
                ConstOp::Value(value) => value,
                ConstOp::GlobalGet(index) => global(index).ok_or_else(unresolved)?,
                ConstOp::I32(arithmetic) => match (stack.pop(), stack.pop()) {
                    (Some(ConstValue::I32(b)), Some(ConstValue::I32(a))) => ConstValue::I32(match arithmetic {
                        Arithmetic::Add => a.wrapping_add(b),
                        Arithmetic::Sub => a.wrapping_sub(b),
                        Arithmetic::Mul => a.wrapping_mul(b),
                    }),
                    _ => return Err(unresolved()),
                },
                ConstOp::I64(arithmetic) => match (stack.pop(), stack.pop()) {
                    (Some(ConstValue::I64(b)), Some(ConstValue::I64(a))) => ConstValue::I64(match arithmetic {
                        Arithmetic::Add => a.wrapping_add(b),
                        Arithmetic::Sub => a.wrapping_sub(b),
                        Arithmetic::Mul => a.wrapping_mul(b),
                    }),
                    _ => return Err(unresolved()),
                },
            };
            stack.push(value);
        }
        stack.pop().ok_or_else(unresolved)
    }

    /// The same expression with the indices of the program.
    pub(super) fn renumbered(&self, spaces: &IndexSpaces) -> ConstExpr {
        let renumber = |op: &ConstOp| match *op {
            ConstOp::GlobalGet(global) => ConstOp::GlobalGet(spaces.globals.get(global.0)),
            ConstOp::Value(ConstValue::RefFunc(function)) => {
                ConstOp::Value(ConstValue::RefFunc(spaces.functions.get(function.0)))
            }
            ConstOp::Value(_) | ConstOp::I32(_) | ConstOp::I64(_) => *op,
        };
        ConstExpr(self.0.iter().map(renumber).collect())
    }

    /// The functions that it refers to.
    pub(crate) fn functions(&self) -> impl Iterator<Item = FuncIndex> + '_ {
        self.0.iter().filter_map(|op| match op {
            ConstOp::Value(ConstValue::RefFunc(function)) => Some(*function),
            _ => None,
        })
    }
}
