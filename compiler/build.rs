//! Builds the runtime library, so that the compiler carries it inside itself.
//!
//! wasmc links without a toolchain: whoever runs it has neither cargo nor rustc. So the archive is built here, by a cargo of
//! its own (it is `no_std`, `panic=abort` and optimized as a whole, which no profile of this workspace is), and
//! `link/runtime_archive.rs` includes it.
//!
//! The archive must not depend on who builds it or where: flags come from here and not from the environment, the lock file
//! is in the repository, and paths of this machine are replaced in what panics say.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
    let own: Vec<_> = members(archive).into_iter().filter(|(name, _)| name.starts_with(MEMBER_PREFIX)).collect();
    match own.as_slice() {
        [(_, object)] if undefined_symbols(object).is_some_and(|names| names.iter().all(|name| is_provided(name))) => {
            let mut object = object.to_vec();
            drop_sections(&mut object).expect("an object whose symbols could be read");
            single_member_archive(&object)
        }
        _ => archive.to_vec(),
    }
}

/// Whether the compiler's object or the linker defines a symbol.
fn is_provided(symbol: &str) -> bool {
    symbol.starts_with("wasmc_") || ["_DYNAMIC", "__ehdr_start", "_GLOBAL_OFFSET_TABLE_"].contains(&symbol)
}

/// An archive of one object. Fields as in `ar(5)`: name, time, owner, group, mode, size.
fn single_member_archive(object: &[u8]) -> Vec<u8> {
    let header = format!("{:<16}{:<12}{:<6}{:<6}{:<8}{:<10}`\n", "wasmc_runtime.o/", 0, 0, 0, "100644", object.len());
    let padding: &[u8] = if object.len().is_multiple_of(2) { b"" } else { b"\n" };
    [b"!<arch>\n", header.as_bytes(), object, padding].concat()
}

/// Names and contents of an archive's members, in the variant of GNU and LLVM for ELF: long names are offsets into a member
/// of their own.
fn members(archive: &[u8]) -> Vec<(String, &[u8])> {
    const HEADER_BYTES: usize = 60;
    let mut members = Vec::new();
    let mut long_names = "";
    let mut rest = archive.get(8..).unwrap_or_default();
    while let Some((header, contents)) = rest.split_at_checked(HEADER_BYTES) {
        let field =
            |start, end| header.get(start..end).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or("").trim();
        let bytes: usize = field(48, 58).parse().unwrap_or(0);
        let Some((contents, after)) = contents.split_at_checked(bytes) else { break };
        rest = after.get(bytes % 2..).unwrap_or_default();
        match field(0, 16) {
            "//" => long_names = str::from_utf8(contents).unwrap_or(""),
            name => {
                let long = name.strip_prefix('/').and_then(|offset| long_names.get(offset.parse::<usize>().ok()?..));
                let name = long.and_then(|names| names.split("/\n").next()).unwrap_or(name);
                members.push((name.to_owned(), contents));
            }
        }
    }
    members
}

/// Reads the parts of a 64-bit little-endian ELF object (System V gABI, chapter 4). Everything that is not there is `None`.
#[derive(Clone, Copy)]
struct Elf<'a>(&'a [u8]);

impl<'a> Elf<'a> {
    const SHT_SYMTAB: u64 = 2;
    const SYMBOL_BYTES: usize = 24;

    fn number(self, offset: usize, bytes: usize) -> Option<u64> {
        let mut word = [0; 8];
        word.get_mut(..bytes)?.copy_from_slice(self.0.get(offset..offset + bytes)?);
        Some(u64::from_le_bytes(word))
    }

    /// Where the headers of all sections are.
    fn section_headers(self) -> Option<impl Iterator<Item = usize>> {
        if self.0.get(..6)? != b"\x7fELF\x02\x01" {
            return None;
        }
        let (start, bytes, count) = (self.number(40, 8)? as usize, self.number(58, 2)? as usize, self.number(60, 2)?);
        Some((0..count as usize).map(move |index| start + index * bytes))
    }

    /// The header of section `index`.
    fn section_header(self, index: u64) -> Option<usize> {
        self.section_headers()?.nth(index as usize)
    }

    fn section_contents(self, header: usize) -> Option<&'a [u8]> {
        let (offset, bytes) = (self.number(header + 24, 8)? as usize, self.number(header + 32, 8)? as usize);
        self.0.get(offset..)?.get(..bytes)
    }
}

/// The string at an offset of a string table.
fn string(table: &[u8], offset: u64) -> Option<String> {
    let bytes = table.get(offset as usize..)?.split(|byte| *byte == 0).next()?;
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// The symbols that an object refers to and does not define; `None` where it is no ELF object.
fn undefined_symbols(object: &[u8]) -> Option<Vec<String>> {
    let elf = Elf(object);
    let table = elf.section_headers()?.find(|header| elf.number(header + 4, 4) == Some(Elf::SHT_SYMTAB))?;
    let strings = elf.section_contents(elf.section_header(elf.number(table + 40, 4)?)?)?;
    // The first symbol is the null symbol.
    let symbols = elf.section_contents(table)?.chunks_exact(Elf::SYMBOL_BYTES).skip(1);
    let undefined = symbols.filter(|symbol| symbol.get(6..8) == Some(&[0, 0]));
    undefined.map(|symbol| string(strings, u64::from(u32::from_le_bytes(*symbol.first_chunk()?)))).collect()
}

/// Makes unused (`SHT_NULL`) the sections that only describe code: debug information and unwind tables come along from the
/// standard library, which was built with them, and would be a tenth of a small executable. Backtraces do without:
/// everything keeps frame pointers.
fn drop_sections(object: &mut [u8]) -> Option<()> {
    const DESCRIPTIONS: [&str; 5] = [".debug_", ".rela.debug_", ".eh_frame", ".rela.eh_frame", ".comment"];
    let elf = Elf(object);
    let names = elf.section_contents(elf.section_header(elf.number(62, 2)?)?)?;
    let is_description = |header: &usize| {
        let name = elf.number(*header, 4).and_then(|offset| string(names, offset)).unwrap_or_default();
        DESCRIPTIONS.iter().any(|prefix| name.starts_with(prefix))
    };
    let headers: Vec<usize> = elf.section_headers()?.filter(is_description).collect();
    for header in headers {
        // Type, then flags.
        object.get_mut(header + 4..header + 16)?.fill(0);
    }
    Some(())
}
