//! Appends to a module what performs the actions of a script on it.
//!
//! ```text
//!   check_0 .. check_n   () -> i32            one for each action: 1 if the script is satisfied
//!   batch_0 .. batch_m   (i32, i32) -> i32    performs up to 256 actions
//!   run                  (i32, i32) -> i32    performs all; exported, called with arguments from the command line
//! ```
//!
//! `run(from, only)` gives the first action, counted from `from`, that did not end as expected, or [`SATISFIED`]. An action
//! that ends the process when all is well, or that is known to fail, is isolated: it is left out unless it is `only`. Then
//! it is the last that is performed, and [`SATISFIED_ALONE`] says that it returned as expected. So one executable serves
//! every run.

use std::collections::BTreeSet;
use wasm_encoder::{BlockType, Encode, Function, HeapType, InstructionSink, RefType, ValType};
use wasmparser::ExternalKind;

use crate::Failure;
use crate::anatomy::Anatomy;
use crate::check::{self, Subject};
use crate::imports;
use crate::script::{Action, End, Program};
use crate::sections::{Kind, Sections};

/// The export that performs the actions.
pub const RUN: &str = "wasmc spec-tests: run";

/// Nothing to report.
pub const SATISFIED: i32 = -1;
/// The isolated action that was asked for returned as expected.
pub const SATISFIED_ALONE: i32 = -2;

/// No function gets more than this many calls, as a compiler need not be fast for a function of any size.
const BATCH: usize = 256;

/// A program that checks itself.
#[derive(Debug)]
pub struct Driver {
    /// The module.
    pub wasm: Vec<u8>,
    /// The function that performs the first action; the others follow.
    pub first_check: u32,
}

/// Adds the actions to the module. Those in `isolated` are left out of the sequence.
pub fn instrument(program: &Program, isolated: &BTreeSet<usize>) -> Result<Driver, Failure> {
    let anatomy = Anatomy::of(&program.wasm)?;
    if anatomy.exports.contains_key("_initialize") {
        return Err("the module exports _initialize, which would run first".into());
    }
    let mut sections = Sections::new(&anatomy);
    imports::define(&mut sections, &anatomy, &program.definitions);
    let mut added = Added::new(sections, &anatomy);
    let first_check = added.functions;
    for action in &program.actions {
        let body = check(&anatomy, action).map_err(|failure| format!("line {}: {failure}", action.line))?;
        added.function(added.check_type, &body);
    }
    let actions: Vec<usize> = (0..program.actions.len()).collect();
    let batches: Vec<u32> = actions
        .chunks(BATCH)
        .map(|actions| added.function(added.run_type, &batch(first_check, actions, isolated)))
        .collect();
    let run = added.function(added.run_type, &sequence(&batches));
    added.export(RUN, run);
    Ok(Driver { wasm: added.sections.finish(), first_check })
}

/// A module to which functions are added.
struct Added<'a> {
    sections: Sections<'a>,
    /// How many functions there are.
    functions: u32,
    /// `() -> i32`.
    check_type: u32,
    /// `(i32, i32) -> i32`.
    run_type: u32,
}

impl<'a> Added<'a> {
    fn new(mut sections: Sections<'a>, anatomy: &Anatomy<'a>) -> Added<'a> {
        let check_type = anatomy.types.len() as u32;
        // Function type, then parameters and results as vectors (core specification, section 5.3.6).
        sections.append(Kind::Type, vec![0x60, 0, 1, 0x7f]);
        sections.append(Kind::Type, vec![0x60, 2, 0x7f, 0x7f, 1, 0x7f]);
        Added { sections, functions: anatomy.functions.len() as u32, check_type, run_type: check_type + 1 }
    }

    fn function(&mut self, ty: u32, body: &Function) -> u32 {
        let (mut entry, mut code) = (Vec::new(), Vec::new());
        ty.encode(&mut entry);
        body.encode(&mut code);
        self.sections.append(Kind::Function, entry);
        self.sections.append(Kind::Code, code);
        self.functions += 1;
        self.functions - 1
    }

    fn export(&mut self, name: &str, function: u32) {
        let mut entry = Vec::new();
        name.encode(&mut entry);
        entry.push(0);
        function.encode(&mut entry);
        self.sections.append(Kind::Export, entry);
    }
}

