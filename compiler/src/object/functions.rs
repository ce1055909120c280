//! The functions of the object: their declarations, code and names, and the records by which the runtime finds them.
//!
//! Ids of the plan and ids of the object are the same numbers, because the declarations follow the plan's list of
//! definitions; no other order may be used here.

use std::borrow::Cow;

use cranelift_codegen::ir::Signature;
use cranelift_codegen::isa::CallConv;
use cranelift_module::{FuncId, Linkage, Module as _};
use cranelift_object::{ObjectModule, ObjectProduct};
use wasmc_abi::sites::{self, FunctionRecord, Site, SiteKind};
use wasmc_abi::symbols;

use super::contents::Contents;
use super::text::Text;
use super::{Source, declare_data, offset_in, writer_error};
use crate::error::Result;
use crate::module::Program;
use crate::module::index::FuncIndex;
use crate::options::Backtrace;
use crate::plan::Plan;
use crate::plan::symbols::{Definition, guest_pointer_symbol};

/// Declares all functions in order of their ids, and returns the ids of the definitions.
pub(super) fn declare(object: &mut ObjectModule, plan: &Plan) -> Result<Vec<FuncId>> {
    // The object has no signatures; one serves for all functions.
    let signature = Signature::new(CallConv::Fast);
    let mut ids = Vec::new();
    for definition in plan.symbols.definitions() {
        let exported = match definition {
            Definition::Main => Some(symbols::MAIN.to_owned()),
            Definition::Library(function) => plan.library.as_ref().and_then(|library| library.symbol(*function)),
            Definition::Body(_) | Definition::Thunk(_) | Definition::Instantiation(_) | Definition::GuestPointer(_) => {
                None
            }
        };
        let id = match exported {
            Some(symbol) => object.declare_function(&symbol, Linkage::Export, &signature),
            None => object.declare_anonymous_function(&signature),
        };
        ids.push(id.map_err(writer_error)?);
    }
    for symbol in &plan.symbols.externals {
        object.declare_function(symbol, Linkage::Import, &signature).map_err(writer_error)?;
    }
    Ok(ids)
}

/// Defines the code of all functions.
pub(super) fn define(object: &mut ObjectModule, text: &Text, ids: &[FuncId]) -> Result<()> {
    let mut end = 0;
    for (id, function) in ids.iter().zip(&text.functions) {
        // The writer appends each function at its alignment, which is how the layout computed the offsets.
        let alignment = u64::from(function.code.alignment.max(16));
        debug_assert_eq!(u64::from(function.offset), u64::next_multiple_of(end, alignment));
        end = u64::from(function.offset) + function.code.bytes.len() as u64;
        object
            .define_function_bytes(*id, alignment, &function.code.bytes, &function.code.relocations)
            .map_err(writer_error)?;
    }
    Ok(())
}

/// Gives local symbols the names of the guest for debuggers and profilers, which demangle them.
pub(super) fn name(product: &mut ObjectProduct, program: &Program<'_>, plan: &Plan, ids: &[FuncId]) -> Result<()> {
    for (id, definition) in ids.iter().zip(plan.symbols.definitions()) {
        let name = match *definition {
            Definition::Body(body) => match program.name(body) {
                Some(name) => name.to_owned(),
                None => format!("wasm-function[{}]", program.index_in_module(body)),
            },
            Definition::Thunk(function) => import_name(program, function),
            Definition::GuestPointer(memory) => guest_pointer_symbol(memory),
            Definition::Main | Definition::Instantiation(_) | Definition::Library(_) => continue,
        };
        let symbol = product.function_symbol(*id);
        // A string table ends its strings with NUL (System V gABI, "String Table").
        product.object.symbol_mut(symbol).name = name.replace('\0', "\u{2400}").into_bytes();
    }
    Ok(())
}

/// Writes `wasmc_functions`, `wasmc_sites` and `wasmc_names`. Where reports have no backtrace, there are no names, and
/// sites only say where which trap is possible.
pub(super) fn define_records(object: &mut ObjectModule, source: &Source<'_, '_>, backtrace: Backtrace) -> Result<()> {
    let Source { program, plan, text } = *source;
    let (mut records, mut all_sites, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for (definition, placed) in plan.symbols.definitions().iter().zip(&text.functions) {
        let (function_index, name) = match *definition {
            Definition::Body(body) => (program.index_in_module(body), program.frame_name(body)),
            Definition::Thunk(function) => (sites::GENERATED, import_name(program, function)),
            Definition::Main | Definition::Instantiation(_) | Definition::Library(_) | Definition::GuestPointer(_) => {
                (sites::GENERATED, String::new())
            }
        };
        let wasm_offset = placed.code.start.map_or(0, |start| start.byte);
        let (name, sites) = match backtrace {
            Backtrace::None => (String::new(), Cow::Owned(traps_only(&placed.code.sites, wasm_offset))),
            Backtrace::Names | Backtrace::Full => (name, Cow::Borrowed(&placed.code.sites[..])),
        };
        records.push(FunctionRecord {
            code_offset: placed.offset,
            code_bytes: placed.code.bytes.len() as u32,
            wasm_offset,
            function_index,
            sites_offset: offset_in(&all_sites)?,
            sites_bytes: sites.len() as u32,
            name_offset: offset_in(&names)?,
            name_bytes: name.len() as u32,
        });
        all_sites.extend_from_slice(&sites);
        names.extend(name.into_bytes());
    }
    for (symbol, contents) in [
        (symbols::FUNCTIONS, Contents::records(records)),
        (symbols::SITES, Contents::bytes(all_sites, 1)),
        (symbols::NAMES, Contents::bytes(names, 1)),
    ] {
        let id = declare_data(object, symbol, false)?;
        contents.define(object, id)?;
    }
    Ok(())
}

/// The sites of a function without calls, all at the start of the function.
fn traps_only(encoded: &[u8], wasm_offset: u32) -> Vec<u8> {
    let traps = sites::decode(encoded, wasm_offset).filter(|site| site.kind != SiteKind::Call);
    let traps: Vec<Site> = traps.map(|site| Site { wasm_offset, ..site }).collect();
    sites::encode(&traps, wasm_offset)
}

/// The name of an import in reports and debuggers.
fn import_name(program: &Program<'_>, function: FuncIndex) -> String {
    program.import_of(function).map_or_else(String::new, |import| format!("{}.{}", import.module, import.name))
}
