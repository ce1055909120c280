//! A compiled function in the form that the object needs.
//!
//! Cranelift's result is borrowed from a context that the next function reuses, so everything that later phases read is
//! copied out here, and sites and handlers are encoded. Nothing is resolved: addresses are not known yet.

use cranelift_codegen::isa::TargetIsa;
use cranelift_codegen::isa::unwind::UnwindInfo;
use cranelift_codegen::{Context, Final, FinalizedMachCallSite, FinalizedMachExceptionHandler, MachSrcLoc};
use cranelift_module::{FuncId, ModuleReloc};
use wasmc_abi::handlers::{self, Clause};
use wasmc_abi::sites::{self, Site, SiteKind};

use super::code_map::{self, CodeMap};
use super::generator::Generator;
use crate::error::{Error, Result};
use crate::module::instance::WasmOffset;
use crate::translate::trap;

/// One function as machine code.
pub(crate) struct CompiledFunction {
    /// Its code.
    pub(crate) bytes: Box<[u8]>,
    /// Alignment of its first byte.
    pub(crate) alignment: u32,
    /// The places in its code that depend on addresses.
    pub(crate) relocations: Box<[ModuleReloc]>,
    /// Start of its body; `None` for glue code. Its sites are in the same binary.
    pub(crate) start: Option<WasmOffset>,
    /// Its sites, encoded.
    pub(crate) sites: Box<[u8]>,
    /// The handlers of exceptions that come out of its calls, encoded.
    pub(crate) handlers: handlers::Encoded,
    /// How to unwind it.
    pub(crate) unwind: Option<UnwindInfo>,
    /// Its map for debug information, if there is to be any.
    pub(crate) map: Option<CodeMap>,
    /// Whether it is not optimized although the options ask for that ([`super::generator`]).
    pub(crate) unoptimized: bool,
}

/// Takes the result of a compilation out of its context.
pub(super) fn collect(
    context: &Context,
    generator: &Generator,
    isa: &dyn TargetIsa,
    start: Option<WasmOffset>,
) -> Result<CompiledFunction> {
    let code = context.compiled_code().ok_or_else(|| Error::internal("compiled code is missing"))?;
    let buffer = &code.buffer;
    let origin = start.map_or(0, |start| start.byte);
    let (mut sites, mut caught) = (Vec::new(), Vec::new());
    let locations = buffer.get_srclocs_sorted();
    for trap in buffer.traps() {
        let kind = trap::kind(trap.code).ok_or_else(|| Error::internal(format!("unknown trap {}", trap.code)))?;
        let wasm_offset = wasm_offset_at(locations, trap.offset).unwrap_or(origin);
        sites.push(Site { code_offset: trap.offset, wasm_offset, kind: SiteKind::Trap(kind) });
    }
    for call in buffer.call_sites() {
        // The return address can belong to the next instruction already, so look one byte before it.
        let wasm_offset = wasm_offset_at(locations, call.ret_addr - 1).unwrap_or(origin);
        sites.push(Site { code_offset: call.ret_addr, wasm_offset, kind: SiteKind::Call });
        if !call.exception_handlers.is_empty() {
            caught.push(with_handlers(&call)?);
        }
    }
    caught.sort_by_key(|call| call.return_offset);
    sites.sort_by_key(|site| (site.code_offset, site.kind != SiteKind::Call));
    // `ModuleReloc` needs the function's id only for references into itself, which are resolved already.
    let itself = FuncId::from_u32(0);
    let relocations =
        buffer.relocs().iter().map(|reloc| ModuleReloc::from_mach_reloc(reloc, &context.func, itself)).collect();
    let unwind =
        code.create_unwind_info(isa).map_err(|error| Error::internal(format!("unwind information: {error}")))?;
    Ok(CompiledFunction {
        bytes: buffer.data().into(),
        alignment: buffer.alignment,
        relocations,
        start,
        sites: sites::encode(&sites, origin).into(),
        handlers: handlers::encode(&caught),
        unwind,
        map: if generator.makes_maps() { Some(code_map::collect(code)?) } else { None },
        unoptimized: false,
    })
}

/// A call in the scope of handlers.
fn with_handlers(call: &FinalizedMachCallSite<'_>) -> Result<handlers::Call> {
    let frame_bytes = call.frame_offset.ok_or_else(|| Error::internal("a call in a frame of unknown size"))?;
    let clauses = call.exception_handlers.iter().map(|handler| match *handler {
        FinalizedMachExceptionHandler::Tag(tag, code_offset) => Ok(Clause { tag: Some(tag.as_u32()), code_offset }),
        FinalizedMachExceptionHandler::Default(code_offset) => Ok(Clause { tag: None, code_offset }),
        FinalizedMachExceptionHandler::Context(_) => Err(Error::internal("a handler with a context")),
    });
    Ok(handlers::Call { return_offset: call.ret_addr, frame_bytes, clauses: clauses.collect::<Result<_>>()? })
}

/// The Wasm offset that the instruction at a code offset comes from.
fn wasm_offset_at(locations: &[MachSrcLoc<Final>], code_offset: u32) -> Option<u32> {
    let position = locations.partition_point(|location| location.end <= code_offset);
    let location = locations.get(position).filter(|location| location.start <= code_offset)?;
    (!location.loc.is_default()).then(|| location.loc.bits())
}
