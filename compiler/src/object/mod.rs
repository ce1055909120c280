//! Phase 6, emit the object: compiled functions and the plan become one relocatable object.
//!
//! Code is laid out here, in the order of the plan, so that calls between functions of the module need no relocation:
//! what remains for the linker are references to data and to the runtime. Functions get local symbols under the names of
//! the guest: local, so that no name of a guest can meet one of ours.

mod contents;
mod data;
mod elf;
mod exceptions;
mod functions;
mod macho;
mod relocations;
mod text;
mod unwind;
mod veneers;

use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_module::{Linkage, Module as _};
use cranelift_object::{ObjectBuilder, ObjectModule};
use object::write::{Object, Symbol, SymbolSection};
use object::{SymbolFlags, SymbolKind, SymbolScope};
use wasmc_abi::symbols;

use crate::codegen::CompiledFunction;
use crate::error::{Error, Result};
use crate::inspect::{self, ModuleSummary, PartSize};
use crate::module::Program;
use crate::options::Options;
use crate::plan::Plan;
use crate::target::{Format, Target};
use exceptions::Exceptions;
use text::Text;

/// Emits the object. `functions` is the code of what the plan defines, in its order.
///
/// # Errors
/// Only [`Error::Limit`], when code exceeds what offsets can describe, and [`Error::Internal`].
pub(crate) fn emit(
    program: &Program<'_>,
    plan: &Plan,
    isa: OwnedTargetIsa,
    functions: Vec<CompiledFunction>,
    summary: ModuleSummary,
    options: &Options,
) -> Result<Vec<u8>> {
    let builder = ObjectBuilder::new(isa.clone(), "wasmc", cranelift_module::default_libcall_names()).map_err(ours)?;
    let mut object = ObjectModule::new(builder);

    // Code first: its layout decides what function references are.
    let text = Text::lay_out(functions, isa.triple().architecture)?;
    let ids = functions::declare(&mut object, plan)?;
    let data_ids = data::declare(&mut object, plan)?;
    functions::define(&mut object, &text, &ids)?;
    let exceptions = Exceptions::new(program, plan, &text)?;
    data::define(&mut object, program, plan, &text, &data_ids, &exceptions, options)?;
    functions::define_records(&mut object, program, plan, &text)?;
    exceptions::define(&mut object, &exceptions, plan, &data_ids)?;

    // What cranelift-object has no words for is added to the finished object.
    let mut product = object.finish();
    functions::name(&mut product, program, plan, &ids)?;
    if plan.library.is_some() {
        hide(&mut product.object);
    }
    let section = product.object.section_id(object::write::StandardSection::Text);
    for (name, value) in [(symbols::TEXT_START, 0), (symbols::TEXT_END, text.bytes())] {
        product.object.add_symbol(Symbol {
            name: name.into(),
            value,
            size: 0,
            kind: SymbolKind::Text,
            scope: SymbolScope::Linkage,
            weak: false,
            section: SymbolSection::Section(section),
            flags: SymbolFlags::None,
        });
    }
    let parts = [("code", text.bytes()), ("image", plan.image.bytes.len() as u64), ("tables", data::table_bytes(plan))]
        .map(|(name, bytes)| PartSize::new(name, bytes));
    let info = inspect::record(summary, options, parts.into());
    match options.target.format() {
        Format::Elf => {
            unwind::write(&mut product.object, &*isa, &text, section)?;
            if options.target == Target::Riscv64Linux {
                elf::write_riscv_attributes(&mut product.object, &options.cpu.riscv_arch());
            }
            elf::write_info(&mut product.object, &info);
            elf::write(&product.object)
        }
        Format::MachO => {
            macho::write_info(&mut product.object, &info);
            macho::write(&product.object)
        }
    }
}

/// Makes what object and runtime have in common invisible outside of what they are linked into: a shared library that
/// contains them offers the exports, and refers to the rest directly.
fn hide(object: &mut Object<'_>) {
    for name in symbols::DEFINED_BY_COMPILER {
        if let Some(symbol) = object.symbol_id(name.as_bytes()) {
            object.symbol_mut(symbol).scope = SymbolScope::Linkage;
        }
    }
}

/// Refusals of the object writer are our bugs: it is given nothing of the user's but names.
fn ours(error: cranelift_module::ModuleError) -> Error {
    Error::internal(format!("emitting the object: {error}"))
}

/// Declares a symbol of the contract that this object defines.
fn declare_data(object: &mut ObjectModule, name: &str, writable: bool) -> Result<cranelift_module::DataId> {
    object.declare_data(name, Linkage::Export, writable, false).map_err(ours)
}

/// Where in a table of the runtime's the next entry will be.
fn offset_in(table: &[u8]) -> Result<u32> {
    u32::try_from(table.len())
        .map_err(|_| Error::Limit { message: "the tables for backtraces and exceptions exceed 4 GiB".into() })
}
