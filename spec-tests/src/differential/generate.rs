//! Makes the case of a seed: a module of wasm-smith, and the steps to perform on it.
//!
//! A case must leave no choice to an implementation, because both sides have to give the same results. NaNs are
//! canonical, by the module's own code or by [`Case::deterministic`]. Every loop and call uses up a global that is
//! exported as [`FUEL`]. Memories and tables declare a maximum or end at limits that both sides enforce
//! ([`MEMORY_BYTES_MAX`]).

use arbitrary::Unstructured;
use wasm_smith::{Config, MemoryOffsetChoices, Module};

use super::exports::{self, Entity, Export};
use super::random::Random;
use super::trace::{Step, Type, Value};
use crate::Failure;

/// The name of the exported global that holds the remaining fuel.
pub const FUEL: &str = "wasmc: fuel";
/// The limit of a memory in bytes, on both sides.
pub const MEMORY_BYTES_MAX: u64 = 2 << 20;
/// The limit of a table in elements, on both sides: that of wasmc.
pub const TABLE_ELEMENTS_MAX: u64 = 10_000_000;
/// The fuel at most. It bounds loops and the depth of recursion, so that no stack is exhausted ([`super::mode`]).
const FUEL_MAX: u64 = 3_000;
/// Calls of one case at most.
const CALLS_MAX: usize = 16;
/// The number of elements of a table that are called.
const ELEMENTS_CALLED: u32 = 3;
/// Attempts for one seed: random bytes may become no module, and then the next bytes of the seed are tried.
const ATTEMPTS: u32 = 8;

/// The task for a module.
#[derive(Clone, Debug)]
pub enum Task {
    /// It is only compiled, because the reference lacks a proposal that it uses. The compiler must not panic, and must
    /// not reject it without a good reason.
    Compile,
    /// Both sides run it.
    Run {
        /// Its exports, in the order of its export section.
        exports: Vec<Export>,
        /// The steps, in order.
        steps: Vec<Step>,
        /// The value of [`FUEL`] before each step.
        fuel: u32,
    },
}

/// A valid module and what is done with it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its seed.
    pub seed: u64,
    /// Whether wasmc compiles it with `--deterministic`. Then the module needs no code that makes NaNs canonical, and
    /// relaxed SIMD can be compared. The interpreter is always deterministic.
    pub deterministic: bool,
    /// The module.
    pub wasm: Vec<u8>,
    /// What is done with it.
    pub task: Task,
}

/// The case of a seed.
///
/// # Errors
/// When none of the seed's bytes become a module; or for a fault of wasm-smith, whose modules should be valid.
pub fn case(seed: u64) -> Result<Case, Failure> {
    let (nature, mut random) = Nature::of(seed);
    for _ in 0..ATTEMPTS {
        let config = if nature.compiled_only { everything(&mut random) } else { shared(&nature, &mut random) };
        let length = random.pick(&[512, 2 << 10, 8 << 10, 32 << 10]);
        let bytes = random.bytes(length);
        let Ok(mut module) = Module::new(config, &mut Unstructured::new(&bytes)) else {
            continue;
        };
        if nature.compiled_only {
            let deterministic = nature.deterministic;
            return Ok(Case { seed, deterministic, wasm: module.to_bytes(), task: Task::Compile });
        }
        let global = module.ensure_termination(nature.fuel).map_err(|error| format!("wasm-smith: {error}"))?;
        return with_module(seed, exports::with_global(&module.to_bytes(), global, FUEL)?);
    }
    Err(format!("no module after {ATTEMPTS} attempts"))
}

/// The case of a seed with this module, usually the one that [`case`] made after somebody made it smaller. The steps
/// depend only on the seed and the exports.
///
/// # Errors
/// For an invalid module, or exports that have no place in a case.
pub fn with_module(seed: u64, wasm: Vec<u8>) -> Result<Case, Failure> {
    let exports = exports::of(&wasm)?;
    let steps = steps(&exports, &mut Random::new(!seed));
    let (Nature { deterministic, fuel, .. }, _) = Nature::of(seed);
    let deterministic = deterministic || exports::converts_floats(&wasm)?;
    Ok(Case { seed, deterministic, wasm, task: Task::Run { exports, steps, fuel } })
}

/// The properties of a case that are drawn from its seed before the module.
struct Nature {
    compiled_only: bool,
    deterministic: bool,
    fuel: u32,
}

impl Nature {
    /// Draws the properties; also returns the rest of the sequence.
    fn of(seed: u64) -> (Nature, Random) {
        let mut random = Random::new(seed);
        let compiled_only = random.once_in(8);
        let deterministic = random.once_in(2);
        let fuel = 100 + random.below(FUEL_MAX - 100) as u32;
        (Nature { compiled_only, deterministic, fuel }, random)
    }
}

