//! Checks executables with independent readers: LLVM's tools must print load commands, sections, symbols and fixups
//! without a complaint, and the signature must verify page by page.
//!
//! Our loader could accept what our linker writes wrongly; these readers are other people's.

use super::file::{File, LC_BUILD_VERSION, LC_MAIN, LC_UUID, Segment, u32_at};
use super::platform::{Platform, packages};
use super::signature;
use libtest_mimic::Trial;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use wasmc_tests::{Ending, Failure, Process, context, suite_directory};

const OBJDUMP: &str = "/usr/bin/llvm-objdump-19";
const OTOOL: &str = "/usr/bin/llvm-otool-19";

/// Modules of other suites that between them have every part that an executable may have: an image for memory, tables,
/// the names for a backtrace, many host calls. Each with its options for the build.
const MODULES: [(&str, &[&str]); 3] = [
    ("traps/backtrace.wat", &[]),
    ("traps/memory_bulk.wat", &["--invoke", "bulk"]),
    ("traps/table_bulk.wat", &["--invoke", "bulk"]),
];

/// One trial for each module.
pub(crate) fn trials(platform: Platform) -> Vec<Trial> {
    let trial = |(module, options): (&'static str, &'static [&str])| {
        Trial::test(format!("readers/{module}"), move || Ok(check(platform, module, options)?))
            .with_kind(platform.target())
    };
    MODULES.into_iter().map(trial).collect()
}

fn check(platform: Platform, module: &str, options: &[&str]) -> Result<(), Failure> {
    let options: Vec<String> = options.iter().map(|option| option.to_string()).collect();
    packages()?;
    let folder = context(tempfile::tempdir(), "a temporary folder")?;
    let executable = folder.path().join("program");
    platform.build(&suite_directory(module), &options, &executable)?;
    let bytes = context(fs::read(&executable), executable.display())?;
    let file = File::read(&bytes)?;
    check_layout(&file, platform)?;
    signature::verify(&file, platform)?;
    a_changed_page_is_found(&bytes, platform)?;
    check_by_llvm(&executable)
}

/// The verification itself: a changed byte in any segment breaks the signature.
fn a_changed_page_is_found(bytes: &[u8], platform: Platform) -> Result<(), Failure> {
    for segment in File::read(bytes)?.segments()?.iter().filter(|segment| segment.file_bytes > 0) {
        let mut changed = bytes.to_vec();
        // Behind the load commands, which are to be read still; before the signature.
        changed[segment.file_offset as usize + if segment.file_offset == 0 { 0x1000 } else { 0 }] ^= 1;
        if signature::verify(&File::read(&changed)?, platform).is_ok() {
            return Err(format!("a change in {} breaks no signature", segment.name));
        }
    }
    Ok(())
}

/// Requirements of newer kernels and dyld that the loader does not check: a number for the build and a version.
fn check_layout(file: &File<'_>, platform: Platform) -> Result<(), Failure> {
    for (kind, name) in [(LC_MAIN, "LC_MAIN"), (LC_UUID, "LC_UUID"), (LC_BUILD_VERSION, "LC_BUILD_VERSION")] {
        file.command(kind)?.ok_or_else(|| format!("no {name}"))?;
    }
    if let Some(uuid) = file.command(LC_UUID)?
        && uuid[8..].iter().all(|&byte| byte == 0)
    {
        return Err("LC_UUID is zero".into());
    }
    let version = file.command(LC_BUILD_VERSION)?.unwrap_or_default();
    if u32_at(version, 8)? != 1 || u32_at(version, 12)? < 11 << 16 {
        return Err("LC_BUILD_VERSION is not one of macOS from 11 on".into());
    }
    let segments = file.segments()?;
    let unaligned = |number: u64| !number.is_multiple_of(platform.page_bytes());
    if let Some(segment) = segments.iter().find(|segment| unaligned(segment.address) || unaligned(segment.file_offset))
    {
        return Err(format!("not aligned to pages: {segment:?}"));
    }
    let overlap = |pair: &&[Segment]| pair[0].address + pair[0].bytes > pair[1].address;
    match segments.windows(2).find(overlap) {
        Some(pair) => Err(format!("one over the other: {pair:?}")),
        None => Ok(()),
    }
}

fn check_by_llvm(executable: &Path) -> Result<(), Failure> {
    let headers = read_by(OBJDUMP, &["--macho", "--private-headers"], executable)?;
    for line in ["name /usr/lib/dyld (offset 12)", "name /usr/lib/libSystem.B.dylib (offset 24)", "platform macos"] {
        if !headers.contains(line) {
            return Err(format!("no {line:?} in\n{headers}"));
        }
    }
    let all = read_by(OBJDUMP, &["--macho", "--all-headers"], executable)?;
    if !all.contains("__text") {
        return Err(format!("no section __text in\n{all}"));
    }
    let commands = read_by(OTOOL, &["-l"], executable)?;
    if !commands.contains("LC_CODE_SIGNATURE") {
        return Err(format!("no LC_CODE_SIGNATURE in\n{commands}"));
    }
    let imports = imports(executable)?;
    if imports.contains("_write") && imports.contains("_mmap") && imports.contains("_sigaction") {
        return Ok(());
    }
    Err(format!("what every program imports is not among the binds: {imports:?}"))
}

/// The symbols that dyld binds, in whichever of the two forms they are listed.
fn imports(executable: &Path) -> Result<BTreeSet<String>, Failure> {
    let tables = read_by(OBJDUMP, &["--macho", "--dyld-info", "--bind", "--lazy-bind"], executable)?;
    let chained = read_by(OBJDUMP, &["--macho", "--chained-fixups"], executable)?;
    let rows =
        tables.lines().filter(|line| line.contains("libSystem")).filter_map(|line| line.split_whitespace().last());
    let names = chained.lines().filter(|line| line.trim_start().starts_with("name_offset"));
    let names = names.filter_map(|line| Some(line.split_once('(')?.1.trim_end_matches(')')));
    Ok(rows.chain(names).map(String::from).collect())
}

/// The output of a tool for a file; the tool must succeed and write nothing to standard error.
fn read_by(tool: &str, words: &[&str], executable: &Path) -> Result<String, Failure> {
    let outcome = Process::new(tool).args(words).args([executable]).run()?;
    let (stdout, stderr) = (String::from_utf8_lossy(&outcome.stdout), String::from_utf8_lossy(&outcome.stderr));
    if outcome.ending == Ending::Status(0) && outcome.stderr.is_empty() {
        return Ok(stdout.into_owned());
    }
    Err(format!("{tool} {}: {:?}\n{stderr}", words.join(" "), outcome.ending))
}
