//! Libraries: every module of `library/` becomes one, and the C program beside it links with it and calls its exports.
//!
//! The expectation is a transcript of the program; each `run:` directive is one run with these arguments. The way of
//! linking must not change the transcript: every program is linked in each way of [`host_links`], and statically for
//! the other CPUs of Linux, as `MACHINE/library/NAME`. Mach-O libraries are only read, because this machine has no C
//! library for them.

use libtest_mimic::{Arguments, Trial};
use std::fs;
use std::path::Path;
use std::time::Duration;
use wasmc_tests::golden::{self, Golden};
use wasmc_tests::{
    Ending, Failure, Launcher, Machine, Process, bless, check_bytes, context, suite_directory, wasmc, without_depth,
};

/// A way to compile a C program and to link it: the compiler's command line.
type Link = Vec<&'static str>;

const C: [&str; 5] = ["-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror"];
const CPP: [&str; 7] = ["-x", "c++", "-std=c++11", "-Wall", "-Wextra", "-pedantic", "-Werror"];

/// Other ways to build the library.
const MODES: [&str; 2] = ["--bounds-checks=explicit", "-O0"];

/// How long a run may take.
const LIMIT: Duration = Duration::from_secs(60);

fn main() {
    let arguments = Arguments::from_args();
    let mut machines = Machine::all();
    // Expectations are blessed on this machine; the others only compare.
    machines.retain(|machine| machine.is_host() || !bless());
    let mut trials: Vec<Trial> =
        machines.into_iter().flat_map(|machine| golden::trials_on(machine, "library", ".wat", transcript)).collect();
    trials.push(Trial::test("library/shared", || Ok(shared()?)));
    trials.push(Trial::test("library/object", || Ok(object()?)));
    for target in ["aarch64-macos", "x86_64-macos"] {
        trials.push(Trial::test(format!("{target}/library/symbols"), move || Ok(mach_o(target)?)));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn host_links() -> Vec<Link> {
    let mut links: Vec<Link> = [
        &["gcc"][..],
        &["gcc", "-static"],
        &["gcc", "-static-pie"],
        &["gcc", "-no-pie"],
        &["gcc", "-Wl,--gc-sections", "-O2"],
        &["clang-19", "-fuse-ld=lld"],
        &["clang-19", "-fuse-ld=lld", "-static"],
        &["clang-19", "-fuse-ld=lld", "-no-pie"],
    ]
    .map(|words| [words, &C].concat())
    .into();
    links.extend([&["g++"][..], &["clang++-19", "-static"]].map(|words| [words, &CPP].concat()));
    links
}

fn links(machine: Machine) -> Vec<Link> {
    match machine.name() {
        _ if machine.is_host() => host_links(),
        "aarch64" => vec![[&["aarch64-linux-gnu-gcc", "-static"], &C[..]].concat()],
        "riscv64" => vec![[&["riscv64-linux-gnu-gcc", "-static"], &C[..]].concat()],
        other => panic!("no C compiler is known for {other}"),
    }
}

fn transcript(machine: Machine, golden: &Golden) -> Result<String, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let folder = place.path();
    let mut links = links(machine).into_iter();
    let first = links.next().ok_or("there is no way to link")?;
    let library = build(machine, golden, folder, None)?;
    let transcript = run(machine, golden, folder, &first, &library)?;
    for link in links {
        let other = run(machine, golden, folder, &link, &library)?;
        check_bytes(&format!("differs when linked by {link:?}"), transcript.as_bytes(), other.as_bytes())?;
    }
    for mode in MODES {
        let library = build(machine, golden, folder, Some(mode))?;
        let other = run(machine, golden, folder, &first, &library)?;
        check_bytes(&format!("differs with {mode}"), transcript.as_bytes(), other.as_bytes())?;
    }
    Ok(transcript)
}

/// Builds the library and its header in a folder; the launcher runs a program that is linked with it.
fn build(machine: Machine, golden: &Golden, folder: &Path, mode: Option<&str>) -> Result<Launcher, Failure> {
    let (input, library) = (format!("{}.wat", golden.name()), format!("{}.a", golden.name()));
    context(fs::write(folder.join(&input), &golden.source), &input)?;
    let build = Process::new(wasmc()?).args(["build", &input, "--emit=staticlib", "-o", &library]).directory(folder);
    machine.build(build.args(mode).args(golden.words("build")), &folder.join("program"))
}

/// Links the program, and gives the transcript of its runs.
fn run(machine: Machine, golden: &Golden, folder: &Path, link: &[&str], built: &Launcher) -> Result<String, Failure> {
    let source = suite_directory("library").join(golden.name()).with_extension("c");
    compile(link, folder, &[&source, &folder.join(golden.name()).with_extension("a")], built.executable())?;
    let runs = match golden.directives("run") {
        runs if runs.is_empty() => vec![""],
        runs => runs,
    };
    let transcript = |arguments: &str| {
        let process = built.process(golden.name()).args(arguments.split_whitespace());
        let outcome = process.limit(machine.patience(LIMIT)).run()?;
        // The emulator's own word about a signal.
        let text = without_depth(golden::transcript(&outcome));
        let lines = text.lines().filter(|line| !line.starts_with("qemu: uncaught target signal"));
        let command = format!("$ {} {arguments}", golden.name());
        Ok(format!("{}\n{}\n", command.trim_end(), lines.collect::<Vec<_>>().join("\n")))
    };
    runs.into_iter().map(transcript).collect()
}

fn compile(link: &[&str], folder: &Path, inputs: &[&Path], output: &Path) -> Result<(), Failure> {
    let (compiler, flags) = link.split_first().ok_or("an empty command line")?;
    let (before, language) = flags.split_at(flags.iter().position(|flag| *flag == "-x").unwrap_or(flags.len()));
    // `-x` must apply to the sources only, not to libraries.
    let (sources, libraries): (Vec<&Path>, Vec<&Path>) =
        inputs.iter().partition(|input| input.extension().is_some_and(|extension| extension == "c"));
    let after = if language.is_empty() { &[][..] } else { &["-x", "none"] };
    let process = Process::new(*compiler).inherit_all().args(before).args(["-I"]).args([folder]);
    let process = process.args(language).args(sources).args(after).args(libraries).args(["-o"]).args([output]);
    process.directory(folder).succeed().map(drop)
}

/// A shared library that contains one offers the exports of the module and nothing else.
fn shared() -> Result<(), Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let folder = place.path();
    let golden = Golden::read(&suite_directory("library").join("memory.wat"))?;
    build(Machine::host(), &golden, folder, None)?;
    let whole = ["-shared", "-Wl,-z,defs", "-Wl,--whole-archive", "memory.a", "-Wl,--no-whole-archive"];
    let link = Process::new("gcc").inherit_all().args(whole).args(["-o", "libmemory.so"]).directory(folder);
    link.succeed()?;
    let exported = Process::new("llvm-nm-19").inherit_all().args(["-D", "--defined-only", "-j", "libmemory.so"]);
    let exported = exported.directory(folder).succeed()?;
    let expected = "wasm_grow\nwasm_memoryZ5Fbytes\nwasm_memoryZ5Fdata\n\
                    wasm_memory_bytes\nwasm_memory_data\nwasm_upper\nwasmc_instantiate\n";
    check_bytes("the symbols of a shared library", expected.as_bytes(), &exported)?;
    let source = suite_directory("library").join("memory.c");
    compile(&[&["gcc"], &C[..]].concat(), folder, &[&source, Path::new("./libmemory.so")], Path::new("program"))?;
    let outcome = Process::new(folder.join("program")).directory(folder).run()?;
    if outcome.ending == Ending::Status(0) { Ok(()) } else { Err(golden::transcript(&outcome)) }
}

