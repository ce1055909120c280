//! From a seed to a case of vector instructions: functions that each compute an expression of them, called with values
//! at which they do something special.
//!
//! wasm-smith chooses among all instructions, and seldom gives one the operands that matter. Here every instruction is
//! the root of an expression in turn, and its operands are parameters, constants, results of other instructions, and
//! above all splats of scalars that do not fit a lane: code generators have rules of their own for these.
//!
//! A case leaves no choice open, as every case ([`super::generate`]). Half of the seeds have all instructions and are
//! compiled with `--deterministic`. The others have those whose results are the same everywhere, and functions that
//! [`relaxed`] makes: each says whether a result is one that the specification allows.

pub mod relaxed;
pub mod table;

use std::fmt::Write;

use super::exports::{self, Entity, Export};
use super::generate::{Case, Task};
use super::random::Random;
use super::trace::{Step, Type, Value};
use crate::Failure;
use table::{Immediate, Instruction, instructions};

/// Functions of one case, apart from those of [`relaxed`].
const FUNCTIONS: usize = 24;
/// How often each is called.
const CALLS: usize = 5;
/// Bytes of the memory in which an address is usually: an access at its end traps.
const ADDRESS_MASK: u32 = 0xffff;

/// The parameters of every function, by the letters of [`table`]: three vectors and a scalar of each type.
const PARAMETERS: [(char, &str); 7] =
    [('v', "v128"), ('v', "v128"), ('v', "v128"), ('i', "i32"), ('l', "i64"), ('f', "f32"), ('d', "f64")];

/// The case of a seed.
///
/// # Errors
/// For a module that does not assemble or validate: a mistake of the table.
pub fn case(seed: u64) -> Result<Case, Failure> {
    let mut random = Random::new(seed);
    let deterministic = seed.is_multiple_of(2);
    // wasmi 2.0.0 wraps where a relaxed dot product saturates, so these are only checked.
    let is_known = |instruction: &Instruction| !instruction.name.contains("relaxed_dot");
    let table: Vec<Instruction> = instructions()
        .into_iter()
        .filter(|instruction| if deterministic { is_known(instruction) } else { !instruction.is_open() })
        .collect();
    let mut text = String::from("(module (memory (export \"memory\") 1)\n");
    let data: String = (0..64).map(|_| format!("\\{:02x}", random.word() as u8)).collect();
    writeln!(text, "(data (i32.const 0) \"{data}\")").map_err(|error| error.to_string())?;
    for function in 0..FUNCTIONS {
        // Seeds that follow each other begin where the one before ended.
        let root = &table[((seed / 2) as usize).wrapping_mul(FUNCTIONS).wrapping_add(function) % table.len()];
        let mut writer = Writer { random: &mut random, table: &table };
        let depth = writer.random.below(3) as u32;
        let body = writer.instruction(root, depth);
        let parameters: String = PARAMETERS.iter().map(|(_, ty)| format!(" {ty}")).collect();
        let result = root.result.map(|result| format!(" (result {})", name_of(result))).unwrap_or_default();
        let head = format!("(func (export \"{function} {}\") (param{parameters}){result}", root.name);
        writeln!(text, "{head}\n  {body})").map_err(|error| error.to_string())?;
    }
    if !deterministic {
        text.extend(relaxed::functions());
    }
    text.push(')');
    let wasm = wat::parse_str(&text).map_err(|error| format!("a case of vectors is no module: {error}"))?;
    with_module(seed, wasm)
}

/// The case of a seed, but with this module: what [`case`] made, when somebody has made it smaller.
///
/// # Errors
/// For an invalid module, or exports that have no place in a case.
pub fn with_module(seed: u64, wasm: Vec<u8>) -> Result<Case, Failure> {
    let exports = exports::of(&wasm)?;
    let steps = steps(&exports, &mut Random::new(!seed));
    let deterministic = seed.is_multiple_of(2);
    Ok(Case { seed, deterministic, wasm, task: Task::Run { exports, steps, fuel: 0 } })
}

