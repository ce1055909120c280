//! The entry of a program: the exports that run when it starts.
//!
//! WASI has two kinds of modules, commands and reactors, and `--invoke` adds a third way to start. This file chooses,
//! and refuses a module that has nothing to run, so that no executable is built that does nothing. Start functions are
//! not chosen here: they belong to `instantiation.rs`.

use wasmparser::ValType;

use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::entities::Entity;
use crate::module::index::FuncIndex;
use crate::options::{Emit, Options};

/// The functions that `wasmc_main` calls after instantiation, in order.
pub(crate) struct Entry {
    /// `_initialize` of a reactor, or `_start` of a command.
    pub(crate) calls: Vec<FuncIndex>,
    /// The export that `--invoke` names, called last with arguments from the command line.
    pub(crate) invoke: Option<FuncIndex>,
    /// Functions that are compiled although nothing here calls them: exports for C, and the start of a thread.
    pub(crate) roots: Vec<FuncIndex>,
}

/// Chooses the entry: the application ABI of WASI (`legacy/application-abi.md`) tells commands from reactors.
///
/// # Errors
/// [`Error::Unlinkable`] when the module has no entry point, or one of the wrong type; [`Error::Options`] for an export
/// to invoke in a library.
pub(crate) fn choose(program: &Program<'_>, options: &Options) -> Result<Entry> {
    let mut calls = Vec::new();
    let mut invoke = None;
    if let Some(name) = &options.invoke {
        if options.emit == Emit::StaticLibrary {
            return Err(Error::Options {
                message: format!("a library has no entry point that could run '{name}'"),
                hint: Some("build without --invoke, and call the export from C".into()),
            });
        }
        if name != "_initialize" {
            calls.extend(entry_point(program, "_initialize")?);
        }
        invoke = Some(invoked(program, name)?);
    } else {
        calls.extend(match entry_point(program, "_start")? {
            Some(command) => Some(command),
            None => entry_point(program, "_initialize")?,
        });
        let has_start = program.instances.iter().next_back().is_some_and(|(_, instance)| instance.start.is_some());
        if calls.is_empty() && !has_start && !options.emit.has_header() {
            let names = exported_names(program);
            return Err(Error::Unlinkable {
                message: "the module has no entry point: it exports neither '_start' nor '_initialize'".into(),
                hint: Some(match names {
                    Some(names) => format!("run one of its exports with --invoke: {names}"),
                    None => "it exports no function that --invoke could run".into(),
                }),
            });
        }
    }
    let roots = if options.emit.has_header() {
        program.exports.iter().filter_map(|export| function(export.entity)).collect()
    } else {
        Vec::new()
    };
    Ok(Entry { calls, invoke, roots })
}

/// The exported function of this name. As an entry point it must have no parameters and no results.
fn entry_point(program: &Program<'_>, name: &str) -> Result<Option<FuncIndex>> {
    let Some(function) = program.exported_function(name) else { return Ok(None) };
    let ty = program.function_type(function);
    if ty.params().is_empty() && ty.results().is_empty() {
        return Ok(Some(function));
    }
    Err(Error::Unlinkable {
        message: format!("the entry point '{name}' has the type {ty}, not (func)"),
        hint: Some("compile the module as a WASI command or reactor".into()),
    })
}

fn function(entity: Entity) -> Option<FuncIndex> {
    match entity {
        Entity::Function(function) => Some(function),
        _ => None,
    }
}

/// The export to invoke: its arguments and results must be numbers that a command line can spell.
fn invoked(program: &Program<'_>, name: &str) -> Result<FuncIndex> {
    let Some(function) = program.exported_function(name) else {
        return Err(Error::Unlinkable {
            message: format!("the module exports no function '{name}'"),
            hint: Some(match exported_names(program) {
                Some(names) => format!("it exports: {names}"),
                None => "it exports no function".into(),
            }),
        });
    };
    let ty = program.function_type(function);
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
fn exported_names(program: &Program<'_>) -> Option<String> {
    let names: Vec<_> =
        program.exports.iter().filter(|export| function(export.entity).is_some()).map(|export| export.name).collect();
    let shown = names[..names.len().min(NAMES_SHOWN_MAX)].join(", ");
    match names.len() {
        0 => None,
        1..=NAMES_SHOWN_MAX => Some(shown),
        count => Some(format!("{shown}, … ({count} in all)")),
    }
}

/// The largest number of names in a hint.
const NAMES_SHOWN_MAX: usize = 8;
