//! Generates the program of many cases: their modules, a module that owns the record, and a driver that performs all
//! steps.
//!
//! ```text
//!   0 .. n-1   the modules of the cases
//!   n          the recorder: the memory of the record, and a function that writes it to standard output
//!   n+1        the driver: a function for each step, called through `try`, and `_start`
//! ```
//!
//! The recorder is a module of its own, because WASI functions read the first memory of their module, and that has to
//! be the record's. The record of a step is the number of the trap that ended it, 0 for none, and then its values;
//! [`record::records`] reads it back. The driver must not know any expected value: it only records.

use wasm_encoder::{
    BlockType, CodeSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    GlobalType, ImportSection, MemArg, MemArgTarget, Module, TypeSection, ValType,
};

use super::exports::{Entity, Export};
use super::generate::{Case, FUEL, Task};
use super::record::{self, CURSOR, KIND_BYTES, RECORD_START};
use super::steps::{Imported, value_type};
use super::trace::{Step, Type};
use crate::Failure;

/// The module that the runtime provides for scripts.
const SCRIPT: &str = "wasmc:script";
/// The import module under which the driver finds the recorder.
pub const RECORDER: &str = "recorder";
/// A program that performs the steps of many cases.
#[derive(Debug)]
pub struct Program {
    /// The modules beside those of the cases, in order: the recorder, then the driver.
    pub recorder: Vec<u8>,
    /// The last module.
    pub driver: Vec<u8>,
}

/// Generates the program of these cases, each with the number of its steps to perform.
///
/// # Errors
/// If a case is not to be run.
pub fn program(cases: &[(&Case, usize)]) -> Result<Program, Failure> {
    let mut bytes = 0;
    let mut driver = Driver::new(cases.len());
    for (position, (case, length)) in cases.iter().enumerate() {
        let Task::Run { exports, steps, fuel } = &case.task else {
            return Err("the case is not to be run".into());
        };
        let steps = &steps[..*length];
        bytes = bytes.max(steps.iter().map(|step| record::bytes(exports, step)).sum());
        driver.case(position, exports, steps, *fuel);
    }
    Ok(Program { recorder: record::recorder(bytes), driver: driver.finish() })
}

/// The index of the type of every step, `() -> ()`.
const STEP_TYPE: u32 = 0;
/// The index of the type of `try` and `perform`, `(funcref) -> (i32)`.
const TRY_TYPE: u32 = 1;
/// The index of the type of the recorder's `write`, `(i32) -> ()`.
const WRITE_TYPE: u32 = 2;

/// The function index of `try`.
const TRY: u32 = 0;
/// The function index of the recorder's `write`.
const WRITE: u32 = 1;

/// The driver while cases are added to it. Functions are added at the end, because imports come first in the index
/// space of functions and their number is known only then.
struct Driver {
    types: TypeSection,
    type_count: u32,
    imports: ImportSection,
    functions_imported: u32,
    globals_imported: u32,
    tables_imported: u32,
    memories_imported: u32,
    /// The steps of each case.
    cases: Vec<Vec<Function>>,
}

