//! What the arguments mean: names become typed options, defaults are filled in, and what makes no sense together is
//! refused, before anything is read or written.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use wasmc_compiler as library;
use wasmc_compiler::{Cpu, EnvironmentVariable, Options, Policy, Preopen, TARGETS, Target};

use super::{
    BoundsChecks, BuildArguments, CompileArguments, Emit, OptLevel, PolicyArguments, RunArguments, UnknownImports,
    VerbosityArguments,
};
use crate::diagnostics::{Failure, escape, quoted};
use crate::input::Input;
use crate::output::Destination;

/// How much is said on stderr.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Verbosity {
    /// Errors only.
    Quiet,
    /// A progress bar as well.
    #[default]
    Normal,
    /// Warnings and statistics as well.
    Verbose,
}

/// One compilation.
#[derive(Debug)]
pub(crate) struct Compilation {
    pub(crate) input: Input,
    pub(crate) options: Options,
    pub(crate) jobs: usize,
    pub(crate) time: bool,
    pub(crate) verbosity: Verbosity,
}

/// What `wasmc build` was asked.
#[derive(Debug)]
pub(crate) struct Build {
    pub(crate) compilation: Compilation,
    pub(crate) destination: Destination,
}

/// What `wasmc run` was asked.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) compilation: Compilation,
    /// The name by which the program is called, which becomes its `argv[0]` unless the policy fixes that.
    pub(crate) name: OsString,
    pub(crate) arguments: Vec<OsString>,
}

pub(crate) fn verbosity(arguments: VerbosityArguments) -> Verbosity {
    match arguments {
        VerbosityArguments { quiet: true, .. } => Verbosity::Quiet,
        VerbosityArguments { verbose: true, .. } => Verbosity::Verbose,
        _ => Verbosity::Normal,
    }
}

pub(crate) fn build(arguments: BuildArguments, verbosity: Verbosity) -> Result<Build, Failure> {
    let emit = emit(arguments.emit);
    let input = Input::new(arguments.input);
    let destination = match arguments.output {
        Some(path) if path.as_os_str().is_empty() => {
            return Err(Failure::usage("the output's name is empty").hint("leave out -o, or give it a name"));
        }
        Some(path) if path.as_os_str() == "-" => Destination::Stdout,
        Some(path) => Destination::File(path),
        None => default_destination(&input, emit)?,
    };
    let compilation = compilation(input, arguments.compile, arguments.policy, emit, verbosity)?;
    Ok(Build { compilation, destination })
}

pub(crate) fn run(arguments: RunArguments, verbosity: Verbosity) -> Result<Run, Failure> {
    let input = Input::new(arguments.input);
    let name = match &input {
        Input::Stdin => "wasm".into(),
        Input::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_owned(),
    };
    let compilation = compilation(input, arguments.compile, arguments.policy, library::Emit::Executable, verbosity)?;
    Ok(Run { compilation, name, arguments: arguments.arguments })
}

fn compilation(
    input: Input,
    compile: CompileArguments,
    policy_arguments: PolicyArguments,
    emit: library::Emit,
    verbosity: Verbosity,
) -> Result<Compilation, Failure> {
    let target = compile.target.as_deref().map_or(Ok(Target::host()), target)?;
    let cpu = Cpu::parse(&compile.cpu, target)
        .map_err(|error| Failure::usage(escape(&error.to_string())).maybe_hint(error.hint()))?;
    let options = Options {
        target,
        cpu,
        opt_level: opt_level(compile.opt_level),
        bounds_checks: bounds_checks(compile.bounds_checks),
        emit,
        unknown_imports: unknown_imports(compile.unknown_imports),
        max_memory_bytes: compile.max_memory,
        stack_bytes: compile.stack_size.unwrap_or(library::DEFAULT_STACK_BYTES),
        policy: policy(policy_arguments)?,
        invoke: compile.invoke,
    };
    let processors = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = compile.jobs.map_or_else(processors, usize::from);
    Ok(Compilation { input, options, jobs, time: compile.time, verbosity })
}

