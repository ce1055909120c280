//! Options whose value is one of a few words: the words, and the value of the library that each one means.
//!
//! The library's types have no names for the command line, so that a word can be renamed or added here alone. Neither
//! side may have a value that the other lacks: each function below is a match without a default.

use clap::ValueEnum;
use wasmc_compiler as library;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OptLevel {
    #[value(name = "0")]
    None,
    #[value(name = "1")]
    Less,
    #[value(name = "2", alias = "3")]
    Speed,
    #[value(name = "s")]
    Size,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DebugInfo {
    Both,
    Gdb,
    Lldb,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Backtrace {
    Full,
    Names,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum BoundsChecks {
    Guard,
    Explicit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum UnknownImports {
    Error,
    Trap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    /// A standalone executable
    Exe,
    /// A relocatable object, and beside it a C header of its exports
    Obj,
    /// A static library to link into C programs, and beside it a C header of its exports
    #[value(name = "staticlib")]
    StaticLibrary,
    /// Cranelift's intermediate representation, as text
    Clif,
    /// Machine code, as text
    Asm,
}

/// Without a level, code is optimized unless it is for debugging.
pub(super) fn opt_level(level: Option<OptLevel>, debug_info: Option<DebugInfo>) -> library::OptLevel {
    match level {
        Some(OptLevel::None) => library::OptLevel::None,
        Some(OptLevel::Less) => library::OptLevel::Less,
        Some(OptLevel::Speed) => library::OptLevel::Speed,
        Some(OptLevel::Size) => library::OptLevel::Size,
        None if debug_info.is_some() => library::OptLevel::None,
        None => library::OptLevel::default(),
    }
}

pub(super) fn debug_info(debug_info: Option<DebugInfo>) -> library::DebugInfo {
    match debug_info {
        Some(DebugInfo::Both) => library::DebugInfo::Both,
        Some(DebugInfo::Gdb) => library::DebugInfo::Gdb,
        Some(DebugInfo::Lldb) => library::DebugInfo::Lldb,
        None => library::DebugInfo::None,
    }
}

/// Without a word, reports have as much as the debug information allows.
pub(super) fn backtrace(what: Option<Backtrace>, debug_info: Option<DebugInfo>) -> library::Backtrace {
    match what {
        Some(Backtrace::Full) => library::Backtrace::Full,
        Some(Backtrace::Names) => library::Backtrace::Names,
        Some(Backtrace::None) => library::Backtrace::None,
        None if debug_info.is_some() => library::Backtrace::Full,
        None => library::Backtrace::default(),
    }
}

pub(super) fn bounds_checks(how: BoundsChecks) -> library::BoundsChecks {
    match how {
        BoundsChecks::Guard => library::BoundsChecks::Guard,
        BoundsChecks::Explicit => library::BoundsChecks::Explicit,
    }
}

pub(super) fn unknown_imports(what: UnknownImports) -> library::UnknownImports {
    match what {
        UnknownImports::Error => library::UnknownImports::Error,
        UnknownImports::Trap => library::UnknownImports::Trap,
    }
}

pub(super) fn emit(kind: Emit) -> library::Emit {
    match kind {
        Emit::Exe => library::Emit::Executable,
        Emit::Obj => library::Emit::Object,
        Emit::StaticLibrary => library::Emit::StaticLibrary,
        Emit::Clif => library::Emit::Clif,
        Emit::Asm => library::Emit::Assembly,
    }
}