/// An object has the same header as a library, and the symbols that it declares; a header of somebody else is kept.
fn object() -> Result<(), Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let folder = place.path();
    let golden = Golden::read(&suite_directory("library").join("memory.wat"))?;
    build(Machine::host(), &golden, folder, None)?;
    let wasmc = wasmc()?;
    let object =
        |output: &str| Process::new(wasmc).args(["build", "memory.wat", "--emit=obj", "-o", output]).directory(folder);
    object("object.o").succeed()?;
    let [library, beside] = ["memory.h", "object.h"].map(|name| fs::read(folder.join(name)));
    check_bytes("the headers of library and object", &context(library, "memory.h")?, &context(beside, "object.h")?)?;
    context(fs::write(folder.join("mine.h"), "int f(void);\n"), "mine.h")?;
    let refused = object("mine.o").run()?;
    let expected = "error: cannot write the C header 'mine.h': there is another file\n\
                    hint: choose another name with -o OUT; the header has that name with .h\n[status 1]\n";
    check_bytes("a header in the way", expected.as_bytes(), golden::transcript(&refused).as_bytes())
}

/// A library for macOS is an archive of Mach-O objects whose index names the exports, and LLVM's linker takes it.
fn mach_o(target: &str) -> Result<(), Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let folder = place.path();
    let golden = Golden::read(&suite_directory("library").join("rounding.wat"))?;
    context(fs::write(folder.join("rounding.wat"), &golden.source), "rounding.wat")?;
    let build = Process::new(wasmc()?).args(["build", "rounding.wat", "--emit=staticlib", "--target", target]);
    build.directory(folder).succeed()?;
    let names = |options: &[&str], file: &str| {
        let nm = Process::new("llvm-nm-19").inherit_all().args(options).args([file]).directory(folder);
        nm.succeed().map(|text| String::from_utf8_lossy(&text).into_owned())
    };
    let index = names(&["--print-armap"], "rounding.a")?;
    for export in ["_wasm_ceil in wasmc0.o", "_wasmc_instantiate in wasmc0.o"] {
        if !index.contains(export) {
            return Err(format!("the index has no {export}:\n{index}"));
        }
    }
    link_mach_o(target, folder)?;
    let exported = names(&["--defined-only", "--extern-only", "--just-symbol-name"], "program")?;
    let expected =
        "__mh_execute_header\n_main\n_wasm_ceil\n_wasm_floor\n_wasm_nearest\n_wasm_swizzle\n_wasmc_instantiate\n";
    check_bytes("what a program shows of it", expected.as_bytes(), exported.as_bytes())
}

/// Compiles a program without headers and links it with the library and our stub of libSystem.
fn link_mach_o(target: &str, folder: &Path) -> Result<(), Failure> {
    let architecture = if target.starts_with("aarch64") { "arm64" } else { "x86_64" };
    let triple = format!("--target={architecture}-apple-macos13");
    let source = suite_directory("library").join("rounding_alone.c");
    let compile = Process::new("clang-19").inherit_all().args(C).args([&triple, "-ffreestanding", "-I.", "-c"]);
    compile.args([&source]).args(["-o", "main.o"]).directory(folder).succeed()?;
    let stub = suite_directory("../compiler/src/link/libSystem.tbd");
    let link = Process::new("ld64.lld-19").inherit_all().args(["-arch", architecture, "-platform_version", "macos"]);
    let link = link.args(["13.0", "13.0", "main.o", "rounding.a", "-o", "program"]).args([&stub]);
    link.directory(folder).succeed().map(drop)
}
