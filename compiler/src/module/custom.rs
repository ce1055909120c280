//! Custom sections: names for messages, backtraces and debuggers.
//!
//! They never decide whether a module is valid (core specification, appendix "Custom Sections"), so a damaged section
//! must not be an error here: the names before the damage are used.

use std::collections::HashMap;

use wasmparser::{BinaryReader, IndirectNameMap, Name, NameSectionReader};

use super::index::{FuncIndex, TagIndex};

/// The beginning of the names of sections with debug information (WebAssembly's conventions for DWARF).
pub(super) const DEBUG_PREFIX: &str = ".debug_";

/// The name of the section with the place of a source map (WebAssembly's tool conventions, "Debugging").
pub(crate) const SOURCE_MAP: &str = "sourceMappingURL";

/// The place of a source map, if the section is not damaged.
pub(crate) fn source_mapping_url(bytes: &[u8], offset: u64) -> Option<&str> {
    BinaryReader::new(bytes, offset).read_unlimited_string().ok()
}

/// The names in the name section.
#[derive(Default)]
pub(crate) struct Names<'a> {
    module: Option<&'a str>,
    functions: HashMap<FuncIndex, &'a str>,
    tags: HashMap<TagIndex, &'a str>,
    /// Those of locals, which only debug information reads.
    locals: Option<IndirectNameMap<'a>>,
}

impl<'a> Names<'a> {
    /// Reads a name section; stops quietly at the first damage.
    pub(super) fn parse(bytes: &'a [u8], offset: u64) -> Names<'a> {
        let mut names = Names::default();
        for subsection in NameSectionReader::new(BinaryReader::new(bytes, offset)).map_while(Result::ok) {
            match subsection {
                Name::Module { name, .. } => names.module = Some(name),
                Name::Function(map) => {
                    for naming in map.into_iter().map_while(Result::ok) {
                        names.functions.insert(FuncIndex(naming.index), naming.name);
                    }
                }
                Name::Tag(map) => {
                    for naming in map.into_iter().map_while(Result::ok) {
                        names.tags.insert(TagIndex(naming.index), naming.name);
                    }
                }
                Name::Local(map) => names.locals = Some(map),
                _ => {}
            }
        }
        names
    }

    /// The names of all locals: for each function that has any, by the numbers of the locals. Of a damaged map, those
    /// before the damage.
    pub(crate) fn locals(&self) -> HashMap<FuncIndex, HashMap<u32, &'a str>> {
        let functions = self.locals.iter().flat_map(|map| map.clone().map_while(Result::ok));
        let of_function = |names: wasmparser::NameMap<'a>| {
            let names = names.into_iter().map_while(Result::ok).filter(|naming| !naming.name.is_empty());
            names.map(|naming| (naming.index, naming.name)).collect()
        };
        functions.map(|function| (FuncIndex(function.index), of_function(function.names))).collect()
    }

    /// The name of the module, as the producer wrote it.
    pub(crate) fn module(&self) -> Option<&'a str> {
        self.module.filter(|name| !name.is_empty())
    }

    /// The name of a function, as the producer wrote it.
    pub(crate) fn function(&self, function: FuncIndex) -> Option<&'a str> {
        self.functions.get(&function).copied().filter(|name| !name.is_empty())
    }

    /// The name of a tag, as the producer wrote it.
    pub(crate) fn tag(&self, tag: TagIndex) -> Option<&'a str> {
        self.tags.get(&tag).copied().filter(|name| !name.is_empty())
    }
}

/// A mangled Rust or C++ name as its author wrote it; any other name as it is.
pub(crate) fn demangle(name: &str) -> String {
    if let Ok(rust) = rustc_demangle::try_demangle(name) {
        return format!("{rust:#}");
    }
    if name.starts_with("_Z")
        && name.len() < DEMANGLE_BYTES_MAX
        && let Ok(symbol) = cpp_demangle::Symbol::new(name)
        && let Ok(text) = symbol.demangle()
    {
        return text;
    }
    name.into()
}

/// Longer C++ names stay mangled: their demangled text can be exponentially longer.
const DEMANGLE_BYTES_MAX: usize = 4096;
