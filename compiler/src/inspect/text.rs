//! Types as the text format writes them, for the lists of imports and exports.
//!
//! They are for readers, who know the text format, and for tools that compare types. Nothing may parse them here.

use wasmparser::{FuncType, GlobalType, MemoryType, TableType, ValType};

/// The type of a function.
pub(super) fn function(ty: &FuncType) -> String {
    let group = |word: &str, types: &[ValType]| match types {
        [] => String::new(),
        types => format!(" ({word}{})", types.iter().map(|ty| format!(" {ty}")).collect::<String>()),
    };
    format!("(func{}{})", group("param", ty.params()), group("result", ty.results()))
}

fn limits(initial: u64, maximum: Option<u64>) -> String {
    maximum.map_or_else(|| initial.to_string(), |maximum| format!("{initial} {maximum}"))
}

/// The type of a memory.
pub(super) fn memory(ty: &MemoryType) -> String {
    let index = if ty.memory64 { " i64" } else { "" };
    let shared = if ty.shared { " shared" } else { "" };
    format!("(memory{index} {}{shared})", limits(ty.initial, ty.maximum))
}

/// The type of a table.
pub(super) fn table(ty: &TableType) -> String {
    let index = if ty.table64 { " i64" } else { "" };
    format!("(table{index} {} {})", limits(ty.initial, ty.maximum), ty.element_type)
}

/// The type of a global.
pub(super) fn global(ty: &GlobalType) -> String {
    if ty.mutable { format!("(global (mut {}))", ty.content_type) } else { format!("(global {})", ty.content_type) }
}
