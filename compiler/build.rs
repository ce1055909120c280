//! Builds the runtime library, so that the compiler carries it inside itself.
//!
//! wasmc links without a toolchain: whoever runs it has neither cargo nor rustc. So the archive is built here, by a cargo of
//! its own (it is `no_std`, `panic=abort` and optimized as a whole, which no profile of this workspace is), and
//! `link/runtime_archive.rs` includes it.
//!
//! The archive must not depend on who builds it or where: flags come from here and not from the environment, the lock file
//! is in the repository, and paths of this machine are replaced in what panics say.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use object::read::archive::ArchiveFile;
use object::{
    Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionFlags, SymbolFlags, SymbolKind, SymbolSection, write,
};

/// What becomes part of the archive, from the root of the repository. Any change builds it again.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "runtime-lib/Cargo.toml",
    "runtime-lib/src",
    "runtime-lib/abi/Cargo.toml",
    "runtime-lib/abi/src",
    "runtime-lib/archive/Cargo.toml",
    "runtime-lib/archive/Cargo.lock",
    "runtime-lib/archive/src",
];

/// Variables by which the cargo that runs us would make the inner one build something else. `cargo clippy`, for one,
/// replaces the compiler of workspace members.
const REMOVED_VARIABLES: [&str; 14] = [
    "CARGO_BUILD_RUSTC",
    "CARGO_BUILD_RUSTC_WORKSPACE_WRAPPER",
    "CARGO_BUILD_RUSTC_WRAPPER",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_TARGET_DIR",
    "CLIPPY_ARGS",
    "RUSTC_LINKER",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTFLAGS",
];

/// The target whose `core` every compiler of that host has.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// Members of the archive that come from the runtime; the others are `compiler_builtins`.
const MEMBER_PREFIX: &str = "wasmc_runtime_archive";

fn main() {
    let root = variable("CARGO_MANIFEST_DIR").join("..");
    for source in SOURCES {
        println!("cargo:rerun-if-changed={}", root.join(source).display());
    }
    let out = variable("OUT_DIR");
    let archive = build(&root, &out.join("runtime"));
    let bytes = fs::read(&archive).unwrap_or_else(|error| panic!("cannot read {}: {error}", archive.display()));
    let path = out.join("libwasmc_runtime_archive.a");
    fs::write(&path, slim(&bytes)).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
    println!("cargo:rustc-env=WASMC_RUNTIME_ARCHIVE={}", path.display());
}

