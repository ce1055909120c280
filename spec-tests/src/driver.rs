//! Generates the driver of a program: a module that makes the instances of a script, performs its calls, compares the
//! results, and reports them.
//!
//! The driver is generated as text, so that people can read it. Each action is a function `() -> ()`, so that a trap
//! ends only that function. It imports the called functions from the instances; the import's module name is the number
//! of the instance. The driver must compare floats and vectors as integers, so that a fault in the instructions under
//! test cannot hide itself.

use std::collections::BTreeMap;
use std::fmt::Write;
use wasmparser::{HeapType, ValType};

use crate::Failure;
use crate::module::{self, Export, Module};
use crate::script::{Act, Action, End};
use crate::value::{Expected, Float, Value};

/// The part that is the same in every driver.
const SUPPORT: &str = include_str!("driver.wat");

/// Calls in one function at most: compile time may grow faster than the size of a function.
const BATCH: usize = 256;

/// An instance of which the driver uses exports.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its position in the list of modules of the program.
    pub position: usize,
    /// Its module.
    pub module: &'a Module,
}

/// A driver's report on one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The words of the results, if they are not the expected ones.
    pub wrong: Option<String>,
    /// 0 if the action returned, else the value of the kind of trap that ended it.
    pub kind: u8,
}

/// The name under which a driver imports from an instance.
pub fn name(position: usize) -> String {
    format!("instance {position}")
}

