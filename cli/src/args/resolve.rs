//! The meaning of the arguments: names become typed options, defaults are filled in, and contradictions are refused.
//! All of this happens before anything is read or written, and must not read or write anything itself.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::thread;

use wasmc_compiler as library;
use wasmc_compiler::{Options, Proposals, Target};

use super::choices::{backtrace, bounds_checks, debug_info, emit, opt_level, unknown_imports};
use super::policy::policy;
use super::targets::{Choice, Machine, destinations, machines, refused};
use super::{BuildArguments, CompileArguments, PolicyArguments, RunArguments, VerbosityArguments};
use crate::diagnostics::Failure;
use crate::input::Input;
use crate::output::Destination;

/// The amount of messages on stderr.
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

/// A compilation: a module, the modules that it is linked with, and the options.
#[derive(Debug)]
pub(crate) struct Compilation {
    pub(crate) input: Input,
    /// Modules that it is linked with, in order, each with the name under which others import from it.
    pub(crate) preloads: Vec<(String, Input)>,
    /// The options for each target; at least one.
    pub(crate) options: Vec<Options>,
    pub(crate) jobs: usize,
    pub(crate) time: bool,
    pub(crate) verbosity: Verbosity,
}

/// A call of `wasmc build`.
#[derive(Debug)]
pub(crate) struct Build {
    pub(crate) compilation: Compilation,
    /// The destination for each target, in the order of the options.
    pub(crate) destinations: Vec<Destination>,
}

/// A call of `wasmc run`.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) compilation: Compilation,
    /// The name of the program, which becomes its `argv[0]` unless the policy sets another.
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
    let machines = machines(&arguments.compile.target, &arguments.compile.cpu)?;
    let targets: Vec<Target> = machines.iter().map(|(target, _)| *target).collect();
    let choice = if arguments.compile.target.is_empty() { Choice::Host } else { Choice::Named };
    let destinations = destinations(arguments.output.as_deref(), &input, emit, &targets, choice)?;
    let compilation = compilation(input, arguments.compile, machines, arguments.policy, emit, verbosity)?;
    Ok(Build { compilation, destinations })
}

pub(crate) fn run(arguments: RunArguments, verbosity: Verbosity) -> Result<Run, Failure> {
    let mut words = arguments.command.into_iter();
    let module = words.next().filter(|module| !module.is_empty());
    let input = Input::new(module.ok_or_else(|| Failure::usage("the module's path is empty"))?.into());
    let name = match &input {
        Input::Stdin => "wasm".into(),
        Input::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_owned(),
    };
    let machines = machines(&arguments.compile.target, &arguments.compile.cpu)?;
    if let Some((target, _)) = machines.iter().find(|(target, _)| *target != Target::host()) {
        return Err(Failure::usage(format!(
            "a program for {target} cannot be run on this machine ({})",
            Target::host()
        ))
        .hint(format!("build it with `wasmc build --target {target}`, or leave out --target")));
    }
    let emit = library::Emit::Executable;
    let compilation = compilation(input, arguments.compile, machines, arguments.policy, emit, verbosity)?;
    Ok(Run { compilation, name, arguments: words.collect() })
}

fn compilation(
    input: Input,
    compile: CompileArguments,
    machines: Vec<Machine>,
    policy_arguments: PolicyArguments,
    emit: library::Emit,
    verbosity: Verbosity,
) -> Result<Compilation, Failure> {
    let policy = policy(policy_arguments)?;
    let wasm_features = wasm_features(&compile.wasm_features)?;
    let options = |(target, cpu): Machine| Options {
        target,
        cpu,
        opt_level: opt_level(compile.opt_level, compile.debug_info),
        debug_info: debug_info(compile.debug_info),
        debug_prefix_map: compile.debug_prefix_map.clone(),
        backtrace: backtrace(compile.backtrace, compile.debug_info),
        bounds_checks: bounds_checks(compile.bounds_checks),
        deterministic: compile.deterministic,
        wasm_features,
        emit,
        unknown_imports: unknown_imports(compile.unknown_imports),
        max_memory_bytes: compile.max_memory,
        stack_bytes: compile.stack_size.unwrap_or(library::DEFAULT_STACK_BYTES),
        policy: policy.clone(),
        invoke: compile.invoke.clone(),
        ..Options::default()
    };
    let options = machines.into_iter().map(options).collect();
    let processors = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = compile.jobs.map_or_else(processors, usize::from);
    let preloads = compile.preload.into_iter().map(|preload| (preload.name, Input::new(preload.module)));
    let preloads: Vec<_> = preloads.collect();
    let inputs = preloads.iter().map(|(_, input)| input).chain([&input]);
    if inputs.filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Failure::usage("standard input can be only one of the modules").hint("give the others as files"));
    }
    Ok(Compilation { input, preloads, options, jobs, time: compile.time, verbosity })
}

