//! No field of a structure that compiler and runtime share can trade places with another of its type.
//!
//! Types do not see such an exchange, and nothing else on the way to an executable would: the compiler writes a number,
//! and the runtime takes it for another. So each exchange of two fields is tried on a copy of `runtime-lib/abi`, which
//! must not compile any more. A case is a structure, and all structures of the contract are cases: this suite finds
//! them by their `#[repr(C)]` and has no list of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};
use tempfile::TempDir;
use wasmc_tests::{Failure, cases, context, copy_tree};

/// Structures that must be found at least: fewer would mean that this suite no longer reads the sources.
const STRUCTURES_MIN: usize = 12;

fn main() {
    let arguments = Arguments::from_args();
    let contract = Arc::new(sources());
    let structures = structures(&contract);
    let mut trials = vec![Trial::test("contract/unchanged", {
        let (contract, structures) = (Arc::clone(&contract), structures.len());
        move || Ok(unchanged(&contract, structures)?)
    })];
    trials.extend(structures.into_iter().map(|structure| {
        let contract = Arc::clone(&contract);
        Trial::test(format!("contract/{}", structure.name), move || Ok(exchange_all(&contract, &structure)?))
    }));
    libtest_mimic::run(&arguments, trials).exit();
}

/// The sources of the contract.
fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime-lib/abi/src")
}

/// A structure of the contract.
struct Structure {
    name: String,
    /// The file that declares it.
    file: PathBuf,
    fields: Vec<Field>,
}

/// A field, as its line declares it.
struct Field {
    line: usize,
    name: String,
    ty: String,
}

/// The copy compiles as it is, and has the structures that are known to be there.
fn unchanged(contract: &Path, structures: usize) -> Result<(), Failure> {
    if structures < STRUCTURES_MIN {
        return Err(format!("only {structures} structures with #[repr(C)] were found"));
    }
    let copy = copy(contract)?;
    let (compiles, errors) = compile(copy.path())?;
    if compiles { Ok(()) } else { Err(format!("the contract does not compile as it is:\n{errors}")) }
}

/// Exchanges each two fields of the same type: the check of their offsets must find that.
fn exchange_all(contract: &Path, structure: &Structure) -> Result<(), Failure> {
    let copy = copy(contract)?;
    let file = copy.path().join(structure.file.strip_prefix(contract).unwrap_or(&structure.file));
    let source = context(fs::read_to_string(&structure.file), structure.file.display())?;
    for (position, first) in structure.fields.iter().enumerate() {
        for second in structure.fields.iter().skip(position + 1).filter(|second| second.ty == first.ty) {
            let changed = exchange(&source, first, second);
            context(fs::write(&file, changed), file.display())?;
            let (compiles, errors) = compile(copy.path())?;
            let check = format!("offset_of!({}, ", structure.name);
            if compiles || !errors.contains(&check) {
                let (structure, first, second) = (&structure.name, &first.name, &second.name);
                return Err(format!(
                    "{structure}: '{first}' and '{second}' can be exchanged: no offset is checked\n{errors}"
                ));
            }
        }
    }
    Ok(())
}

/// The source with the names of two fields in each other's place.
fn exchange(source: &str, first: &Field, second: &Field) -> String {
    let line = |(number, line): (usize, &str)| {
        let name = if number == first.line {
            &second.name
        } else if number == second.line {
            &first.name
        } else {
            return format!("{line}\n");
        };
        format!("    pub {name}: {},\n", first.ty)
    };
    source.lines().enumerate().map(line).collect()
}

fn copy(contract: &Path) -> Result<TempDir, Failure> {
    let folder = context(tempfile::tempdir(), "a temporary folder")?;
    context(copy_tree(contract, folder.path()), contract.display())?;
    Ok(folder)
}

/// Whether the crate in this folder compiles, as far as that takes to check constants; and what rustc says.
fn compile(folder: &Path) -> Result<(bool, String), Failure> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(&rustc);
    command.args(["--edition", "2024", "--crate-type", "lib", "--crate-name", "contract", "--emit", "metadata"]);
    command.arg("--out-dir").arg(folder).arg(folder.join("lib.rs"));
    command.env("CARGO_PKG_VERSION", env!("CARGO_PKG_VERSION"));
    let output = context(command.output(), rustc.display())?;
    Ok((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned()))
}

/// All structures in a folder and the folders in it.
fn structures(folder: &Path) -> Vec<Structure> {
    let mut found = Vec::new();
    for path in cases(folder, "") {
        if path.is_dir() {
            found.extend(structures(&path));
        } else if let Ok(source) = fs::read_to_string(&path) {
            found.extend(declarations(&path, &source));
        }
    }
    found
}

/// The structures that a file declares, in the form that `cargo fmt` gives them: a field is a line.
fn declarations(path: &Path, source: &str) -> Vec<Structure> {
    let mut structures: Vec<Structure> = Vec::new();
    let (mut has_layout, mut is_open) = (false, false);
    for (line, text) in source.lines().enumerate() {
        if text == "#[repr(C)]" {
            has_layout = true;
        } else if let Some(name) = text.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            is_open = has_layout;
            if has_layout {
                structures.push(Structure { name: name.into(), file: path.into(), fields: Vec::new() });
            }
            has_layout = false;
        } else if text == "}" {
            is_open = false;
        } else if is_open
            && let Some((name, ty)) = text.trim().strip_prefix("pub ").and_then(|rest| rest.split_once(": "))
            && let Some(structure) = structures.last_mut()
        {
            structure.fields.push(Field { line, name: name.into(), ty: ty.trim_end_matches(',').into() });
        }
    }
    structures
}