/// The driver of a program that performs these actions in order, as a binary. Each comes with its instance.
pub fn generate(file: &str, actions: &[(&Action, Place<'_>)]) -> Result<Vec<u8>, Failure> {
    let mut writer = Writer::default();
    for (action, place) in actions {
        writer.action(action, *place).map_err(|failure| format!("line {}: {failure}", action.line))?;
    }
    module::assemble(&writer.finish(file, actions))
}

/// Reads what a driver reported, a line for each action that ended.
pub fn reports(stdout: &str) -> Result<Vec<Report>, Failure> {
    let complete = stdout.rfind('\n').map_or("", |end| &stdout[..end]);
    let report = |line: &str| {
        let (rest, kind) = line.rsplit_once(' ')?;
        let wrong = rest.split_once(" wrong").map(|(_, words)| words.trim().into());
        Some(Report { wrong, kind: kind.parse().ok()? })
    };
    complete.lines().map(|line| report(line).ok_or_else(|| format!("the driver wrote {line:?}"))).collect()
}

/// A driver that is being written.
#[derive(Default)]
struct Writer {
    /// Definitions of types of the instances.
    types: String,
    imports: String,
    functions: String,
    /// The name in the driver of an instance's exported function or global.
    imported: BTreeMap<(usize, String), String>,
    /// Instances whose types the driver has already.
    typed: BTreeMap<usize, ()>,
    actions: usize,
}

macro_rules! emit {
    ($text:expr, $($argument:tt)*) => {
        writeln!($text, $($argument)*).expect("a string can be written to")
    };
}

impl Writer {
    fn action(&mut self, action: &Action, place: Place<'_>) -> Result<(), Failure> {
        let number = self.actions;
        self.actions += 1;
        let (call, results) = match &action.act {
            Act::Instantiate => (self.instantiate(place), Vec::new()),
            Act::Invoke(export, arguments) => self.invoke(place, export, arguments)?,
            Act::Get(export) => self.get(place, export)?,
        };
        emit!(self.functions, "  (func $action{number}");
        let prefix = prefix(place);
        for (result, ty) in results.iter().enumerate() {
            emit!(self.functions, "    (local $r{result} {})", module::value_type(*ty, &prefix));
        }
        emit!(self.functions, "    {call}");
        for result in (0..results.len()).rev() {
            emit!(self.functions, "    (local.set $r{result})");
        }
        if let End::Results(expected) = &action.end {
            if expected.len() != results.len() {
                return Err(format!("{} results are expected of {}", expected.len(), results.len()));
            }
            self.compare(&results, expected)?;
        }
        emit!(self.functions, "  )");
        Ok(())
    }

    fn instantiate(&mut self, place: Place<'_>) -> String {
        let name = format!("$instantiate{}", place.position);
        emit!(self.imports, "  (import \"wasmc:script\" \"instantiate {}\" (func {name}))", place.position);
        format!("(call {name})")
    }

    fn invoke(
        &mut self,
        place: Place<'_>,
        export: &str,
        arguments: &[Value],
    ) -> Result<(String, Vec<ValType>), Failure> {
        let Some(Export::Function(ty)) = place.module.exports.get(export).copied() else {
            return Err(format!("no exported function {export:?}"));
        };
        let ty = place.module.function_type(ty)?;
        if ty.params().len() != arguments.len() {
            return Err(format!("{export:?} takes {} arguments", ty.params().len()));
        }
        if ty.params().iter().chain(ty.results()).any(module::is_concrete) {
            self.types_of(place)?;
        }
        let prefix = prefix(place);
        let entity = format!("func {{}}{}", module::signature(ty, &prefix));
        let function = self.import(place, export, &entity);
        let arguments: Result<Vec<String>, Failure> =
            arguments.iter().zip(ty.params()).map(|(value, ty)| argument(value, *ty, &prefix)).collect();
        Ok((format!("(call {function} {})", arguments?.join(" ")), ty.results().to_vec()))
    }

    fn get(&mut self, place: Place<'_>, export: &str) -> Result<(String, Vec<ValType>), Failure> {
        let Some(Export::Global { content, mutable }) = place.module.exports.get(export).copied() else {
            return Err(format!("no exported global {export:?}"));
        };
        if module::is_concrete(&content) {
            self.types_of(place)?;
        }
        let content_type = module::value_type(content, &prefix(place));
        let entity =
            if mutable { format!("global {{}} (mut {content_type})") } else { format!("global {{}} {content_type}") };
        let global = self.import(place, export, &entity);
        Ok((format!("(global.get {global})"), vec![content]))
    }

    /// The name of an import, which is added if it is new.
    fn import(&mut self, place: Place<'_>, export: &str, entity: &str) -> String {
        let next = format!("$import{}", self.imported.len());
        let name = self.imported.entry((place.position, export.into())).or_insert_with(|| {
            let quoted: String = export.bytes().map(|byte| format!("\\{byte:02x}")).collect();
            let entity = entity.replace("{}", &next);
            emit!(self.imports, "  (import \"{}\" \"{quoted}\" ({entity}))", self::name(place.position));
            next
        });
        name.clone()
    }

    /// Defines all types of an instance. They are equal to those that it has itself, because types are equal by
    /// structure.
    fn types_of(&mut self, place: Place<'_>) -> Result<(), Failure> {
        if self.typed.insert(place.position, ()).is_some() {
            return Ok(());
        }
        let prefix = prefix(place);
        for index in 0..place.module.types.len() as u32 {
            let signature = module::signature(place.module.function_type(index)?, &prefix);
            emit!(self.types, "  (type ${prefix}{index} (func{signature}))");
        }
        Ok(())
    }

    fn compare(&mut self, results: &[ValType], expected: &[Expected]) -> Result<(), Failure> {
        let Some(condition) =
            expected.iter().enumerate().map(|(result, expected)| condition(result, expected)).reduce(both)
        else {
            return Ok(());
        };
        emit!(self.functions, "    (if (i32.eqz {condition})\n      (then (call $wrong)");
        for (result, ty) in results.iter().enumerate() {
            for word in words(result, *ty) {
                emit!(self.functions, "        (call $show {word})");
            }
        }
        emit!(self.functions, "      ))");
        Ok(())
    }

    fn finish(self, file: &str, actions: &[(&Action, Place<'_>)]) -> String {
        let Writer { types, imports, functions, .. } = self;
        let mut text = format!("(module\n{types}{imports}{SUPPORT}");
        emit!(text, "  (data (i32.const 16) \"{file}\")");
        emit!(text, "  (global $name i32 (i32.const {}))", file.len());
        text.push_str(&functions);
        let mut start = String::new();
        for (batch, calls) in actions.chunks(BATCH).enumerate() {
            emit!(text, "  (func $batch{batch}");
            for (index, (action, _)) in calls.iter().enumerate() {
                let number = batch * BATCH + index;
                emit!(text, "    (call $perform (i32.const {}) (ref.func $action{number}))", action.line);
            }
            emit!(text, "  )");
            emit!(start, "    (call $batch{batch})");
        }
        let all: String = (0..actions.len()).map(|number| format!(" $action{number}")).collect();
        emit!(text, "  (elem declare func{all})\n  (func (export \"_start\")\n{start}  ))");
        text
    }
}

/// The prefix of the names of an instance's types.
fn prefix(place: Place<'_>) -> String {
    format!("i{}t", place.position)
}

fn argument(value: &Value, ty: ValType, prefix: &str) -> Result<String, Failure> {
    Ok(match (value, ty) {
        (Value::I32(value), _) => format!("(i32.const {value})"),
        (Value::I64(value), _) => format!("(i64.const {value})"),
        (Value::F32(bits), _) => format!("(f32.reinterpret_i32 (i32.const {bits:#x}))"),
        (Value::F64(bits), _) => format!("(f64.reinterpret_i64 (i64.const {bits:#x}))"),
        (Value::V128(bytes), _) => {
            let bytes: String = bytes.iter().map(|byte| format!(" {byte:#x}")).collect();
            format!("(v128.const i8x16{bytes})")
        }
        (Value::Null, ValType::Ref(ty)) => format!("(ref.null {})", module::heap_type(ty.heap_type(), prefix)),
        (Value::Null, _) => return Err("a null for what is no reference".into()),
        (Value::Extern(number), _) => {
            // The reference is never null, but the validator cannot know that.
            format!("(ref.as_non_null (call $extern (i64.const {})))", word(*number))
        }
    })
}

/// The word that represents a host's reference, which must not be 0: that is null.
fn word(number: u32) -> u64 {
    u64::from(number) + 1
}

/// An expression that is 1 if a result is the expected one, else 0.
fn condition(result: usize, expected: &Expected) -> String {
    let get = format!("(local.get $r{result})");
    match expected {
        Expected::I32(value) => format!("(i32.eq {get} (i32.const {value}))"),
        Expected::I64(value) => format!("(i64.eq {get} (i64.const {value}))"),
        Expected::F32(float) => same32(&format!("(i32.reinterpret_f32 {get})"), *float),
        Expected::F64(float) => same64(&format!("(i64.reinterpret_f64 {get})"), *float),
        Expected::Lanes32(lanes) => {
            let lane =
                |(lane, float): (usize, &Float<u32>)| same32(&format!("(i32x4.extract_lane {lane} {get})"), *float);
            lanes.iter().enumerate().map(lane).reduce(both).expect("a vector has lanes")
        }
        Expected::Lanes64(lanes) => {
            let lane =
                |(lane, float): (usize, &Float<u64>)| same64(&format!("(i64x2.extract_lane {lane} {get})"), *float);
            lanes.iter().enumerate().map(lane).reduce(both).expect("a vector has lanes")
        }
        Expected::Null => format!("(ref.is_null {get})"),
        Expected::NotNull => format!("(i32.eqz (ref.is_null {get}))"),
        Expected::Extern(number) => format!("(i64.eq (call $word {get}) (i64.const {}))", word(*number)),
        Expected::Either(choices) => {
            let choices = choices.iter().map(|choice| condition(result, choice));
            choices.reduce(|a, b| format!("(i32.or {a} {b})")).unwrap_or_else(|| "(i32.const 0)".into())
        }
    }
}

fn both(a: String, b: String) -> String {
    format!("(i32.and {a} {b})")
}

fn same32(bits: &str, float: Float<u32>) -> String {
    match float {
        Float::Bits(value) => format!("(i32.eq {bits} (i32.const {value:#x}))"),
        // All bits except the sign.
        Float::CanonicalNan => format!("(i32.eq (i32.and {bits} (i32.const 0x7fffffff)) (i32.const 0x7fc00000))"),
        // The exponent and the highest bit of the payload.
        Float::ArithmeticNan => format!("(i32.eq (i32.and {bits} (i32.const 0x7fc00000)) (i32.const 0x7fc00000))"),
    }
}

fn same64(bits: &str, float: Float<u64>) -> String {
    match float {
        Float::Bits(value) => format!("(i64.eq {bits} (i64.const {value:#x}))"),
        Float::CanonicalNan => {
            format!("(i64.eq (i64.and {bits} (i64.const 0x7fffffffffffffff)) (i64.const 0x7ff8000000000000))")
        }
        Float::ArithmeticNan => {
            format!("(i64.eq (i64.and {bits} (i64.const 0x7ff8000000000000)) (i64.const 0x7ff8000000000000))")
        }
    }
}

/// A result as words, for people.
fn words(result: usize, ty: ValType) -> Vec<String> {
    let get = format!("(local.get $r{result})");
    match ty {
        ValType::I32 => vec![format!("(i64.extend_i32_u {get})")],
        ValType::I64 => vec![get],
        ValType::F32 => vec![format!("(i64.extend_i32_u (i32.reinterpret_f32 {get}))")],
        ValType::F64 => vec![format!("(i64.reinterpret_f64 {get})")],
        ValType::V128 => (0..2).map(|lane| format!("(i64x2.extract_lane {lane} {get})")).collect(),
        ValType::Ref(ty) if ty.heap_type() == HeapType::EXTERN => vec![format!("(call $word {get})")],
        ValType::Ref(_) => vec![format!("(i64.extend_i32_u (i32.eqz (ref.is_null {get})))")],
    }
}
