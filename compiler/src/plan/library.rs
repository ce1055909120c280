//! The exports that an object or a static library offers to C: their names and their generated functions.
//!
//! A name of the guest is any text, and a C identifier is not. [`identifier`] is the only place that makes one from the
//! other. It gives different identifiers for different exports, and `header.rs` explains it to the readers of the
//! header. A type that C cannot express must be left out with its reason, not converted.

use std::collections::HashSet;

use wasmc_abi::symbols::{EXPORT_PREFIX, INSTANTIATE};
use wasmparser::{FuncType, ValType};

use super::signature::is_exnref;
use crate::module::Program;
use crate::module::entities::Entity;
use crate::module::index::{FuncIndex, MemoryIndex};

/// The exports for C.
#[derive(Default)]
pub(crate) struct Library {
    /// `_initialize`, which runs after instantiation.
    pub(crate) initialize: Option<FuncIndex>,
    /// Functions, in order of the export section.
    pub(crate) functions: Vec<Export<FuncIndex>>,
    /// Memories, in order of the export section.
    pub(crate) memories: Vec<Export<MemoryIndex>>,
    /// Names of exports that C cannot use, and the reason.
    pub(crate) left_out: Vec<(String, &'static str)>,
}

/// An export that C can use.
pub(crate) struct Export<I> {
    /// Its name in the module.
    pub(crate) name: String,
    /// The C identifier: of the function itself, or the start of the names of a memory's functions.
    pub(crate) symbol: String,
    /// The index of the export.
    pub(crate) index: I,
}

/// A generated function of a library. The number is that of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LibraryFunction {
    /// `wasmc_instantiate`.
    Instantiate,
    /// The part of `wasmc_instantiate` that runs on the guest's stack.
    Initialize,
    /// The C function of an exported function.
    Entry(usize),
    /// The part of the C function that runs on the guest's stack.
    Body(usize),
    /// Gives the address of a memory.
    MemoryData(usize),
    /// Gives the length of a memory.
    MemoryBytes(usize),
}

use LibraryFunction::{Body, Entry, Initialize, Instantiate, MemoryBytes, MemoryData};

const DATA_SUFFIX: &str = "_data";
const BYTES_SUFFIX: &str = "_bytes";

impl Library {
    /// Collects the exports.
    pub(super) fn plan(program: &Program<'_>) -> Library {
        let memory_functions: HashSet<String> = program
            .exports
            .iter()
            .filter(|export| matches!(export.entity, Entity::Memory(_)))
            .flat_map(|export| [DATA_SUFFIX, BYTES_SUFFIX].map(|suffix| format!("{}{suffix}", export.name)))
            .collect();
        let mut library = Library::default();
        for export in &program.exports {
            let name = export.name.to_owned();
            match export.entity {
                Entity::Function(function) if name == "_initialize" && is_plain(program.function_type(function)) => {
                    library.initialize = Some(function);
                    library.left_out.push((name, "wasmc_instantiate calls it"));
                }
                Entity::Function(function) if has_vectors(program.function_type(function)) => {
                    library.left_out.push((name, "C has no type for v128"));
                }
                Entity::Function(function) if has_exceptions(program.function_type(function)) => {
                    library.left_out.push((name, "C has no type for exnref"));
                }
                Entity::Function(function) => {
                    let symbol = identifier(&name, memory_functions.contains(&name));
                    library.functions.push(Export { name, symbol, index: function });
                }
                Entity::Memory(memory) => {
                    let symbol = identifier(&name, false);
                    library.memories.push(Export { name, symbol, index: memory });
                }
                Entity::Global(_) => library.left_out.push((name, "a global")),
                Entity::Tag(_) => library.left_out.push((name, "a tag")),
                Entity::Table(_) => library.left_out.push((name, "a table")),
            }
        }
        library
    }

    /// All generated functions, in the order of the text section.
    pub(crate) fn generated(&self) -> impl Iterator<Item = LibraryFunction> + use<> {
        let functions = (0..self.functions.len()).flat_map(|export| [Entry(export), Body(export)]);
        let memories = (0..self.memories.len()).flat_map(|export| [MemoryData(export), MemoryBytes(export)]);
        [Instantiate, Initialize].into_iter().chain(functions).chain(memories)
    }

    /// The linker symbol of a generated function, if C can call it.
    pub(crate) fn symbol(&self, function: LibraryFunction) -> Option<String> {
        match function {
            Instantiate => Some(INSTANTIATE.to_owned()),
            Initialize | Body(_) => None,
            Entry(export) => Some(self.functions[export].symbol.clone()),
            MemoryData(export) => Some(self.memories[export].symbol.clone() + DATA_SUFFIX),
            MemoryBytes(export) => Some(self.memories[export].symbol.clone() + BYTES_SUFFIX),
        }
    }
}

/// Whether a function has no parameters and no results.
fn is_plain(ty: &FuncType) -> bool {
    ty.params().is_empty() && ty.results().is_empty()
}

fn has_vectors(ty: &FuncType) -> bool {
    ty.params().iter().chain(ty.results()).any(|ty| *ty == ValType::V128)
}

/// Whether a type has references to exceptions: the runtime does not see those that C keeps, and would free the
/// exceptions.
fn has_exceptions(ty: &FuncType) -> bool {
    ty.params().iter().chain(ty.results()).any(|ty| is_exnref(*ty))
}

/// The C identifier of an export: letters but `Z`, digits and `_` stay, and every other byte of its name becomes `Z`
/// and two hexadecimal digits. That can be read backwards, so different names have different identifiers.
///
/// A memory has functions with a suffix. A function whose name happens to be that of one of them, `escape_suffix`, has
/// the `_` of the suffix written as another byte would be.
fn identifier(name: &str, escape_suffix: bool) -> String {
    let escaped = if escape_suffix { name.rfind('_') } else { None };
    let mut identifier = String::from(EXPORT_PREFIX);
    for (position, byte) in name.bytes().enumerate() {
        match byte {
            b'A'..=b'Y' | b'a'..=b'z' | b'0'..=b'9' => identifier.push(char::from(byte)),
            b'_' if escaped != Some(position) => identifier.push('_'),
            _ => identifier.push_str(&format!("Z{byte:02X}")),
        }
    }
    identifier
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an identifier backwards.
    fn name(identifier: &str) -> Vec<u8> {
        let mut bytes = identifier.strip_prefix(EXPORT_PREFIX).expect("our prefix").bytes();
        let mut name = Vec::new();
        while let Some(byte) = bytes.next() {
            if byte != b'Z' {
                name.push(byte);
                continue;
            }
            let digits = [bytes.next(), bytes.next()].map(|digit| digit.expect("two digits"));
            let digits = std::str::from_utf8(&digits).expect("ASCII");
            name.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
        }
        name
    }

    #[test]
    fn identifiers_are_c_and_can_be_read_backwards() {
        for name_of_guest in ["", "add", "_start", "my-func", "a.b", "Z", "Z5F", "é", "a b\n\0", "日本", "*/"] {
            let identifier = identifier(name_of_guest, false);
            assert!(identifier.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'), "{identifier}");
            assert_eq!(name(&identifier), name_of_guest.as_bytes());
        }
        assert_eq!(identifier("my-func_2", false), "wasm_myZ2Dfunc_2");
        assert_eq!(identifier("ZERO", false), "wasm_Z5AERO");
    }

    #[test]
    fn functions_of_memories_have_their_names_to_themselves() {
        assert_eq!(identifier("memory_data", true), "wasm_memoryZ5Fdata");
        assert_eq!(name(&identifier("a_b_bytes", true)), b"a_b_bytes");
    }
}
