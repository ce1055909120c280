//! What runs when the program starts.

use wasmparser::ValType;

use crate::error::{Error, Result};
use crate::module::Module;
use crate::module::entities::Entity;
use crate::module::index::FuncIndex;
use crate::options::{Emit, Options};

/// What `wasmc_main` calls, in order, after the start function of the module.
pub(crate) struct Entry {
    /// The start section's function, then `_initialize` where the module is a reactor, or `_start` where it is a command.
    pub(crate) calls: Vec<FuncIndex>,
    /// The export that `--invoke` names, called last with arguments from the command line.
    pub(crate) invoke: Option<FuncIndex>,
    /// Functions that are kept although nothing here calls them.
    pub(crate) kept: Vec<FuncIndex>,
}

/// Chooses the entry: the application ABI of WASI (`legacy/application-abi.md`) tells commands from reactors.
///
/// # Errors
/// [`Error::Unlinkable`] when there is nothing to run, or it has the wrong type.
pub(crate) fn choose(module: &Module<'_>, options: &Options) -> Result<Entry> {
    let mut calls: Vec<FuncIndex> = module.start.into_iter().collect();
    let mut invoke = None;
    let initialize = module.exported_function("_initialize");
    let command = module.exported_function("_start");
    if let Some(name) = &options.invoke {
        calls.extend(initialize);
        invoke = Some(invoked(module, name)?);
    } else {
        calls.extend(command.or(initialize));
        if calls.is_empty() && options.emit != Emit::Object {
            return Err(Error::Unlinkable {
                message: "the module has no entry point: it exports neither '_start' nor '_initialize'".into(),
                hint: Some(format!("run one of its exports with --invoke{}", exported_names(module))),
            });
        }
    }
    for &function in &calls {
        let ty = module.function_type(function);
        if !ty.params().is_empty() || !ty.results().is_empty() {
            return Err(Error::Unlinkable {
                message: format!("the entry point {} has the type {ty}, not []->[]", module.display_name(function)),
                hint: None,
            });
        }
    }
    let kept = match options.emit {
        Emit::Object => module.exports.iter().filter_map(|export| function(export.entity)).collect(),
        _ => Vec::new(),
    };
    Ok(Entry { calls, invoke, kept })
}

fn function(entity: Entity) -> Option<FuncIndex> {
    match entity {
        Entity::Function(function) => Some(function),
        _ => None,
    }
}

/// The export to invoke: its arguments and results must be numbers that a command line can spell.
fn invoked(module: &Module<'_>, name: &str) -> Result<FuncIndex> {
    let Some(function) = module.exported_function(name) else {
        return Err(Error::Unlinkable {
            message: format!("the module exports no function '{name}'"),
            hint: Some(format!("it exports{}", exported_names(module))),
        });
    };
    let ty = module.function_type(function);
    let number = |ty: &&ValType| matches!(ty, ValType::I32 | ValType::I64 | ValType::F32 | ValType::F64);
    if let Some(other) = ty.params().iter().chain(ty.results()).find(|ty| !number(ty)) {
        return Err(Error::Unlinkable {
            message: format!("'{name}' has the type {ty}: a command line cannot spell {other}"),
            hint: None,
        });
    }
    Ok(function)
}

/// The first few exported functions, for a hint.
fn exported_names(module: &Module<'_>) -> String {
    let names: Vec<_> =
        module.exports.iter().filter(|export| function(export.entity).is_some()).map(|export| export.name).collect();
    let shown = names[..names.len().min(NAMES_SHOWN_MAX)].join(", ");
    match names.len() {
        0 => " no function".into(),
        1..=NAMES_SHOWN_MAX => format!(": {shown}"),
        count => format!(": {shown}, … ({count} in all)"),
    }
}

/// Names that fit into a hint.
const NAMES_SHOWN_MAX: usize = 8;