/// Builds the archive and returns its path.
fn build(root: &Path, target_dir: &Path) -> PathBuf {
    let host = env::var("HOST").unwrap_or_default();
    let target = if host.starts_with("x86_64-") && host.contains("-linux-") { host.as_str() } else { TARGET };
    let mut cargo = Command::new(variable("CARGO"));
    cargo
        .current_dir(root.join("runtime-lib/archive"))
        .args(["build", "--release", "--locked", "--target", target, "--target-dir"])
        .arg(target_dir);
    for name in REMOVED_VARIABLES {
        cargo.env_remove(name);
    }
    for (name, _) in env::vars_os() {
        // Profiles and per-target flags by environment.
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PROFILE_") || text.starts_with("CARGO_TARGET_") || text.starts_with("CARGO_FEATURE_")
        {
            cargo.env_remove(&name);
        }
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(root).join("\u{1f}"));
    let output = cargo.output().unwrap_or_else(|error| panic!("cannot run cargo for the runtime library: {error}"));
    if !output.status.success() {
        panic!(
            "the runtime library does not build for {target} (`rustup target add {target}`, if its `core` is missing):\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    target_dir.join(target).join("release/libwasmc_runtime_archive.a")
}

/// Flags for every crate in the archive.
fn flags(root: &Path) -> Vec<String> {
    let mut flags = vec![
        // The executable is position-independent.
        "-Crelocation-model=pic".to_owned(),
        // A backtrace walks through the runtime's frames.
        "-Cforce-frame-pointers=yes".to_owned(),
        // Nothing unwinds.
        "-Cforce-unwind-tables=no".to_owned(),
    ];
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let rust_sources = rustc(&["--print", "sysroot"]).map(|root| PathBuf::from(root).join("lib/rustlib/src/rust"));
    let revision =
        rustc(&["-vV"]).and_then(|text| Some(text.split_once("commit-hash: ")?.1.lines().next()?.to_owned()));
    let registry = cargo_home.map(|home| home.join("registry/src"));
    for (path, name) in [
        (Some(root), "/wasmc".to_owned()),
        (registry, "/registry".to_owned()),
        // What the compiler says when it has no sources of its own.
        (rust_sources, format!("/rustc/{}", revision.unwrap_or_default())),
    ] {
        if let Some(path) = path {
            flags.push(format!("--remap-path-prefix={}={name}", path.display()));
        }
    }
    flags
}

/// What the compiler answers to a question.
fn rustc(arguments: &[&str]) -> Option<String> {
    let output = Command::new(variable("RUSTC")).args(arguments).output().ok()?;
    Some(String::from_utf8(output.stdout).ok()?.trim_end().to_owned())
}

fn variable(name: &str) -> PathBuf {
    env::var_os(name).unwrap_or_else(|| panic!("cargo sets {name} for build scripts")).into()
}

/// Leaves out what no program can need: nine tenths of the archive are `compiler_builtins` with debug information. If the
/// runtime uses nothing of that (which depends on the compiler's version), its own object is all there is to keep, and of
/// that only what runs.
fn slim(archive: &[u8]) -> Vec<u8> {
    let members = ArchiveFile::parse(archive).expect("cargo made an archive");
    let members = members.members().map(|member| member.expect("a whole archive"));
    let own: Vec<_> = members.filter(|member| member.name().starts_with(MEMBER_PREFIX.as_bytes())).collect();
    if let [member] = own.as_slice() {
        let object = object::File::parse(member.data(archive).expect("a whole member")).expect("an object");
        let mut undefined =
            object.symbols().filter(|symbol| symbol.is_undefined()).filter_map(|symbol| symbol.name().ok());
        if undefined.all(is_provided) {
            return single_member_archive(&copy(&object).expect("an object that can be written again"));
        }
    }
    archive.to_vec()
}

/// Whether the compiler's object or the linker defines a symbol.
fn is_provided(symbol: &str) -> bool {
    symbol.is_empty()
        || symbol.starts_with("wasmc_")
        || ["_DYNAMIC", "__ehdr_start", "_GLOBAL_OFFSET_TABLE_"].contains(&symbol)
}

/// Copies an object without the sections that only describe code (backtraces do without: everything keeps frame
/// pointers), and with local names that do not depend on the folder in which it was built.
fn copy(object: &object::File<'_>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut out = write::Object::new(object.format(), object.architecture(), object.endianness());
    out.flags = object.flags();
    let mut sections = HashMap::new();
    for section in object.sections().filter(|section| is_loaded(section)) {
        let id = out.add_section(Vec::new(), section.name_bytes()?.into(), section.kind());
        out.section_mut(id).flags = section.flags();
        if section.kind().is_bss() {
            out.append_section_bss(id, section.size(), section.align());
        } else {
            out.append_section_data(id, section.data()?, section.align());
        }
        sections.insert(section.index(), id);
    }
    let mut symbols = HashMap::new();
    for symbol in object.symbols() {
        let section = match symbol.section() {
            SymbolSection::Section(index) => match sections.get(&index) {
                Some(id) => write::SymbolSection::Section(*id),
                None => continue,
            },
            SymbolSection::Undefined => write::SymbolSection::Undefined,
            _ => continue,
        };
        let name = symbol.name()?;
        let name = if symbol.is_local() { format!("{:#}", rustc_demangle::demangle(name)) } else { name.into() };
        let copied = write::Symbol {
            name: name.into_bytes(),
            value: symbol.address(),
            size: symbol.size(),
            // Constants have symbols without a type.
            kind: if symbol.kind() == SymbolKind::Unknown { SymbolKind::Data } else { symbol.kind() },
            scope: symbol.scope(),
            weak: symbol.is_weak(),
            section,
            flags: SymbolFlags::None,
        };
        let id = match (symbol.kind(), section) {
            (SymbolKind::Section, write::SymbolSection::Section(section)) => out.section_symbol(section),
            _ => out.add_symbol(copied),
        };
        symbols.insert(symbol.index(), id);
    }
    for section in object.sections() {
        let Some(id) = sections.get(&section.index()) else { continue };
        for (offset, relocation) in section.relocations() {
            let RelocationTarget::Symbol(target) = relocation.target() else {
                return Err("a relocation without a symbol".into());
            };
            let symbol = *symbols.get(&target).ok_or("a relocation to a symbol that is not copied")?;
            let (addend, flags) = (relocation.addend(), relocation.flags());
            out.add_relocation(*id, write::Relocation { offset, symbol, addend, flags })?;
        }
    }
    Ok(out.write()?)
}

/// Whether a section is part of the program, and no debug information, unwind table or comment.
fn is_loaded(section: &object::Section<'_, '_>) -> bool {
    let loaded = match section.flags() {
        SectionFlags::Elf { sh_flags } => sh_flags & u64::from(object::elf::SHF_ALLOC) != 0,
        _ => true,
    };
    loaded && section.name().is_ok_and(|name| name != ".eh_frame")
}

/// An archive of one object. Fields as in `ar(5)`: name, time, owner, group, mode, size.
fn single_member_archive(object: &[u8]) -> Vec<u8> {
    let header = format!("{:<16}{:<12}{:<6}{:<6}{:<8}{:<10}`\n", "wasmc_runtime.o/", 0, 0, 0, "100644", object.len());
    let padding: &[u8] = if object.len().is_multiple_of(2) { b"" } else { b"\n" };
    [b"!<arch>\n", header.as_bytes(), object, padding].concat()
}
