//! Gets the expected records of a case from wasmi, an interpreter.
//!
//! The reference must not share code with the compiler, so that the two do not have the same faults. Where it lacks an
//! answer (its own limits), it must say so and not guess.

use std::fmt;
use wasmc_abi::trap::Trap;
use wasmi::errors::{ErrorKind, InstantiationError};
use wasmi::{
    Config, Engine, Error, Extern, Func, Instance, Linker, Module, Nullable, Ref, Store, StoreLimits,
    StoreLimitsBuilder, TrapCode, Val, ValType,
};

use super::exports::{Entity, Export};
use super::generate::{Case, FUEL, MEMORY_BYTES_MAX, TABLE_ELEMENTS_MAX, Task};
use super::trace::{Hash, Record, Step, Type, Value};
use super::{multiply_adds, selects};
use crate::Failure;

/// The depth of calls at most: more than the fuel of a case allows.
const RECURSION_MAX: usize = 100_000;
/// Bytes of the interpreter's stack at most; only what is used is allocated.
const STACK_BYTES_MAX: usize = 1 << 30;

/// The reference's answer.
#[derive(Debug)]
pub struct Answer {
    /// The records of the steps, up to the end or to the first unknown one.
    pub records: Vec<Record>,
    /// Why later steps have no record: the reference met a limit of its own.
    pub unknown: Option<Unknown>,
}

/// Why the reference has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// Its stack was used up. The specification lets each implementation decide when that happens.
    Stack,
    /// It could not allocate.
    Memory,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unknown::Stack => "the reference's stack is used up",
            Unknown::Memory => "the reference cannot allocate",
        })
    }
}

/// Performs the steps of a case.
///
/// # Errors
/// If the reference refuses the module, or ends a step with what is no trap.
pub fn answer(case: &Case) -> Result<Answer, Failure> {
    let Task::Run { exports, steps, fuel } = &case.task else {
        return Err("the case is not to be run".into());
    };
    let engine = Engine::new(&configuration());
    let wasm = multiply_adds::separated(&selects::guarded(&case.wasm)?)?;
    let module = Module::new(&engine, &wasm).map_err(|error| format!("the reference refuses: {error}"))?;
    let limits = StoreLimitsBuilder::new()
        .memory_size(MEMORY_BYTES_MAX as usize)
        .table_elements(TABLE_ELEMENTS_MAX as usize)
        .build();
    let mut store = Store::new(&engine, limits);
    store.limiter(|limits| limits);
    let mut session = Session { store, instance: None, exports, fuel: *fuel };
    let mut records = Vec::new();
    for step in steps {
        let outcome = match step {
            Step::Instantiate => session.instantiate(&module),
            Step::Call { export, arguments } => session.call(*export, arguments),
            Step::Element { export, element } => session.call_element(*export, *element),
            Step::State => session.state(),
        };
        match outcome.or_else(|error| ended(&error))? {
            Ok(record) => records.push(record),
            Err(unknown) => return Ok(Answer { records, unknown: Some(unknown) }),
        }
        if session.instance.is_none() {
            break;
        }
    }
    Ok(Answer { records, unknown: None })
}

/// The features of `generate::shared`.
fn configuration() -> Config {
    let mut config = Config::default();
    config
        .wasm_tail_call(true)
        .wasm_extended_const(true)
        .wasm_multi_memory(true)
        .wasm_memory64(true)
        .wasm_custom_page_sizes(true)
        .wasm_wide_arithmetic(true)
        .wasm_simd(true)
        .wasm_relaxed_simd(true)
        .set_max_recursion_depth(RECURSION_MAX)
        .set_max_stack_height(STACK_BYTES_MAX);
    config
}

/// The record of a step, or why the reference has none.
type Outcome = Result<Record, Unknown>;

struct Session<'a> {
    store: Store<StoreLimits>,
    instance: Option<Instance>,
    exports: &'a [Export],
    fuel: u32,
}

