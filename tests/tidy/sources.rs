//! Rules about the code in Rust sources: which folders may use assembly, system calls, `unsafe` and Cranelift.
//!
//! Compilers and lints cannot check these rules, because the rules are about places. `sizes.rs` has the rules about
//! size, and `comments.rs` those about comments. Exceptions are in `exceptions.toml` and must not be added here.

use crate::{Text, Tree};

/// Names of drawers: a file is named for its idea.
const DRAWERS: [&str; 6] = ["utils.rs", "util.rs", "common.rs", "misc.rs", "helpers.rs", "base.rs"];

/// The places of the runtime that may name rustix: the operating system's own room, the host calls, which are mostly
/// system calls, and the one file that turns guest memory into buffers for them (it makes no call itself).
const SYSTEM_CALL_ROOMS: [&str; 3] =
    ["runtime-lib/src/sys/", "runtime-lib/src/wasi/", "runtime-lib/src/memory/guest.rs"];

pub(crate) fn sources_have_telling_names(tree: &Tree) -> Vec<String> {
    let drawers = tree.sources().filter(|source| DRAWERS.contains(&file_name(&source.path)));
    drawers.map(|source| source.at(1, "is a drawer: name it for what is in it")).collect()
}

/// A source that no `mod` line names is never compiled.
pub(crate) fn sources_belong_to_a_crate(tree: &Tree) -> Vec<String> {
    let in_crate = tree.sources().filter(|source| source.path.contains("/src/") && !source.path.starts_with("tests/"));
    let orphans = in_crate.filter(|source| !is_crate(&source.path));
    orphans.filter(|source| !is_declared(tree, source)).map(|source| source.at(1, "no module declares it")).collect()
}

/// Whether a file is the root of a crate.
fn is_crate(path: &str) -> bool {
    ["lib.rs", "main.rs"].contains(&file_name(path)) || path.contains("/src/bin/")
}

fn is_declared(tree: &Tree, source: &Text) -> bool {
    let module = source.path.trim_end_matches(".rs").trim_end_matches("/mod");
    let Some((folder, name)) = module.rsplit_once('/') else { return false };
    let parents = ["/mod.rs", "/lib.rs", "/main.rs", ".rs"].map(|end| format!("{folder}{end}"));
    let declaration = format!("mod {name};");
    let mut parents = tree.sources().filter(|source| parents.contains(&source.path));
    parents.any(|parent| parent.code().any(|(_, code)| code.trim_end().ends_with(&declaration)))
}

pub(crate) fn modules_know_no_target(tree: &Tree) -> Vec<String> {
    lines_with(
        tree.files("compiler/src/module", ".rs"),
        &["cranelift"],
        "a module knows no target and no Cranelift type",
    )
}

pub(crate) fn assembly_is_in_arch(tree: &Tree) -> Vec<String> {
    let elsewhere = tree.sources().filter(|source| !source.path.starts_with("runtime-lib/src/arch/"));
    lines_with(elsewhere, &[concat!("asm", "!(")], "assembly is in arch/ only")
}

pub(crate) fn system_calls_are_in_their_rooms(tree: &Tree) -> Vec<String> {
    let outside = |source: &&Text| !SYSTEM_CALL_ROOMS.iter().any(|room| source.path.starts_with(room));
    let words = [concat!("rustix", "::"), concat!("libc", "::")];
    lines_with(tree.sources().filter(outside), &words, "the operating system is called in sys/ and wasi/ only")
}

/// The host's side of WASI serves every version of it.
pub(crate) fn the_host_side_knows_no_version_of_wasi(tree: &Tree) -> Vec<String> {
    lines_with(
        tree.files("runtime-lib/src/wasi/host", ".rs"),
        &["p1"],
        "wasi/host serves every version of WASI: preview 1 is in wasi/p1",
    )
}

/// Crates outside of the runtime forbid it; a file of the runtime that has it argues for it.
pub(crate) fn unsafe_is_in_the_runtime(tree: &Tree) -> Vec<String> {
    let words = ["{", "fn ", "impl ", "extern "].map(|what| format!("{} {what}", concat!("un", "safe")));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outside = tree.sources().filter(|source| !source.path.starts_with("runtime-lib/src/"));
    let mut broken = lines_with(outside, &words, "only the runtime may");
    for source in tree.files("runtime-lib/src/", ".rs") {
        if has_any(source, &words) && !source.lines().any(|(_, line)| line == "//! # Safety") {
            broken.push(source.at(1, "has `unsafe`, but no paragraph `# Safety` in its `//!`"));
        }
    }
    let roots = tree.sources().filter(|source| !source.path.starts_with("runtime-lib/src/"));
    let roots = roots.filter(|source| source.path.ends_with("/src/lib.rs") || source.path.ends_with("/src/main.rs"));
    // The archive has to export a symbol, which is an unsafe attribute.
    for root in roots.filter(|root| !root.path.starts_with("runtime-lib/archive/")) {
        if !root.content.contains("#![forbid(unsafe_code)]") {
            broken.push(root.at(1, "does not forbid `unsafe_code`"));
        }
    }
    broken
}

/// Attributes in sources, and lines of the lint tables in manifests.
pub(crate) fn exceptions_to_lints_have_reasons(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for source in tree.sources() {
        for word in ["#[allow(", "#![allow(", "#[expect(", "#![expect("] {
            for (offset, _) in source.content.match_indices(word) {
                let attribute = source.content[offset..].split_once(")]").map_or("", |(attribute, _)| attribute);
                let line = source.content[..offset].lines().count();
                let is_comment = source.content[..offset].rsplit('\n').next().is_some_and(|line| line.contains("//"));
                if !attribute.contains("reason = ") && !is_comment && !source.path.starts_with("tests/tidy/") {
                    broken.push(source.at(line.max(1), "an exception to a lint without a reason"));
                }
            }
        }
    }
    for manifest in tree.files("", "Cargo.toml") {
        // One comment may stand for several lines below it, but not across an empty one.
        let (mut in_lints, mut has_reason) = (false, false);
        for (number, line) in manifest.lines() {
            match line.chars().next() {
                Some('[') => (in_lints, has_reason) = (line.contains("lints."), false),
                Some('#') => has_reason = true,
                None => has_reason = false,
                Some(_) if in_lints && !has_reason => {
                    broken.push(manifest.at(number, "a lint without a comment that gives the reason"));
                }
                Some(_) => {}
            }
        }
    }
    broken
}

fn lines_with<'a>(sources: impl Iterator<Item = &'a Text>, words: &[&str], what: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources {
        let lines = source.code().filter(|(_, code)| words.iter().any(|word| code.contains(word)));
        broken.extend(lines.map(|(number, _)| source.at(number, what)));
    }
    broken
}

fn has_any(source: &Text, words: &[&str]) -> bool {
    source.code().any(|(_, code)| words.iter().any(|word| code.contains(word)))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
