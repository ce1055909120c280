//! The modules of a program as a caller gives them, and which of them are the same.
//!
//! A module that occurs several times in a program, in the same bytes in memory, is read, validated and kept once; each
//! occurrence is an instance of it. Errors are about a position in the program, so the observer is told that position
//! before each step; no later phase may have to.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::error::{Error, Result};
use crate::features::Proposals;
use crate::input;
use crate::inspect::{self, ModuleSummary};
use crate::module::{self, Linkable, Module};
use crate::observer::Observer;

/// One module of a program of several.
#[derive(Clone, Debug, Default)]
pub struct ProgramModule<'a> {
    /// Binary or text.
    pub bytes: &'a [u8],
    /// Who provides its imports: for the first name of an import, the position of a module that comes before this one
    /// in the program. Names that are not here are left to WASI; of several equal ones, the last counts.
    pub imports: Vec<(&'a str, usize)>,
    /// The files that its debug information refers to.
    pub files: ModuleFiles<'a>,
}

/// The files that the debug information of a module without DWARF refers to. The library reads and writes none of them.
#[derive(Clone, Debug, Default)]
pub struct ModuleFiles<'a> {
    /// The path of the module. A module in text is its own source.
    pub path: Option<String>,
    /// The directory to which relative names of sources belong, if it is another than that of the module.
    pub source_directory: Option<String>,
    /// The contents of the source map that [`source_map_url`](crate::source_map_url) names.
    pub source_map: Option<&'a [u8]>,
    /// The path at which [`Output::texts`](crate::Output::texts) will be, if a text has to be made for debuggers.
    /// Without it, none is made.
    pub text_path: Option<String>,
}

/// A module as debug information needs it.
#[derive(Clone, Copy)]
pub(crate) struct ModuleSource<'s> {
    /// The binary.
    pub(crate) binary: &'s [u8],
    /// The text that the binary was assembled from, if it was.
    pub(crate) text: Option<&'s str>,
    /// Its files.
    pub(crate) files: &'s ModuleFiles<'s>,
}

/// The modules of a program, as binaries.
pub(crate) struct Sources<'s> {
    program: &'s [ProgramModule<'s>],
    /// Of each distinct module, its first position in the program and its binary.
    distinct: Vec<(usize, Cow<'s, [u8]>)>,
    /// For each position in the program, the position in `distinct`.
    instances: Vec<usize>,
}

impl<'s> Sources<'s> {
    /// Reads the modules; text is assembled.
    ///
    /// # Errors
    /// As [`input::binary`].
    pub(crate) fn read(program: &'s [ProgramModule<'s>], observer: &dyn Observer) -> Result<Sources<'s>> {
        let mut known = HashMap::new();
        let mut sources = Sources { program, distinct: Vec::new(), instances: Vec::new() };
        for (position, module) in program.iter().enumerate() {
            let next = sources.distinct.len();
            let index = *known.entry(std::ptr::from_ref(module.bytes)).or_insert(next);
            if index == next {
                observer.module(position);
                sources.distinct.push((position, input::binary(module.bytes)?));
            }
            sources.instances.push(index);
        }
        Ok(sources)
    }

    /// Parses and validates each distinct module.
    ///
    /// # Errors
    /// As [`module::parse`], with the place in the text where a module is text.
    pub(crate) fn parse(&self, features: Proposals, observer: &dyn Observer) -> Result<Vec<Module<'_>>> {
        let mut parsed = Vec::with_capacity(self.distinct.len());
        for (position, binary) in &self.distinct {
            observer.module(*position);
            let result = module::parse(binary, features, observer);
            parsed.push(result.map_err(|error| input::locate(self.program[*position].bytes, binary, error))?);
        }
        Ok(parsed)
    }

    /// What linking needs: each instance with its parsed module.
    pub(crate) fn linkables<'a>(&'a self, parsed: &'a [Module<'a>]) -> Vec<Linkable<'a>> {
        let instances = self.instances.iter().zip(self.program);
        instances.map(|(index, source)| Linkable { module: &parsed[*index], providers: &source.imports }).collect()
    }

    /// The module at a position in the program.
    pub(crate) fn source(&self, position: usize) -> ModuleSource<'_> {
        let ProgramModule { bytes, files, .. } = &self.program[position];
        let binary = &self.distinct[self.instances[position]].1;
        let text = match binary {
            Cow::Owned(_) => std::str::from_utf8(bytes).ok(),
            Cow::Borrowed(_) => None,
        };
        ModuleSource { binary, text, files }
    }

    /// The description of the last module, which is the one that the program is known by.
    ///
    /// # Errors
    /// Only [`Error::Internal`]: the module is valid.
    pub(crate) fn summary(&self, parsed: &[Module<'_>]) -> Result<ModuleSummary> {
        let last = *self.instances.last().ok_or_else(|| Error::internal("a program without modules"))?;
        inspect::summarize(&self.distinct[last].1, Some(parsed[last].proposals()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_read_once() {
        let (one, other) = ("(module)".as_bytes().to_vec(), "(module)".as_bytes().to_vec());
        let module = |bytes| ProgramModule { bytes, ..ProgramModule::default() };
        let program = [module(&one[..]), module(&other), module(&one)];
        let sources = Sources::read(&program, &()).expect("text");
        // Equal bytes at another address are another module: comparing contents would cost time in every compilation.
        assert_eq!(sources.instances, [0, 1, 0]);
        let parsed = sources.parse(Proposals::all(), &()).expect("valid modules");
        let linkables = sources.linkables(&parsed);
        assert!(std::ptr::eq(linkables[0].module, linkables[2].module));
        assert!(!std::ptr::eq(linkables[0].module, linkables[1].module));
    }
}
