//! The walk over a module's sections: each is validated, then taken into the [`Module`] ([`sections`]).
//!
//! Sections are read once, in order; bodies are validated in parallel and summarized on the way. Nothing may be taken
//! into the module before the validator has accepted it.

use rayon::prelude::*;
use wasmparser::{
    BinaryReaderError, FuncToValidate, FuncValidatorAllocations, FunctionBody, Operator, Parser, Payload, TypeRef,
    ValidPayload, Validator, ValidatorResources, WasmFeatures,
};

use super::custom::Names;
use super::index::{DefinedFuncIndex, FuncIndex, IndexVec};
use super::sections::{self, SectionError};
use super::summary::BodySummary;
use super::{Module, explain};
use crate::error::{Error, Result};
use crate::features::Proposals;
use crate::observer::Observer;

/// Parses and validates a binary module, which may use the proposals that are `on`.
///
/// # Errors
/// [`Error::Invalid`] when the specification rejects the module; [`Error::Unsupported`] when a proposal that wasmc does
/// not compile would make it valid; [`Error::TurnedOff`] when a proposal that is not in `on` would.
pub(crate) fn parse<'a>(wasm: &'a [u8], on: Proposals, observer: &dyn Observer) -> Result<Module<'a>> {
    let mut outcome = parse_with(wasm, on.flags(), observer);
    let used = match &outcome {
        Err(SectionError::Reader(_)) => crate::inspect::proposals(wasm),
        _ => Proposals::default(),
    };
    if let Err(SectionError::Reader(error)) = &outcome
        && error.missing_wasm_feature() == Some(WasmFeatures::GC)
        && on.flags_of_module(used) != on.flags()
    {
        outcome = parse_with(wasm, on.flags_of_module(used), observer);
    }
    outcome.map_err(|error| match error {
        SectionError::Reader(error) => explain::explain(wasm, error, on, used),
        SectionError::Library(error) => error,
    })
}

/// Parses and validates under wasmparser's flags.
fn parse_with<'a>(
    wasm: &'a [u8],
    flags: WasmFeatures,
    observer: &dyn Observer,
) -> std::result::Result<Module<'a>, SectionError> {
    let mut validator = Validator::new_with_features(flags);
    let mut module = Module::default();
    let mut to_validate = Vec::new();
    let mut parser = Parser::new(0);
    parser.set_features(flags);
    for payload in parser.parse_all(wasm) {
        let payload = payload?;
        match validator.payload(&payload)? {
            ValidPayload::Func(function, body) => {
                module.bodies.push(body.clone());
                to_validate.push((function, body));
            }
            ValidPayload::Ok | ValidPayload::End(_) | ValidPayload::Parser(_) => sections::take(&mut module, payload)?,
        }
    }
    observer.phase("validate", Some(wasm.len() as u64));
    module.summaries = validate_bodies(&to_validate, observer)?;
    Ok(module)
}

/// An error of the parser or validator as an error of the library.
pub(super) fn invalid(error: &BinaryReaderError) -> Error {
    Error::Invalid { message: error.message().into(), offset: Some(error.offset()), hint: None }
}

/// Validates all bodies in parallel; of several errors, the first in the file is reported.
fn validate_bodies(
    functions: &[(FuncToValidate<ValidatorResources>, FunctionBody<'_>)],
    observer: &dyn Observer,
) -> std::result::Result<IndexVec<DefinedFuncIndex, BodySummary>, BinaryReaderError> {
    let validate = |allocations: &mut FuncValidatorAllocations, index: usize| {
        let (function, body) = &functions[index];
        let function = FuncToValidate {
            resources: function.resources.clone(),
            index: function.index,
            ty: function.ty,
            features: function.features,
        };
        let mut validator = function.into_validator(std::mem::take(allocations));
        let mut summary = BodySummary::default();
        let mut reader = body.get_binary_reader();
        reader.set_features(*validator.features());
        validator.read_locals(&mut reader)?;
        let mut operators = wasmparser::OperatorsReader::new(reader);
        while !operators.eof() {
            let (operator, offset) = operators.read_with_offset()?;
            validator.op(offset, &operator)?;
            summary.add(&operator);
        }
        operators.finish()?;
        summary.finish();
        *allocations = validator.into_allocations();
        observer.advance(body.as_bytes().len() as u64);
        Ok(summary)
    };
    let results: Vec<_> =
        (0..functions.len()).into_par_iter().map_init(FuncValidatorAllocations::default, validate).collect();
    results.into_iter().collect()
}

/// Whether these bytes are valid under `features`; the error has the offset up to which they are.
pub(super) fn validity(wasm: &[u8], features: WasmFeatures) -> std::result::Result<(), BinaryReaderError> {
    Validator::new_with_features(features).validate_all(wasm).map(|_| ())
}

/// The first function for whose body `find` returns an offset: its name for messages, and that offset. The module need
/// not be valid.
pub(super) fn find_function(wasm: &[u8], find: impl Fn(&FunctionBody<'_>) -> Option<u64>) -> Option<(String, u64)> {
    let (mut imported, mut defined) = (0, 0);
    let mut found = None;
    let mut names = Names::default();
    for payload in Parser::new(0).parse_all(wasm).map_while(std::result::Result::ok) {
        match payload {
            Payload::ImportSection(reader) => {
                let functions = reader.into_imports().map_while(std::result::Result::ok);
                imported = functions.filter(|import| matches!(import.ty, TypeRef::Func(_))).count() as u32;
            }
            Payload::CodeSectionEntry(body) => {
                if found.is_none() {
                    found = find(&body).map(|offset| (FuncIndex(imported + defined), offset));
                }
                defined += 1;
            }
            Payload::CustomSection(section) if section.name() == "name" => {
                names = Names::parse(section.data(), section.data_offset());
            }
            _ => {}
        }
    }
    let (function, offset) = found?;
    let name = match names.function(function) {
        Some(name) => format!("function {} ({})", function.0, super::custom::demangle(name)),
        None => format!("function {}", function.0),
    };
    Some((name, offset))
}

/// The offset of the first operator of a body for which `holds`.
pub(super) fn find_operator(body: &FunctionBody<'_>, holds: impl Fn(&Operator<'_>) -> bool) -> Option<u64> {
    let mut operators = body.get_operators_reader().ok()?;
    while let Ok((operator, offset)) = operators.read_with_offset() {
        if holds(&operator) {
            return Some(offset);
        }
    }
    None
}
