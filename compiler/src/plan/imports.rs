//! The providers of imports that no module of the program satisfies: WASI, or the host functions of a script.
//!
//! Imports are decided when the program is built, so that a missing one is an error of the build. An import must have
//! exactly the type that its provider has: the call would otherwise pass arguments in the wrong registers.

use wasmc_abi::builtins::{self, Builtin, Type};
use wasmc_abi::wasi;
use wasmparser::{FuncType, ValType};

use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::entities::Entity;
use crate::module::index::{FuncIndex, IndexVec, MemoryIndex};
use crate::module::instance::InstanceIndex;
use crate::options::{Options, UnknownImports};

/// The provider of an imported function.
#[derive(Clone, Debug)]
pub(crate) enum Provider {
    /// A WASI function of the runtime.
    Wasi {
        /// Its row in the contract.
        function: &'static wasi::Function,
        /// Its linker symbol.
        symbol: &'static str,
    },
    /// A builtin, for the driver of a script.
    Script(&'static Builtin),
    /// The instantiation of another module, for the driver of a script.
    Instantiate(InstanceIndex),
    /// No provider: a call traps.
    Trap,
}

/// The module name of the imports of a script's driver ([`Options::script`]). They do what the host of the
/// specification's tests does: call a function and survive its traps, instantiate a module now, and make references of
/// its own.
const SCRIPT: &str = "wasmc:script";

/// Finds the provider of every import.
///
/// # Errors
/// [`Error::UnknownImports`] with all imports that nothing provides, unless the options say to trap;
/// [`Error::Unlinkable`] when a WASI function is imported with another type, or something other than a function is
/// imported.
pub(crate) fn provide(program: &Program<'_>, options: &Options) -> Result<IndexVec<FuncIndex, Provider>> {
    let mut providers = IndexVec::new();
    let mut unknown = Vec::new();
    for import in &program.imports {
        let name = format!("{}.{}", import.module, import.name);
        let Entity::Function(function) = import.entity else {
            // The host makes the memory of threads, by what its import says (wasi-threads, "Design choice:
            // instance-per-thread").
            if matches!(import.entity, Entity::Memory(memory) if program.memories[memory].shared) {
                continue;
            }
            if options.unknown_imports == UnknownImports::Trap {
                return Err(Error::Unlinkable {
                    message: format!("nothing provides the {} '{name}'", kind(import.entity)),
                    hint: Some("only functions can be left to trap: define it in the module".into()),
                });
            }
            unknown.push(format!("{name} ({})", kind(import.entity)));
            continue;
        };
        if options.script && import.module == SCRIPT {
            providers.push(script(program, import.name)?);
            continue;
        }
        match wasi::find(import.module, import.name) {
            Some((row, symbol)) => {
                check_type(&name, row, program.function_type(function))?;
                providers.push(Provider::Wasi { function: row, symbol });
            }
            None => {
                providers.push(Provider::Trap);
                unknown.push(name);
            }
        }
    }
    if !unknown.is_empty() && options.unknown_imports == UnknownImports::Error {
        return Err(Error::UnknownImports(unknown));
    }
    Ok(providers)
}

/// The provider of an import of a script's driver.
fn script(program: &Program<'_>, name: &str) -> Result<Provider> {
    let instance = || {
        let number = name.strip_prefix("instantiate ")?.parse().ok().map(InstanceIndex)?;
        program.instances.get(number).map(|_| Provider::Instantiate(number))
    };
    match name {
        "try" => Ok(Provider::Script(&builtins::SCRIPT_TRY)),
        "extern" | "word" => Ok(Provider::Script(&builtins::SCRIPT_WORD)),
        _ => instance().ok_or_else(|| Error::UnknownImports(vec![format!("{SCRIPT}.{name}")])),
    }
}

/// Whether the program can call a function of WASI that needs open descriptors.
pub(super) fn uses_descriptors(imported: &[FuncIndex], providers: &IndexVec<FuncIndex, Provider>) -> bool {
    imported
        .iter()
        .any(|function| matches!(&providers[*function], Provider::Wasi { function, .. } if function.uses_descriptors()))
}

/// The memory that WASI functions read and write: the export `memory` of the module that imports them (`legacy/
/// application-abi.md`), or its first memory.
///
/// # Errors
/// [`Error::Unlinkable`] when modules of one program mean different memories.
pub(crate) fn wasi_memory(
    program: &Program<'_>,
    providers: &IndexVec<FuncIndex, Provider>,
) -> Result<Option<MemoryIndex>> {
    let mut chosen = None;
    for (_, instance) in program.instances.iter() {
        let is_wasi = |function: FuncIndex| matches!(providers.get(function), Some(Provider::Wasi { .. }));
        if !instance.spaces.functions.iter_imported().any(is_wasi) {
            continue;
        }
        let exported = instance.exports.iter().find_map(|export| match export.entity {
            Entity::Memory(memory) if export.name == "memory" => Some(memory),
            _ => None,
        });
        let memory = exported.or_else(|| instance.memories().next());
        if chosen.is_some() && memory.is_some() && chosen != memory {
            return Err(Error::Unlinkable {
                message: "two modules of the program use WASI, each with a memory of its own".into(),
                hint: Some("let one of them import the memory of the other".into()),
            });
        }
        chosen = chosen.or(memory);
    }
    Ok(chosen)
}

fn kind(entity: Entity) -> &'static str {
    match entity {
        Entity::Function(_) => "function",
        Entity::Table(_) => "table",
        Entity::Memory(_) => "memory",
        Entity::Global(_) => "global",
        Entity::Tag(_) => "tag",
    }
}

/// A WASI import must have exactly the type that the specification gives it.
fn check_type(name: &str, row: &wasi::Function, ty: &FuncType) -> Result<()> {
    let val = |ty: &Type| match ty {
        Type::I32 => ValType::I32,
        Type::I64 => ValType::I64,
        Type::F32 => ValType::F32,
        Type::F64 => ValType::F64,
    };
    if ty.params().iter().copied().eq(row.params.iter().map(val))
        && ty.results().iter().copied().eq(row.result.iter().map(val))
    {
        return Ok(());
    }
    let expected = FuncType::new(row.params.iter().map(val), row.result.iter().map(val));
    Err(Error::Unlinkable {
        message: format!("the import '{name}' has the type {ty}, but WASI gives it {expected}"),
        hint: Some("compile the module against a WASI preview 1 sysroot".into()),
    })
}