/// The module's name in the current directory, without its extension.
fn default_destination(input: &Input, emit: library::Emit) -> Result<Destination, Failure> {
    let extension = match emit {
        library::Emit::Executable => "",
        library::Emit::Object => ".o",
        library::Emit::Clif | library::Emit::Assembly => return Ok(Destination::Stdout),
    };
    let no_name =
        |what: String| Failure::usage(format!("{what} gives the output no name")).hint("give it one with -o OUT");
    let Input::File(path) = input else { return Err(no_name("standard input".into())) };
    let stem = path.file_stem().ok_or_else(|| no_name(quoted(path)))?;
    let mut name = stem.to_owned();
    name.push(extension);
    Ok(Destination::File(PathBuf::from(name)))
}

fn target(name: &str) -> Result<Target, Failure> {
    let known = TARGETS.into_iter().find(|target| target.name() == name || target.triple().to_string() == name);
    known.ok_or_else(|| {
        let names: Vec<_> = TARGETS.iter().map(|target| target.name()).collect();
        Failure::usage(format!("unknown target '{}'", escape(name))).hint(format!("use one of: {}", names.join(", ")))
    })
}

fn policy(arguments: PolicyArguments) -> Result<Policy, Failure> {
    let mut preopens: Vec<Preopen> = Vec::new();
    for directory in arguments.dir {
        if preopens.iter().any(|preopen| preopen.guest == directory.guest) {
            return Err(Failure::usage(format!(
                "two directories have the guest's name '{}'",
                escape(&directory.guest)
            ))
            .hint("give each another name with --dir HOST::GUEST"));
        }
        preopens.push(Preopen { host: directory.host, guest: directory.guest, access: directory.access });
    }
    let mut environment: Vec<EnvironmentVariable> = Vec::new();
    for variable in arguments.env {
        // As in env(1), the last one given counts.
        environment.retain(|earlier| earlier.name != variable.name);
        environment.push(EnvironmentVariable { name: variable.name, value: variable.value });
    }
    let mut inherited_descriptors = Vec::new();
    for descriptor in arguments.fd {
        if inherited_descriptors.contains(&descriptor) {
            return Err(Failure::usage(format!("descriptor {descriptor} is given twice")));
        }
        inherited_descriptors.push(descriptor);
    }
    Ok(Policy {
        preopens,
        environment,
        inherit_environment: arguments.inherit_env,
        arg0: arguments.arg0,
        inherited_descriptors,
        sealed: arguments.sealed,
    })
}

fn opt_level(level: OptLevel) -> library::OptLevel {
    match level {
        OptLevel::None => library::OptLevel::None,
        OptLevel::Less => library::OptLevel::Less,
        OptLevel::Speed => library::OptLevel::Speed,
        OptLevel::Size => library::OptLevel::Size,
    }
}

fn bounds_checks(how: BoundsChecks) -> library::BoundsChecks {
    match how {
        BoundsChecks::Guard => library::BoundsChecks::Guard,
        BoundsChecks::Explicit => library::BoundsChecks::Explicit,
    }
}

fn unknown_imports(what: UnknownImports) -> library::UnknownImports {
    match what {
        UnknownImports::Error => library::UnknownImports::Error,
        UnknownImports::Trap => library::UnknownImports::Trap,
    }
}