/// Instantiates, calls every function several times, and looks at what the stores left.
fn steps(exports: &[Export], random: &mut Random) -> Vec<Step> {
    let mut steps = vec![Step::Instantiate];
    for (export, Export { name, entity }) in exports.iter().enumerate() {
        if let Entity::Function { parameters, .. } = entity {
            for _ in 0..CALLS {
                let mut arguments: Vec<Value> = parameters.iter().map(|ty| argument(*ty, random)).collect();
                relaxed::complete(name, &mut arguments);
                steps.push(Step::Call { export, arguments });
            }
        }
    }
    steps.push(Step::State);
    steps
}

fn name_of(letter: char) -> &'static str {
    PARAMETERS.iter().find(|(of, _)| *of == letter).map_or("i32", |(_, ty)| ty)
}

/// Writes expressions in folded text.
struct Writer<'a> {
    random: &'a mut Random,
    table: &'a [Instruction],
}

impl Writer<'_> {
    fn instruction(&mut self, instruction: &Instruction, depth: u32) -> String {
        let immediate = match instruction.immediate {
            Immediate::None => String::new(),
            Immediate::Lane(lanes) => format!(" {}", self.random.below(u64::from(lanes))),
            Immediate::Lanes => self.lanes(),
            Immediate::Offset => format!(" offset={}", self.random.below(32)),
            Immediate::OffsetAndLane(lanes) => {
                let offset = self.random.below(32);
                format!(" offset={offset} {}", self.random.below(u64::from(lanes)))
            }
        };
        let operands: String =
            instruction.operands.chars().map(|operand| format!(" {}", self.operand(operand, depth))).collect();
        format!("({}{immediate}{operands})", instruction.name)
    }

    /// Sixteen lanes: any, of one operand only, or in a pattern that processors have an instruction for.
    fn lanes(&mut self) -> String {
        let (start, step) = (self.random.below(32), self.random.pick(&[0, 1, 1, 2, 15, 17]));
        let (kind, mask) = (self.random.below(3), self.random.pick(&[15, 31]));
        let operand = self.random.below(2) * 16 * u64::from(mask == 15);
        let lanes = (0..16).map(|position| match kind {
            0 => self.random.word() & mask | operand,
            1 => (start + position * step) & mask | operand,
            _ => position / 2 + 16 * (position % 2),
        });
        lanes.map(|lane| format!(" {lane}")).collect()
    }

    fn operand(&mut self, letter: char, depth: u32) -> String {
        if letter == 'a' {
            return format!("(i32.and {} (i32.const {ADDRESS_MASK}))", self.scalar('i'));
        }
        if depth > 0 {
            let with_result: Vec<_> =
                self.table.iter().filter(|instruction| instruction.result == Some(letter)).collect();
            let chosen = with_result[self.random.below(with_result.len() as u64) as usize];
            return self.instruction(chosen, depth - 1);
        }
        match letter {
            'v' => self.vector(),
            letter => self.scalar(letter),
        }
    }

    /// A vector that is no result: a parameter, a constant, or a splat.
    fn vector(&mut self) -> String {
        match self.random.below(5) {
            0 | 1 => format!("(local.get {})", self.random.below(3)),
            2 => constant(argument(Type::V128, self.random)),
            _ => {
                let (shape, letter) = self.random.pick(&[
                    ("i8x16", 'i'),
                    ("i8x16", 'i'),
                    ("i16x8", 'i'),
                    ("i32x4", 'i'),
                    ("i64x2", 'l'),
                    ("f32x4", 'f'),
                    ("f64x2", 'd'),
                ]);
                format!("({shape}.splat {})", self.scalar(letter))
            }
        }
    }

    fn scalar(&mut self, letter: char) -> String {
        let parameter = PARAMETERS.iter().position(|(of, _)| *of == letter).unwrap_or_default();
        if self.random.once_in(3) {
            constant(argument(type_of(letter), self.random))
        } else {
            format!("(local.get {parameter})")
        }
    }
}

fn type_of(letter: char) -> Type {
    match letter {
        'v' => Type::V128,
        'l' => Type::I64,
        'f' => Type::F32,
        'd' => Type::F64,
        _ => Type::I32,
    }
}