fn check(anatomy: &Anatomy<'_>, action: &Action) -> Result<Function, Failure> {
    let &(kind, index) =
        anatomy.exports.get(action.export.as_str()).ok_or_else(|| format!("no export {:?}", action.export))?;
    let (subject, results) = match (kind, &action.arguments) {
        (ExternalKind::Func, Some(arguments)) => {
            let ty = anatomy.function_type(index).ok_or("a function without a type")?;
            if ty.params().len() != arguments.len() {
                return Err(format!("{:?} takes {} arguments", action.export, ty.params().len()));
            }
            (Subject::Function(index), ty.results())
        }
        (ExternalKind::Global, None) => {
            (Subject::Global(index), std::slice::from_ref(&anatomy.globals[index as usize]))
        }
        _ => return Err(format!("the export {:?} is of another kind", action.export)),
    };
    let arguments = action.arguments.as_deref().unwrap_or_default();
    match &action.end {
        End::Results(expected) => {
            let types = results.iter().map(value_type).collect::<Result<Vec<_>, _>>()?;
            let expected = expected.as_deref();
            if expected.is_some_and(|expected| expected.len() != types.len()) {
                return Err(format!("{:?} has {} results", action.export, types.len()));
            }
            Ok(check::returns(subject, arguments, &types, expected.unwrap_or_default()))
        }
        End::Trap(_) => Ok(check::traps(subject, arguments, results.len())),
    }
}

fn value_type(ty: &wasmparser::ValType) -> Result<ValType, Failure> {
    Ok(match ty {
        wasmparser::ValType::I32 => ValType::I32,
        wasmparser::ValType::I64 => ValType::I64,
        wasmparser::ValType::F32 => ValType::F32,
        wasmparser::ValType::F64 => ValType::F64,
        wasmparser::ValType::V128 => ValType::V128,
        wasmparser::ValType::Ref(wasmparser::RefType::FUNCREF) => ValType::FUNCREF,
        wasmparser::ValType::Ref(wasmparser::RefType::EXTERNREF) => {
            ValType::Ref(RefType { nullable: true, heap_type: HeapType::EXTERN })
        }
        other => return Err(format!("a result of the type {other}")),
    })
}

/// Parameter 0: the first action that counts. Parameter 1: the isolated action to perform, or -1.
fn batch(first_check: u32, actions: &[usize], isolated: &BTreeSet<usize>) -> Function {
    let mut function = Function::new([]);
    let code = &mut function.instructions();
    for &action in actions {
        let number = action as i32;
        if isolated.contains(&action) {
            code.local_get(1).i32_const(number).i32_eq().if_(BlockType::Empty);
            code.i32_const(SATISFIED_ALONE).i32_const(number).call(first_check + action as u32);
            code.select().return_().end();
        } else {
            code.call(first_check + action as u32).i32_eqz();
            code.local_get(0).i32_const(number).i32_le_s().i32_and();
            code.if_(BlockType::Empty).i32_const(number).return_().end();
        }
    }
    end(code);
    function
}

/// Calls one batch after the other, until one has something to say.
fn sequence(batches: &[u32]) -> Function {
    let mut function = Function::new([(1, ValType::I32)]);
    let code = &mut function.instructions();
    for &batch in batches {
        code.local_get(0).local_get(1).call(batch).local_tee(2).i32_const(SATISFIED).i32_ne();
        code.if_(BlockType::Empty).local_get(2).return_().end();
    }
    end(code);
    function
}

fn end(code: &mut InstructionSink<'_>) {
    code.i32_const(SATISFIED).end();
}