fn emit(kind: Emit) -> library::Emit {
    match kind {
        Emit::Exe => library::Emit::Executable,
        Emit::Obj => library::Emit::Object,
        Emit::Clif => library::Emit::Clif,
        Emit::Asm => library::Emit::Assembly,
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::*;
    use crate::args::{Arguments, Command};

    fn parse(line: &str) -> Command {
        Arguments::try_parse_from(line.split(' ')).unwrap_or_else(|error| panic!("{line}: {error}")).command
    }

    fn built(line: &str) -> Result<Build, Failure> {
        match parse(line) {
            Command::Build(arguments) => build(*arguments, Verbosity::Normal),
            other => panic!("{line} is {other:?}"),
        }
    }

    fn ran(line: &str) -> Run {
        match parse(line) {
            Command::Run(arguments) => run(*arguments, Verbosity::Normal).expect("sensible"),
            other => panic!("{line} is {other:?}"),
        }
    }

    #[test]
    fn the_definitions_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn defaults_are_those_of_the_library() {
        let build = built("wasmc build dir/app.wasm").expect("sensible");
        assert_eq!(build.compilation.options, Options::default());
        assert_eq!(build.destination, Destination::File("app".into()));
        assert_eq!(build.compilation.input, Input::File("dir/app.wasm".into()));
    }

    #[test]
    fn options_reach_the_library() {
        let build = built(
            "wasmc build -o - -Os -O0 -j3 --cpu x86-64-v3 --bounds-checks explicit --emit obj --unknown-imports trap \
             --max-memory 1M --stack-size 128K --target x86_64 --invoke f --dir a::b:ro --env A=1 --env A --inherit-env \
             --arg0 x --fd 5 --sealed -- -app.wasm",
        )
        .expect("sensible");
        let Compilation { input, options, jobs, .. } = build.compilation;
        assert_eq!((input, jobs), (Input::File("-app.wasm".into()), 3));
        assert_eq!(build.destination, Destination::Stdout);
        let policy = Policy {
            preopens: vec![Preopen { host: "a".into(), guest: "b".into(), access: library::Access::ReadOnly }],
            environment: vec![EnvironmentVariable { name: "A".into(), value: None }],
            inherit_environment: true,
            arg0: Some("x".into()),
            inherited_descriptors: vec![5],
            sealed: true,
        };
        let expected = Options {
            target: Target::X86_64Linux,
            cpu: Cpu::Level("x86-64-v3"),
            opt_level: library::OptLevel::None,
            bounds_checks: library::BoundsChecks::Explicit,
            emit: library::Emit::Object,
            unknown_imports: library::UnknownImports::Trap,
            max_memory_bytes: Some(1 << 20),
            stack_bytes: 128 << 10,
            policy,
            invoke: Some("f".into()),
        };
        assert_eq!(options, expected);
    }

    #[test]
    fn outputs_have_names_that_are_not_the_input() {
        let destination =
            |line: &str| built(line).map(|build| build.destination).map_err(|failure| failure.message().to_owned());
        assert_eq!(destination("wasmc build a.b.wasm --emit obj"), Ok(Destination::File("a.b.o".into())));
        assert_eq!(destination("wasmc build a.wat --emit clif"), Ok(Destination::Stdout));
        assert_eq!(destination("wasmc build - --emit asm"), Ok(Destination::Stdout));
        assert_eq!(destination("wasmc build dir/app"), Ok(Destination::File("app".into())));
        assert_eq!(destination("wasmc build a.wasm -o -x"), Ok(Destination::File("-x".into())));
        // A module without an extension: once both are looked at, the output is found to be the input.
        assert_eq!(destination("wasmc build app"), Ok(Destination::File("app".into())));
        assert_eq!(destination("wasmc build -"), Err("standard input gives the output no name".into()));
        assert_eq!(destination("wasmc build .."), Err("'..' gives the output no name".into()));
    }

    #[test]
    fn contradictions_are_refused() {
        for line in [
            "wasmc build a.wasm --dir a --dir b::a",
            "wasmc build a.wasm --fd 3 --fd 3",
            "wasmc build a.wasm --cpu z80",
            "wasmc build a.wasm --target pdp11",
        ] {
            built(line).map(drop).expect_err(line);
        }
        for line in ["wasmc build", "wasmc build a.wasm -O3", "wasmc build a.wasm -j0", "wasmc -v -q targets"] {
            Arguments::try_parse_from(line.split(' ')).map(drop).expect_err(line);
        }
    }

    #[test]
    fn the_guest_gets_everything_from_its_first_argument_on() {
        let check = |line: &str, expected: &[&str]| {
            let run = ran(line);
            assert_eq!(run.arguments, expected, "{line}");
            assert_eq!(run.name, "app.wasm", "{line}");
        };
        check("wasmc run x/app.wasm", &[]);
        check("wasmc run app.wasm a b", &["a", "b"]);
        check("wasmc run app.wasm --dir . a --dir b -v", &["a", "--dir", "b", "-v"]);
        check("wasmc run app.wasm -- --dir b -- c", &["--dir", "b", "--", "c"]);
        check("wasmc run -- app.wasm a", &["a"]);
    }
}