/// Modules of proposals that wasmc and the reference have. They are small: a thousand small modules find more than one
/// large one.
fn shared(nature: &Nature, random: &mut Random) -> Config {
    let bytes = random.pick(&[1 << 16, 1 << 18, 1 << 20, MEMORY_BYTES_MAX]);
    Config {
        max_imports: 0,
        export_everything: true,
        allow_start_export: random.once_in(4),
        canonicalize_nans: !nature.deterministic,
        disallow_traps: random.once_in(2),
        min_funcs: 1,
        max_funcs: random.pick(&[1, 4, 12]),
        max_instructions: random.pick(&[30, 100, 300]),
        max_nesting_depth: random.pick(&[3, 10]),
        max_types: 20,
        max_type_size: 10_000,
        max_globals: 10,
        max_element_segments: 6,
        max_elements: 20,
        max_data_segments: 6,
        min_memories: random.pick(&[0, 1, 1]),
        max_memories: random.pick(&[1, 2, 4]),
        max_memory32_bytes: bytes,
        max_memory64_bytes: u128::from(bytes),
        memory_max_size_required: random.once_in(2),
        memory_offset_choices: random.pick(&[
            MemoryOffsetChoices::default(),
            MemoryOffsetChoices(1, 0, 0),
            MemoryOffsetChoices(1, 1, 1),
        ]),
        min_tables: random.pick(&[0, 1]),
        max_tables: random.pick(&[1, 3]),
        max_table_elements: random.pick(&[10, 1_000]),
        table_max_size_required: random.once_in(2),
        min_uleb_size: random.pick(&[1, 1, 1, 5]),
        simd_enabled: !random.once_in(4),
        relaxed_simd_enabled: nature.deterministic,
        bulk_memory_enabled: true,
        reference_types_enabled: true,
        multi_value_enabled: !random.once_in(4),
        tail_call_enabled: !random.once_in(4),
        extended_const_enabled: true,
        memory64_enabled: random.once_in(2),
        custom_page_sizes_enabled: random.once_in(4),
        wide_arithmetic_enabled: random.once_in(2),
        exceptions_enabled: false,
        threads_enabled: false,
        gc_enabled: false,
        compact_imports_enabled: false,
        ..Config::default()
    }
}

/// Modules that are only compiled: they also use proposals that the reference lacks, imports, and large limits.
fn everything(random: &mut Random) -> Config {
    Config {
        max_imports: random.pick(&[0, 0, 0, 10]),
        export_everything: random.once_in(2),
        max_funcs: random.pick(&[4, 20]),
        max_instructions: random.pick(&[100, 600]),
        max_types: 30,
        max_type_size: 10_000,
        max_memories: random.pick(&[1, 4]),
        max_tables: random.pick(&[1, 4]),
        min_uleb_size: random.pick(&[1, 1, 1, 5]),
        generate_custom_sections: random.once_in(4),
        simd_enabled: !random.once_in(4),
        relaxed_simd_enabled: random.once_in(2),
        memory64_enabled: random.once_in(2),
        custom_page_sizes_enabled: random.once_in(4),
        wide_arithmetic_enabled: random.once_in(2),
        exceptions_enabled: !random.once_in(4),
        threads_enabled: !random.once_in(4),
        gc_enabled: random.once_in(8),
        compact_imports_enabled: false,
        ..Config::default()
    }
}

/// The steps: instantiation, calls of exports with interesting arguments, and a look at the state.
fn steps(exports: &[Export], random: &mut Random) -> Vec<Step> {
    let mut steps = vec![Step::Instantiate];
    let functions: Vec<_> = exports
        .iter()
        .enumerate()
        .filter_map(|(index, export)| match &export.entity {
            Entity::Function { parameters, .. } => Some((index, parameters)),
            _ => None,
        })
        .collect();
    let rounds = if functions.len() < CALLS_MAX { 1 + random.below(3) } else { 1 };
    for _ in 0..rounds {
        for (export, parameters) in &functions {
            if steps.len() <= CALLS_MAX {
                let arguments = parameters.iter().map(|ty| argument(*ty, random)).collect();
                steps.push(Step::Call { export: *export, arguments });
            }
        }
    }
    for (export, entity) in exports.iter().enumerate() {
        if let Entity::Table { element: Type::FuncRef, .. } = entity.entity {
            steps.extend((0..ELEMENTS_CALLED).map(|element| Step::Element { export, element }));
        }
    }
    steps.push(Step::State);
    steps
}

/// An argument, often a value at which operators change their behavior.
fn argument(ty: Type, random: &mut Random) -> Value {
    let wide = u128::from(random.word()) << 64 | u128::from(random.word());
    let bits = match ty {
        Type::FuncRef | Type::ExternRef => return Value::null(ty),
        _ if random.once_in(4) => wide,
        Type::I32 => random.pick(&[0, 1, 2, 31, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]),
        Type::I64 => {
            random.pick(&[0, 1, 63, 0xffff_ffff, 0x1_0000_0000, i64::MAX as u128, 1 << 63, u128::from(u64::MAX)])
        }
        Type::F32 => {
            u128::from(random.pick(&[0.0, -0.0, 1.5, -1.0, f32::INFINITY, f32::NAN, 2_147_483_648.0, 1e-40]).to_bits())
        }
        Type::F64 => u128::from(random.pick(&[0.0, -0.0, 1.5, -1.0, f64::INFINITY, f64::NAN, 1e19, 5e-324]).to_bits()),
        Type::V128 => random.pick(&[0, u128::MAX, 0x8000_0000_8000_0000_8000_0000_8000_0000, wide & 0x7f7f]),
    };
    Value { ty, bits: bits & (u128::MAX >> (128 - 8 * ty.bytes())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A case must depend on nothing but its seed.
    #[test]
    fn seeds_reproduce_their_cases() {
        for seed in 0..50 {
            let (Ok(one), Ok(two)) = (case(seed), case(seed)) else { continue };
            assert_eq!(one.wasm, two.wasm);
            assert_eq!(format!("{:?}", one.task), format!("{:?}", two.task));
        }
    }

    /// Nearly every seed has to become a module, or the count of cases would say little.
    #[test]
    fn seeds_become_modules() {
        let cases = (0..200).filter_map(|seed| case(seed).ok()).collect::<Vec<_>>();
        assert!(cases.len() > 190, "{}", cases.len());
        let run = cases.iter().filter(|case| matches!(case.task, Task::Run { .. })).count();
        assert!(run > 150, "{run}");
    }
}
