//! The phase that emits the object: compiled functions and the plan become one relocatable [`Object`].
//!
//! Code is laid out here, in the order of the plan, so that calls between functions of the program need no relocation,
//! and the linker gets only references to data and to the runtime. Functions get local symbols under the names of the
//! guest. A name of a guest must not become a global symbol here, because it could collide with a symbol of wasmc; the
//! exports of libraries, which have a prefix, are the exception. Nothing is decided in this folder: places, lengths and
//! start values come from the plan.

mod contents;
mod data;
mod debug;
mod elf;
mod exceptions;
mod functions;
mod header;
mod lines;
mod macho;
mod relocations;
mod state;
mod text;
mod unwind;
mod veneers;

use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_module::{Linkage, Module as _};
use cranelift_object::{ObjectBuilder, ObjectModule};
use object::write::{Symbol, SymbolSection};
use object::{SymbolFlags, SymbolKind, SymbolScope};
use wasmc_abi::symbols;

use crate::codegen::{CodeMap, CompiledFunction};
use crate::error::{Error, Result};
use crate::lines::SourceLines;
use crate::module::Program;
use crate::module::index::DefinedFuncIndex;
use crate::options::Options;
use crate::plan::Plan;
use crate::plan::symbols::Definition;
use crate::target::{Format, Target};
use exceptions::Exceptions;
use text::{PlacedFunction, Text};

/// The object of a program. Later phases add sections to it until [`write`] serializes it.
pub(crate) struct Object {
    object: object::write::Object<'static>,
    format: Format,
    sizes: [(&'static str, u64); 3],
    /// The bodies of the program in order of their code, if there is to be debug information.
    bodies: Vec<PlacedBody>,
}

/// A body of the program and its code, for debug information.
pub(crate) struct PlacedBody {
    /// The body.
    pub(crate) body: DefinedFuncIndex,
    /// Bytes from the start of the text section.
    pub(crate) offset: u32,
    /// Bytes of its code.
    pub(crate) bytes: u32,
    /// Its map.
    pub(crate) map: CodeMap,
}

impl Object {
    /// Bytes of the parts that the compiler put into it, for `wasmc inspect`.
    pub(crate) fn sizes(&self) -> &[(&'static str, u64)] {
        &self.sizes
    }

    /// The bodies of the program in order of their code, if there is to be debug information.
    pub(crate) fn bodies(&self) -> &[PlacedBody] {
        &self.bodies
    }

    /// Adds the section that `wasmc inspect` reads.
    pub(crate) fn add_info(&mut self, info: &[u8]) {
        match self.format {
            Format::Elf => elf::write_info(&mut self.object, info),
            Format::MachO => macho::write_info(&mut self.object, info),
        }
    }
}

/// The finished object as bytes.
///
/// # Errors
/// Only [`Error::Internal`].
pub(crate) fn write(object: &Object) -> Result<Vec<u8>> {
    match object.format {
        Format::Elf => elf::write(&object.object),
        Format::MachO => macho::write(&object.object),
    }
}

/// The values from which an object is made.
struct Source<'s, 'a> {
    program: &'s Program<'a>,
    plan: &'s Plan,
    text: &'s Text,
}

/// Emits the object. `functions` is the code of what the plan defines, in its order, and `lines` their source.
///
/// # Errors
/// Only [`Error::Limit`], when code exceeds what offsets can describe, and [`Error::Internal`].
pub(crate) fn emit(
    program: &Program<'_>,
    plan: &Plan,
    isa: OwnedTargetIsa,
    functions: Vec<CompiledFunction>,
    lines: &SourceLines,
    options: &Options,
) -> Result<Object> {
    let builder =
        ObjectBuilder::new(isa.clone(), "wasmc", cranelift_module::default_libcall_names()).map_err(writer_error)?;
    let mut object = ObjectModule::new(builder);

    // Code first: its layout decides what function references are.
    let text = Text::lay_out(functions, isa.triple().architecture)?;
    let source = Source { program, plan, text: &text };
    let ids = functions::declare(&mut object, plan)?;
    let data_ids = data::declare(&mut object, plan)?;
    functions::define(&mut object, &text, &ids)?;
    let state = data::define(&mut object, &source, &data_ids)?;
    let exceptions = Exceptions::new(&source)?;
    header::define(&mut object, &source, &exceptions, options)?;
    functions::define_records(&mut object, &source, options.backtrace)?;
    lines::define(&mut object, &text, lines)?;
    exceptions::define(&mut object, &exceptions, plan, &data_ids)?;

    // Names, symbols and sections that cranelift-object cannot express are added to its finished object.
    let mut product = object.finish();
    functions::name(&mut product, program, plan, &ids)?;
    state.write(&mut product, options.target.format())?;
    let mut object = product.object;
    if plan.library.is_some() {
        hide(&mut object);
    }
    let section = object.section_id(object::write::StandardSection::Text);
    for (name, value) in [(symbols::TEXT_START, 0), (symbols::TEXT_END, text.bytes())] {
        object.add_symbol(Symbol {
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
    let format = options.target.format();
    if format == Format::Elf {
        unwind::write(&mut object, &*isa, &text, section)?;
        if options.target == Target::Riscv64Linux {
            elf::write_riscv_attributes(&mut object, &options.cpu.riscv_arch());
        }
    }
    let image_bytes = plan.start.image.bytes.len() as u64;
    let sizes = [("code", text.bytes()), ("image", image_bytes), ("tables", data::table_bytes(plan))];
    let bodies = placed_bodies(plan, text);
    Ok(Object { object, format, sizes, bodies })
}

/// The bodies that have a map.
fn placed_bodies(plan: &Plan, text: Text) -> Vec<PlacedBody> {
    let placed = plan.symbols.definitions().iter().zip(text.functions);
    let body = |(definition, function): (&Definition, PlacedFunction)| match (*definition, function.code.map) {
        (Definition::Body(body), Some(map)) => {
            Some(PlacedBody { body, offset: function.offset, bytes: function.code.bytes.len() as u32, map })
        }
        _ => None,
    };
    placed.filter_map(body).collect()
}

/// Hides the symbols that object and runtime share, so that a shared library into which both are linked offers only the
/// exports of the guest, and refers to these symbols directly.
fn hide(object: &mut object::write::Object<'_>) {
    for name in symbols::DEFINED_BY_COMPILER {
        if let Some(symbol) = object.symbol_id(name.as_bytes()) {
            object.symbol_mut(symbol).scope = SymbolScope::Linkage;
        }
    }
}

/// An error of the object writer as an internal error: the writer gets no input of the user but names.
fn writer_error(error: cranelift_module::ModuleError) -> Error {
    Error::internal(format!("emitting the object: {error}"))
}

/// Declares a symbol of the contract that this object defines.
fn declare_data(object: &mut ObjectModule, name: &str, writable: bool) -> Result<cranelift_module::DataId> {
    object.declare_data(name, Linkage::Export, writable, false).map_err(writer_error)
}

/// The offset of the next entry in a table for the runtime.
fn offset_in(table: &[u8]) -> Result<u32> {
    u32::try_from(table.len())
        .map_err(|_| Error::Limit { message: "the tables for backtraces and exceptions exceed 4 GiB".into() })
}