/// The set that several lists mean, read one after the other.
fn wasm_features(lists: &[String]) -> Result<Proposals, Failure> {
    match lists {
        [] => Ok(Proposals::all()),
        lists => Proposals::parse(&lists.join(",")).map_err(|error| refused(&error)),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use wasmc_compiler::{Cpu, EnvironmentVariable, Policy, Preopen};

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
        assert_eq!(build.compilation.options, [Options::default()]);
        assert_eq!(build.destinations, [Destination::File("app".into())]);
        assert_eq!(build.compilation.input, Input::File("dir/app.wasm".into()));
    }

    #[test]
    fn options_reach_the_library() {
        let build = built(
            "wasmc build -o - -Os -O0 -j3 --cpu x86-64-v3 --bounds-checks explicit --deterministic \
             --wasm-features=-simd --wasm-features mvp,+tail-call --emit obj --unknown-imports trap --max-memory 1M \
             --stack-size 128K --target x86_64 --invoke f -g --debug-prefix-map /a=/b --debug-prefix-map=c= \
             --backtrace none --dir a::b:ro --env A=1 --env A --inherit-env --arg0 x \
             --fd 5 --sealed -- -app.wasm",
        )
        .expect("sensible");
        let Compilation { input, options, jobs, .. } = build.compilation;
        assert_eq!((input, jobs), (Input::File("-app.wasm".into()), 3));
        assert_eq!(build.destinations, [Destination::Stdout]);
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
            cpu: Cpu::parse("x86-64-v3", Target::X86_64Linux).expect("a level"),
            opt_level: library::OptLevel::None,
            debug_info: library::DebugInfo::Both,
            debug_prefix_map: vec![("/a".into(), "/b".into()), ("c".into(), String::new())],
            backtrace: library::Backtrace::None,
            bounds_checks: library::BoundsChecks::Explicit,
            deterministic: true,
            wasm_features: Proposals::parse("mvp,+tail-call").expect("a list"),
            emit: library::Emit::Object,
            unknown_imports: library::UnknownImports::Trap,
            max_memory_bytes: Some(1 << 20),
            stack_bytes: 128 << 10,
            policy,
            invoke: Some("f".into()),
            ..Options::default()
        };
        assert_eq!(options, [expected]);
    }

    #[test]
    fn every_target_has_options_and_a_destination_of_its_own() {
        let build = built("wasmc build a.wasm --target x86_64,aarch64-linux-gnu --cpu -sse3 --target x86_64-macos");
        assert_eq!(
            build.map(drop).expect_err("no SSE there").message(),
            "unknown processor feature 'sse3' for target aarch64"
        );
        let build =
            built("wasmc build a.wasm --target x86_64,aarch64 --cpu x86_64=+avx -o bin/ --sealed").expect("sensible");
        let options = build.compilation.options;
        assert_eq!(options.iter().map(|options| options.target.name()).collect::<Vec<_>>(), ["x86_64", "aarch64"]);
        assert_eq!(options[0].cpu, Cpu::parse("+avx", Target::X86_64Linux).expect("a feature"));
        assert_eq!(options[1].cpu, Cpu::Baseline);
        assert!(options.iter().all(|options| options.policy.sealed));
        let file = |path: &str| Destination::FileAndDirectory(path.into());
        assert_eq!(build.destinations, [file("bin/a-x86_64"), file("bin/a-aarch64")]);
    }

    fn one(mut build: Build) -> Destination {
        build.destinations.pop().filter(|_| build.destinations.is_empty()).expect("one target has one destination")
    }

    #[test]
    fn outputs_have_names_that_are_not_the_input() {
        let destination = |line: &str| built(line).map(one).map_err(|failure| failure.message().to_owned());
        assert_eq!(destination("wasmc build a.b.wasm --emit obj"), Ok(Destination::File("a.b.o".into())));
        assert_eq!(destination("wasmc build a.b.wasm --emit staticlib"), Ok(Destination::File("a.b.a".into())));
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
            "wasmc build - -o a --preload b=-",
            "wasmc build a.wasm --wasm-features +gc",
            "wasmc build a.wasm --wasm-features +simd --wasm-features simd",
        ] {
            built(line).map(drop).expect_err(line);
        }
        for line in ["wasmc build", "wasmc build a.wasm -O4", "wasmc build a.wasm -j0", "wasmc -v -q targets"] {
            Arguments::try_parse_from(line.split(' ')).map(drop).expect_err(line);
        }
    }

    #[test]
    fn only_programs_for_this_machine_are_run() {
        let host = Target::host();
        let other = wasmc_compiler::TARGETS.into_iter().find(|target| *target != host).expect("five of them");
        for (line, sensible) in
            [(format!("{host}"), true), (format!("{host},{other}"), false), (format!("{other}"), false)]
        {
            let Command::Run(arguments) = parse(&format!("wasmc run --target {line} app.wasm")) else { unreachable!() };
            assert_eq!(run(*arguments, Verbosity::Normal).is_ok(), sensible, "{line}");
        }
    }

    #[test]
    fn the_guest_gets_everything_after_the_module() {
        let check = |line: &str, expected: &[&str]| {
            let run = ran(line);
            assert_eq!(run.arguments, expected, "{line}");
            assert_eq!(run.name, "app.wasm", "{line}");
            let policies = run.compilation.options.iter().map(|options| options.policy.preopens.len());
            assert_eq!(policies.collect::<Vec<_>>(), [usize::from(line.contains("--dir g"))], "{line}");
        };
        check("wasmc run x/app.wasm", &[]);
        check("wasmc run app.wasm a b", &["a", "b"]);
        check("wasmc run --dir g app.wasm --dir=/ a -v", &["--dir=/", "a", "-v"]);
        check("wasmc run app.wasm -1 --dir b -q --nothing", &["-1", "--dir", "b", "-q", "--nothing"]);
        check("wasmc run app.wasm -- a", &["--", "a"]);
        check("wasmc run --dir g -- app.wasm --help", &["--help"]);
        check("wasmc run app.wasm -", &["-"]);
    }
}