/// Floats as their bits, which text can only say of NaNs in another form.
fn constant(Value { ty, bits }: Value) -> String {
    match ty {
        Type::I64 => format!("(i64.const {bits})"),
        Type::F32 => format!("(f32.reinterpret_i32 (i32.const {bits}))"),
        Type::F64 => format!("(f64.reinterpret_i64 (i64.const {bits}))"),
        Type::V128 => format!("(v128.const i64x2 {} {})", bits as u64, (bits >> 64) as u64),
        _ => format!("(i32.const {bits})"),
    }
}

/// An argument: bits of any kind, or lanes of one width at which instructions change what they do.
fn argument(ty: Type, random: &mut Random) -> Value {
    let bits = match ty {
        Type::F32 => u128::from(lane(32, true, random)),
        Type::F64 => u128::from(lane(64, true, random)),
        // Half of them are wider than a lane by one bit, or the index of a byte.
        Type::I32 if random.once_in(2) => {
            u128::from(random.pick(&[0x100, 0xffff_ff00, 0x1_0000, 0]) | random.below(40) as u32)
        }
        Type::I32 => u128::from(lane(32, false, random)),
        Type::V128 => vector(random),
        _ => u128::from(lane(64, false, random)),
    };
    Value { ty, bits }
}

fn vector(random: &mut Random) -> u128 {
    let (width, is_float) =
        random.pick(&[(8, false), (8, false), (16, false), (32, false), (64, false), (32, true), (64, true)]);
    let small = random.once_in(4);
    (0..128 / width).fold(0, |bits, _| {
        let lane = if small && !is_float { random.below(40) } else { lane(width, is_float, random) };
        bits << width | u128::from(lane)
    })
}

fn lane(width: u32, is_float: bool, random: &mut Random) -> u64 {
    if random.once_in(3) {
        return random.word() >> (64 - width);
    }
    if is_float && width == 32 {
        let special =
            [0.0, 1.0, 1.5, 0.5, 2.5, f32::INFINITY, f32::NAN, 2_147_483_648.0, 4_294_967_296.0, 1e-40, f32::MAX];
        let bits = random.pick(&special).to_bits() ^ random.pick(&[0, 0, 1]);
        return u64::from(bits | random.pick(&[0, 1 << 31]));
    }
    if is_float {
        let special =
            [0.0, 1.0, 1.5, 0.5, 2.5, f64::INFINITY, f64::NAN, 2_147_483_648.0, 4_294_967_296.0, 5e-324, f64::MAX];
        let bits = random.pick(&special).to_bits() ^ random.pick(&[0, 0, 1]);
        return bits | random.pick(&[0, 1 << 63]);
    }
    let sign = 1 << (width - 1);
    random.pick(&[0, 1, 2, sign, sign - 1, sign + 1, sign | (sign - 1)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::differential::reference;
    use crate::differential::trace::Record;
    use std::collections::BTreeSet;

    #[test]
    fn every_instruction_is_the_root_of_an_expression() {
        let mut roots = BTreeSet::new();
        for seed in 0..24 {
            let Task::Run { exports, .. } = case(seed).expect("a case").task else { continue };
            roots.extend(exports.into_iter().filter_map(|export| Some(export.name.split_once(' ')?.1.to_owned())));
        }
        // The checks are called `check NAME`, so that they count here.
        let missing: Vec<_> = instructions().into_iter().filter(|of| !roots.contains(&of.name)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    /// The reference's own choices are among those that the checks allow.
    #[test]
    fn the_reference_passes_every_check() {
        let mut checks = 0;
        for seed in [1, 3, 5, 7] {
            let case = case(seed).expect("a case");
            let answer = reference::answer(&case).expect("an answer");
            let Task::Run { exports, steps, .. } = &case.task else { continue };
            for (step, record) in steps.iter().zip(&answer.records) {
                if let (Step::Call { export, arguments }, Record::Values(values)) = (step, record)
                    && let Some(name) = exports[*export].name.strip_prefix("check ")
                {
                    checks += 1;
                    assert_eq!(values, &[Value { ty: Type::I32, bits: 1 }], "{name} {arguments:?}");
                }
            }
        }
        assert_eq!(checks, 4 * CALLS * instructions().iter().filter(|instruction| instruction.is_relaxed()).count());
    }
}