impl Driver {
    fn new(recorder: usize) -> Driver {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::FUNCREF], [ValType::I32]);
        types.ty().function([ValType::I32], []);
        let mut imports = ImportSection::new();
        imports.import(SCRIPT, "try", EntityType::Function(TRY_TYPE));
        imports.import(RECORDER, "write", EntityType::Function(WRITE_TYPE));
        imports.import(RECORDER, "memory", record::memory(0));
        let mut driver = Driver {
            types,
            type_count: 3,
            imports,
            functions_imported: 2,
            globals_imported: 0,
            tables_imported: 0,
            memories_imported: 1,
            cases: Vec::new(),
        };
        // The recorder's memory exists once it is instantiated.
        driver.import_instantiate(recorder);
        driver
    }

    fn import_instantiate(&mut self, position: usize) -> u32 {
        self.imports.import(SCRIPT, &format!("instantiate {position}"), EntityType::Function(STEP_TYPE));
        self.functions_imported += 1;
        self.functions_imported - 1
    }

    fn case(&mut self, position: usize, exports: &[Export], steps: &[Step], fuel: u32) {
        let instantiate = self.import_instantiate(position);
        let indices: Vec<u32> = exports.iter().map(|export| self.import(position, export)).collect();
        let fuel_index = exports.iter().position(|export| export.name == FUEL).map(|index| indices[index]);
        let imported =
            Imported { exports, indices, instantiate, fuel: fuel_index, fuel_full: fuel, step_type: STEP_TYPE };
        self.cases.push(steps.iter().map(|step| imported.step(step)).collect());
    }

    fn import(&mut self, position: usize, export: &Export) -> u32 {
        let (ty, count) = match &export.entity {
            Entity::Function { parameters, results } => {
                let value_types = |types: &[Type]| types.iter().copied().map(value_type).collect::<Vec<_>>();
                self.types.ty().function(value_types(parameters), value_types(results));
                self.type_count += 1;
                (EntityType::Function(self.type_count - 1), &mut self.functions_imported)
            }
            Entity::Global { ty, mutable } => {
                let ty = GlobalType { val_type: value_type(*ty), mutable: *mutable, shared: false };
                (EntityType::Global(ty), &mut self.globals_imported)
            }
            Entity::Memory(ty) => (EntityType::Memory(*ty), &mut self.memories_imported),
            Entity::Table { ty, .. } => (EntityType::Table(*ty), &mut self.tables_imported),
        };
        self.imports.import(&position.to_string(), &export.name, ty);
        *count += 1;
        *count - 1
    }

    fn finish(self) -> Vec<u8> {
        let steps: u32 = self.cases.iter().map(|case| case.len() as u32).sum();
        let perform = self.functions_imported;
        let first_step = perform + 1;
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        functions.function(TRY_TYPE);
        code.function(&perform_function());
        for step in self.cases.iter().flatten() {
            functions.function(STEP_TYPE);
            code.function(step);
        }
        let mut next = first_step;
        for case in &self.cases {
            functions.function(STEP_TYPE);
            code.function(&case_function(perform, next, case.len() as u32));
            next += case.len() as u32;
        }
        let first_case = first_step + steps;
        let start = first_case + self.cases.len() as u32;
        functions.function(STEP_TYPE);
        code.function(&start_function(first_case..start));
        let mut exports = ExportSection::new();
        exports.export("_start", ExportKind::Func, start);
        // `ref.func` takes only functions that are declared (core specification, section 3.4.12).
        let mut elements = ElementSection::new();
        elements.declared(Elements::Functions((first_step..first_case).collect::<Vec<_>>().into()));
        let mut module = Module::new();
        module.section(&self.types).section(&self.imports).section(&functions);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }
}

/// `(funcref) -> (i32)`: tries a step, and records how it ended.
fn perform_function() -> Function {
    const START: u32 = 1;
    const KIND: u32 = 2;
    let mut function = Function::new([(2, ValType::I32)]);
    let code = &mut function.instructions();
    code.i32_const(0).i32_load(CURSOR).local_set(START);
    // The step writes its values behind the number, and moves the cursor past them only after the last one.
    code.i32_const(0).local_get(START).i32_const(KIND_BYTES as i32).i32_add().i32_store(CURSOR);
    code.local_get(0).call(TRY).local_set(KIND);
    code.local_get(START).local_get(KIND).i32_store(MemArg {
        offset: 0,
        align: 2,
        target: MemArgTarget::Memory(0),
        ordering: None,
    });
    code.local_get(KIND).end();
    function
}

/// `() -> ()`: performs the steps of a case and writes out its record, so that a crash loses only the record of its own
/// case.
fn case_function(perform: u32, first: u32, steps: u32) -> Function {
    let mut function = Function::new([]);
    let code = &mut function.instructions();
    code.i32_const(0).i32_const(RECORD_START as i32).i32_store(CURSOR);
    code.block(BlockType::Empty);
    for step in 0..steps {
        code.ref_func(first + step).call(perform);
        // The first step instantiates; if it traps, there is nothing to call.
        if step == 0 {
            code.br_if(0)
        } else {
            code.drop()
        };
    }
    code.end();
    code.i32_const(0).i32_load(CURSOR).i32_const(RECORD_START as i32).i32_sub().call(WRITE).end();
    function
}

/// `_start`.
fn start_function(cases: std::ops::Range<u32>) -> Function {
    /// The first import after `try` and `write`.
    const INSTANTIATE_RECORDER: u32 = 2;
    let mut function = Function::new([]);
    let code = &mut function.instructions();
    code.call(INSTANTIATE_RECORDER);
    for case in cases {
        code.call(case);
    }
    code.end();
    function
}
