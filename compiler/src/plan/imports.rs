//! Who provides each import: WASI, the program itself, or nobody.

use wasmc_abi::builtins::Type;
use wasmc_abi::wasi;
use wasmparser::{FuncType, ValType};

use crate::error::{Error, Result};
use crate::module::Module;
use crate::module::entities::Entity;
use crate::module::index::{FuncIndex, IndexVec};
use crate::options::{Options, UnknownImports};

/// Where an imported function comes from.
#[derive(Clone, Debug)]
pub(crate) enum Provider {
    /// A WASI function of the runtime.
    Wasi {
        /// Its row in the contract.
        function: &'static wasi::Function,
        /// Its linker symbol.
        symbol: &'static str,
    },
    /// Nobody: a call traps.
    Trap,
}

/// Finds a provider for every import.
///
/// # Errors
/// [`Error::UnknownImports`] with all that have none, unless the options say to trap; [`Error::Unlinkable`] when a WASI
/// function is imported with another type, or something other than a function is imported.
pub(crate) fn provide(module: &Module<'_>, options: &Options) -> Result<IndexVec<FuncIndex, Provider>> {
    let mut providers = IndexVec::new();
    let mut unknown = Vec::new();
    for import in &module.imports {
        let name = format!("{}.{}", import.module, import.name);
        let Entity::Function(function) = import.entity else {
            // The host makes the memory of threads, by what its import says (wasi-threads, "Design choice: instance-per-thread").
            if matches!(import.entity, Entity::Memory(memory) if module.memories[memory].shared) {
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
        match wasi::find(import.module, import.name) {
            Some((row, symbol)) => {
                check_type(&name, row, module.function_type(function))?;
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
