//! Source lines in the reports of traps: every C or C++ file of `lines/` is compiled with debug information, built and
//! run. A module in text is built as it is.
//!
//! Each comment `build:` of a file is one build and run with these words. The expectation, in a file beside it, is
//! the transcript of all runs, and is the same on every CPU of Linux. A C file with a comment `library:` is compiled
//! twice: with `LIBRARY` defined, it is a module that is linked in under the name in the comment. No test may use a C
//! library here, whose lines would be those of its version.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use libtest_mimic::{Arguments, Trial};
use wasmc_tests::golden::transcript;
use wasmc_tests::{Failure, Machine, Process, bless, cases, check_bytes, context, suite_directory, tools, wasmc};

/// How long a run may take.
const LIMIT: Duration = Duration::from_secs(60);

const CLANG: &str = "clang-19";

/// A program without a C library. Clang calls wasm-opt, which loses most lines, only where it links with optimization.
const COMPILE: [&str; 7] =
    ["--target=wasm32", "-g", "-O1", "-Werror", "-fno-exceptions", "-fdebug-compilation-dir=/source", "-c"];
const LINK: [&str; 3] = ["--target=wasm32", "-nostdlib", "-Wl,--no-entry"];

fn main() {
    let arguments = Arguments::from_args();
    let mut machines = Machine::all();
    // Expectations are blessed on this machine; the others only compare.
    machines.retain(|machine| machine.is_host() || !bless());
    let folder = suite_directory("lines");
    let sources = [cases(&folder, ".c"), cases(&folder, ".cc"), cases(&folder, ".wat")].concat();
    let trial = |machine: Machine, source: &PathBuf| {
        let source = source.clone();
        let name = format!("{}lines/{}", machine.prefix(), source.file_stem().unwrap_or_default().display());
        let is_compiled = source.extension().is_some_and(|extension| extension != "wat");
        let missing = (is_compiled && tools::find(CLANG).is_none()).then_some(CLANG);
        tools::unless_ignored(Trial::test(name, move || Ok(check(machine, &source)?)), missing)
    };
    let trials = machines.into_iter().flat_map(|machine| sources.iter().map(move |source| trial(machine, source)));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(machine: Machine, source: &Path) -> Result<(), Failure> {
    let text = context(fs::read_to_string(source), source.display())?;
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let is_text = source.extension().is_some_and(|extension| extension == "wat");
    let main = if is_text { "main.wat" } else { "main.wasm" };
    match is_text {
        true => context(fs::copy(source, place.path().join(main)), source.display()).map(drop)?,
        false => compile(source, place.path(), "main", &[])?,
    }
    let library = directives(&text, "library").next();
    if library.is_some() {
        compile(source, place.path(), "library", &["-DLIBRARY"])?;
    }
    let preload = library.map(|name| format!("--preload={name}=library.wasm"));
    let mut actual = String::new();
    for words in directives(&text, "build") {
        let program = place.path().join("program");
        let build = Process::new(wasmc()?).args(["build", main, "-o"]).args([&program]);
        let build = build.args(words.split_whitespace()).args(&preload).directory(place.path());
        let launcher = machine.build(build, &program)?;
        let outcome = launcher.process("program").limit(machine.patience(LIMIT)).run()?;
        let report = transcript(&outcome).replace(&format!("{}/", place.path().display()), "");
        actual += &format!("$ wasmc build {words}\n{report}");
    }
    let path = source.with_extension("expected");
    if bless() {
        return context(fs::write(&path, actual), path.display());
    }
    let expected = context(fs::read(&path), path.display())?;
    check_bytes(&path.display().to_string(), &expected, actual.as_bytes())
}

/// The values of the comments of this kind.
fn directives<'t>(text: &'t str, kind: &str) -> impl Iterator<Item = &'t str> {
    let comment = |line: &'t str| line.strip_prefix("// ").or_else(|| line.strip_prefix(";; "));
    text.lines().filter_map(move |line| comment(line)?.strip_prefix(kind)?.strip_prefix(':').map(str::trim))
}

fn compile(source: &Path, folder: &Path, name: &str, words: &[&str]) -> Result<(), Failure> {
    let file = source.file_name().unwrap_or_default();
    context(fs::copy(source, folder.join(file)), source.display())?;
    let [object, module] = [format!("{name}.o"), format!("{name}.wasm")];
    let clang = || Process::new(CLANG).inherit_all().directory(folder);
    clang().args(COMPILE).args(words).args([file]).args(["-o", &object]).succeed()?;
    clang().args(LINK).args([&object, "-o", &module]).succeed().map(drop)
}