impl Session<'_> {
    fn instantiate(&mut self, module: &Module) -> Result<Outcome, Error> {
        let linker = Linker::new(self.store.engine());
        self.instance = Some(linker.instantiate_and_start(&mut self.store, module)?);
        Ok(Ok(Record::Values(Vec::new())))
    }

    fn export(&self, index: usize) -> Extern {
        let instance = self.instance.expect("instantiation is the first step, and ends the case if it fails");
        instance.get_export(&self.store, &self.exports[index].name).expect("the module exports it")
    }

    fn call(&mut self, export: usize, arguments: &[Value]) -> Result<Outcome, Error> {
        let function = self.export(export).into_func().expect("a step calls functions");
        let arguments: Vec<Val> = arguments.iter().map(|value| argument(*value)).collect();
        self.perform(function, &arguments)
    }

    fn call_element(&mut self, export: usize, element: u32) -> Result<Outcome, Error> {
        let table = self.export(export).into_table().expect("a step calls elements of tables");
        self.fill();
        let trap = match table.get(&self.store, u64::from(element)) {
            None => Trap::UndefinedElement,
            Some(Ref::Func(Nullable::Val(function))) => {
                let ty = function.ty(&self.store);
                if ty.params().is_empty() && ty.results().is_empty() {
                    return self.perform(function, &[]);
                }
                Trap::IndirectCallTypeMismatch
            }
            Some(_) => Trap::UninitializedElement,
        };
        Ok(Ok(Record::Trapped(trap)))
    }

    fn perform(&mut self, function: Func, arguments: &[Val]) -> Result<Outcome, Error> {
        self.fill();
        let mut results: Vec<Val> =
            function.ty(&self.store).results().iter().map(|ty| Val::default_for_ty(*ty)).collect();
        function.call(&mut self.store, arguments, &mut results)?;
        Ok(Ok(Record::Values(results.iter().map(value).collect())))
    }

    /// Fills the fuel.
    fn fill(&mut self) {
        let fuel = self.instance.and_then(|instance| instance.get_global(&self.store, FUEL));
        if let Some(fuel) = fuel {
            fuel.set(&mut self.store, Val::I32(self.fuel.cast_signed())).expect("the fuel is a mutable i32");
        }
    }

    fn state(&self) -> Result<Outcome, Error> {
        let mut values = Vec::new();
        let mut word = |bits: u64| values.push(Value { ty: Type::I64, bits: u128::from(bits) });
        let mut globals = Vec::new();
        for (index, export) in self.exports.iter().enumerate() {
            match (&export.entity, self.export(index)) {
                (Entity::Global { .. }, Extern::Global(global)) => globals.push(value(&global.get(&self.store))),
                (Entity::Memory(_), Extern::Memory(memory)) => {
                    word(memory.size(&self.store));
                    word(Hash::of(memory.data(&self.store)));
                }
                (Entity::Table { .. }, Extern::Table(table)) => {
                    let size = table.size(&self.store);
                    let hash = (0..size).fold(Hash::EMPTY, |hash, index| {
                        let null = table.get(&self.store, index).is_none_or(|element| element.is_null());
                        hash.word(u64::from(null))
                    });
                    word(size);
                    word(hash.0);
                }
                _ => {}
            }
        }
        globals.append(&mut values);
        Ok(Ok(Record::Values(globals)))
    }
}

fn argument(value: Value) -> Val {
    match value.ty {
        Type::I32 => Val::I32((value.bits as u32).cast_signed()),
        Type::I64 => Val::I64((value.bits as u64).cast_signed()),
        Type::F32 => Val::F32(wasmi::F32::from_bits(value.bits as u32)),
        Type::F64 => Val::F64(wasmi::F64::from_bits(value.bits as u64)),
        Type::V128 => Val::V128(wasmi::V128::from(value.bits)),
        Type::FuncRef => Val::default_for_ty(ValType::FuncRef),
        Type::ExternRef => Val::default_for_ty(ValType::ExternRef),
    }
}

fn value(value: &Val) -> Value {
    let (ty, bits) = match value {
        Val::I32(value) => (Type::I32, u128::from(value.cast_unsigned())),
        Val::I64(value) => (Type::I64, u128::from(value.cast_unsigned())),
        Val::F32(value) => (Type::F32, u128::from(value.to_bits())),
        Val::F64(value) => (Type::F64, u128::from(value.to_bits())),
        Val::V128(value) => (Type::V128, value.as_u128()),
        Val::FuncRef(reference) => (Type::FuncRef, u128::from(reference.is_null())),
        Val::ExternRef(reference) => (Type::ExternRef, u128::from(reference.is_null())),
    };
    Value { ty, bits }
}

/// The trap that ended a step.
fn ended(error: &Error) -> Result<Outcome, Failure> {
    if let ErrorKind::Instantiation(InstantiationError::ElementSegmentDoesNotFit { .. }) = error.kind() {
        return Ok(Ok(Record::Trapped(Trap::TableOutOfBounds)));
    }
    let trap = match error.as_trap_code() {
        Some(TrapCode::UnreachableCodeReached) => Trap::Unreachable,
        Some(TrapCode::MemoryOutOfBounds) => Trap::MemoryOutOfBounds,
        Some(TrapCode::TableOutOfBounds) => Trap::TableOutOfBounds,
        Some(TrapCode::IndirectCallToNull) => Trap::UninitializedElement,
        Some(TrapCode::IntegerDivisionByZero) => Trap::IntegerDivideByZero,
        Some(TrapCode::IntegerOverflow) => Trap::IntegerOverflow,
        Some(TrapCode::BadConversionToInteger) => Trap::InvalidConversionToInteger,
        Some(TrapCode::BadSignature) => Trap::IndirectCallTypeMismatch,
        Some(TrapCode::StackOverflow) => return Ok(Err(Unknown::Stack)),
        Some(TrapCode::OutOfSystemMemory) => return Ok(Err(Unknown::Memory)),
        Some(TrapCode::OutOfFuel | TrapCode::GrowthOperationLimited) | None => {
            return Err(format!("the reference failed: {error:?}"));
        }
    };
    Ok(Ok(Record::Trapped(trap)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::differential::generate;
    use std::collections::BTreeMap;

    /// A reference without answers would find nothing.
    #[test]
    fn the_reference_knows_nearly_all() {
        let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
        let (mut known, mut records, mut traps) = (0, 0, 0);
        for seed in 0..300 {
            let Ok(case) = generate::case(seed) else { continue };
            if let Task::Run { .. } = case.task {
                match answer(&case) {
                    Ok(answer) => {
                        known += 1;
                        records += answer.records.len();
                        traps += answer.records.iter().filter(|record| matches!(record, Record::Trapped(_))).count();
                        if let Some(reason) = answer.unknown {
                            *unknown.entry(reason.to_string()).or_default() += 1;
                        }
                    }
                    Err(reason) => *unknown.entry(reason).or_default() += 1,
                }
            }
        }
        println!("{known} known, {records} records, {traps} traps, {unknown:#?}");
        assert!(unknown.values().sum::<usize>() < known / 20, "{unknown:#?}");
        assert!(traps < records / 2, "{traps} of {records}");
    }
}
