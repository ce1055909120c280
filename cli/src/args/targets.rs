//! The meaning of `--target`, `--cpu` and `-o`, which depend on each other: the targets, the processor of each, and the
//! file for each output. Names are decided here alone; whether a file can be written is found out later, in
//! `output.rs`.

use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use wasmc_compiler::{Cpu, Emit, Error, Target};

use crate::diagnostics::{Failure, escape, quoted};
use crate::input::Input;
use crate::output::Destination;

/// The placeholder for a target's name in the name of an output.
const PLACE: &str = "{target}";

/// A target and its processor.
pub(super) type Machine = (Target, Cpu);

/// The machines to compile for: each target once, in the order in which they were named; at least one.
pub(super) fn machines(targets: &[String], cpus: &[String]) -> Result<Vec<Machine>, Failure> {
    let mut named: Vec<Target> = Vec::new();
    for name in targets {
        let target = Target::parse(name.trim()).map_err(|error| refused(&error))?;
        if !named.contains(&target) {
            named.push(target);
        }
    }
    if named.is_empty() {
        named.push(Target::host());
    }
    let cpus = Cpus::read(cpus, &named)?;
    named.into_iter().map(|target| Ok((target, cpus.of(target)?))).collect()
}

/// The failure for a value that the library refuses.
pub(super) fn refused(error: &Error) -> Failure {
    Failure::usage(escape(&error.to_string())).maybe_hint(error.hint())
}

/// The values of `--cpu`: one for all targets, and others for one target each.
struct Cpus<'a> {
    of_all: Option<&'a str>,
    of_one: Vec<(Target, &'a str)>,
}

impl<'a> Cpus<'a> {
    fn read(values: &'a [String], targets: &[Target]) -> Result<Cpus<'a>, Failure> {
        let mut cpus = Cpus { of_all: None, of_one: Vec::new() };
        for value in values {
            let twice = |whose: String| {
                Failure::usage(format!("two processors are given for {whose}"))
                    .hint("write one --cpu, with commas: --cpu LEVEL,+FEATURE,-FEATURE")
            };
            match value.split_once('=') {
                None if cpus.of_all.is_some() => return Err(twice("all targets".into())),
                None => cpus.of_all = Some(value),
                Some((name, specification)) => {
                    let target = Target::parse(name).map_err(|error| refused(&error))?;
                    if !targets.contains(&target) {
                        return Err(Failure::usage(format!("a processor is given for {target}, which is no target"))
                            .hint(format!("add --target {target}, or leave out --cpu {}", escape(value))));
                    }
                    if cpus.of_one.iter().any(|(other, _)| *other == target) {
                        return Err(twice(target.to_string()));
                    }
                    cpus.of_one.push((target, specification));
                }
            }
        }
        Ok(cpus)
    }

    fn of(&self, target: Target) -> Result<Cpu, Failure> {
        let own = self.of_one.iter().find(|(other, _)| *other == target).map(|(_, specification)| *specification);
        let specification = own.or(self.of_all).unwrap_or("baseline");
        Cpu::parse(specification, target).map_err(|error| refused(&error))
    }
}

/// How the targets were chosen, which decides whether the names of outputs in a directory tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// By `--target`.
    Named,
    /// It is the machine that wasmc runs on.
    Host,
}

/// Where the output for each target goes.
pub(super) fn destinations(
    output: Option<&Path>,
    input: &Input,
    emit: Emit,
    targets: &[Target],
    choice: Choice,
) -> Result<Vec<Destination>, Failure> {
    let several = targets.len() > 1;
    let hint = format!("give a directory, or a name with {PLACE} in it: -o NAME-{PLACE}");
    let cannot = |what: &str| Err(Failure::usage(what).hint(&hint));
    let Some(path) = output else {
        return match several {
            true if is_text(emit) => cannot("the text for several targets cannot go to standard output"),
            true => in_directory(Path::new(""), input, emit, targets, choice),
            false if is_text(emit) => Ok(vec![Destination::Stdout]),
            false => Ok(vec![Destination::File(name(input, emit, None)?.into())]),
        };
    };
    match path {
        _ if path.as_os_str().is_empty() => {
            Err(Failure::usage("the output's name is empty").hint("leave out -o, or give it a name"))
        }
        _ if several && path.as_os_str() == "-" => {
            cannot("the outputs for several targets cannot go to standard output")
        }
        _ if path.as_os_str() == "-" => Ok(vec![Destination::Stdout]),
        _ if is_directory(path) => in_directory(path, input, emit, targets, choice),
        _ if has_place(path) => {
            Ok(targets.iter().map(|target| Destination::FileAndDirectory(filled(path, *target))).collect())
        }
        _ if several => cannot(&format!("the outputs for several targets cannot all be {}", quoted(path))),
        _ => Ok(vec![Destination::File(path.to_owned())]),
    }
}

/// Whether an output is meant to be a directory: its name ends in a slash, or it is one.
fn is_directory(path: &Path) -> bool {
    path.as_os_str().as_bytes().ends_with(b"/") || path.is_dir()
}

/// A file for each target in a directory, which may have places for the target's name as well, under the module's name.
fn in_directory(
    directory: &Path,
    input: &Input,
    emit: Emit,
    targets: &[Target],
    choice: Choice,
) -> Result<Vec<Destination>, Failure> {
    let destination = |target: &Target| {
        let name = name(input, emit, (choice == Choice::Named).then_some(*target))?;
        Ok(Destination::FileAndDirectory(filled(directory, *target).join(name)))
    };
    targets.iter().map(destination).collect()
}

/// The module's name without its extension, then the target's name if one is given, and the extension of the output.
fn name(input: &Input, emit: Emit, target: Option<Target>) -> Result<OsString, Failure> {
    let no_name =
        |what: String| Failure::usage(format!("{what} gives the output no name")).hint("give it one with -o OUT");
    let Input::File(path) = input else {
        return Err(match target {
            None => no_name("standard input".into()),
            Some(_) => no_name("standard input".into()).hint(format!("give them one with -o NAME-{PLACE}")),
        });
    };
    let mut name = path.file_stem().ok_or_else(|| no_name(quoted(path)))?.to_owned();
    if let Some(target) = target {
        name.push(format!("-{target}"));
    }
    name.push(extension(emit));
    Ok(name)
}

fn is_text(emit: Emit) -> bool {
    matches!(emit, Emit::Clif | Emit::Assembly)
}

fn extension(emit: Emit) -> &'static str {
    match emit {
        Emit::Executable => "",
        Emit::Object => ".o",
        Emit::StaticLibrary => ".a",
        Emit::Clif => ".clif",
        Emit::Assembly => ".s",
    }
}

fn has_place(path: &Path) -> bool {
    path.as_os_str().as_bytes().windows(PLACE.len()).any(|window| window == PLACE.as_bytes())
}

/// The path with the target's name in every place for it.
fn filled(path: &Path, target: Target) -> PathBuf {
    let bytes = path.as_os_str().as_bytes();
    let mut result = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(place) = rest.windows(PLACE.len()).position(|window| window == PLACE.as_bytes()) {
        result.extend_from_slice(&rest[..place]);
        result.extend_from_slice(target.name().as_bytes());
        rest = &rest[place + PLACE.len()..];
    }
    result.extend_from_slice(rest);
    PathBuf::from(OsString::from_vec(result))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machines_of(targets: &[&str], cpus: &[&str]) -> Result<Vec<String>, String> {
        let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
        let machines = machines(&owned(targets), &owned(cpus)).map_err(|failure| failure.message().to_owned())?;
        Ok(machines.into_iter().map(|(target, cpu)| format!("{target} {}", cpu.name(target))).collect())
    }

    #[test]
    fn targets_are_named_in_many_ways_and_counted_once() {
        let named = machines_of(&["aarch64", "arm64-apple-darwin", "aarch64-linux-gnu", "aarch64-macos"], &[]);
        assert_eq!(named.expect("fine"), ["aarch64 baseline", "aarch64-macos baseline"]);
        assert_eq!(machines_of(&[], &[]).expect("fine"), [format!("{} baseline", Target::host())]);
        assert_eq!(machines_of(&["x86_64", ""], &[]), Err("unknown target ''".into()));
    }

    #[test]
    fn a_processor_is_for_all_targets_or_for_one() {
        let both = ["x86_64", "aarch64"];
        assert_eq!(
            machines_of(&both, &["x86_64=x86-64-v3", "arm64-linux=+lse"]).expect("fine"),
            ["x86_64 x86-64-v3", "aarch64 armv8.1-a"]
        );
        assert_eq!(
            machines_of(&["x86_64", "x86_64-macos"], &["x86_64=baseline", "x86-64-v2"]).expect("fine"),
            ["x86_64 baseline", "x86_64-macos x86-64-v2"]
        );
        assert_eq!(machines_of(&both, &["x86-64-v3"]), Err("unknown cpu 'x86-64-v3' for target aarch64".into()));
        assert_eq!(machines_of(&both, &["+avx", "+fma"]), Err("two processors are given for all targets".into()));
        let twice = machines_of(&both, &["x86_64=+avx", "x86_64=+fma"]);
        assert_eq!(twice, Err("two processors are given for x86_64".into()));
        assert_eq!(
            machines_of(&["x86_64"], &["riscv64=+v"]),
            Err("a processor is given for riscv64, which is no target".into())
        );
    }

    fn written(output: Option<&str>, input: &str, emit: Emit, targets: &[Target]) -> Result<Vec<String>, String> {
        written_as(output, input, emit, targets, Choice::Named)
    }

    fn written_as(
        output: Option<&str>,
        input: &str,
        emit: Emit,
        targets: &[Target],
        choice: Choice,
    ) -> Result<Vec<String>, String> {
        let input = Input::new(input.into());
        let destinations = destinations(output.map(Path::new), &input, emit, targets, choice);
        let path = |destination| match destination {
            Destination::Stdout => "-".to_owned(),
            Destination::File(path) => path.to_string_lossy().into_owned(),
            Destination::FileAndDirectory(path) => format!("{}", path.display()),
        };
        Ok(destinations.map_err(|failure| failure.message().to_owned())?.into_iter().map(path).collect())
    }

    const TWO: [Target; 2] = [Target::X86_64Linux, Target::Aarch64Macos];

    #[test]
    fn several_outputs_have_several_names() {
        let exe = |output, input| written(output, input, Emit::Executable, &TWO);
        assert_eq!(exe(None, "dir/app.wasm").expect("fine"), ["app-x86_64", "app-aarch64-macos"]);
        assert_eq!(exe(Some("new/"), "app.wasm").expect("fine"), ["new/app-x86_64", "new/app-aarch64-macos"]);
        assert_eq!(exe(Some("/"), "app.wasm").expect("fine"), ["/app-x86_64", "/app-aarch64-macos"]);
        assert_eq!(
            exe(Some("{target}/a.{target}"), "-").expect("fine"),
            ["x86_64/a.x86_64", "aarch64-macos/a.aarch64-macos"]
        );
        assert_eq!(exe(Some("app"), "app.wasm"), Err("the outputs for several targets cannot all be 'app'".into()));
        assert_eq!(
            exe(Some("-"), "app.wasm"),
            Err("the outputs for several targets cannot go to standard output".into())
        );
        assert_eq!(exe(None, "-"), Err("standard input gives the output no name".into()));
        let object = written(Some("/tmp"), "app.wasm", Emit::Object, &TWO);
        assert_eq!(object.expect("fine"), ["/tmp/app-x86_64.o", "/tmp/app-aarch64-macos.o"]);
        let text = written(None, "app.wasm", Emit::Assembly, &TWO);
        assert_eq!(text, Err("the text for several targets cannot go to standard output".into()));
        let text = written(Some("x/"), "app.wasm", Emit::Assembly, &TWO);
        assert_eq!(text.expect("fine"), ["x/app-x86_64.s", "x/app-aarch64-macos.s"]);
    }

    #[test]
    fn one_output_has_the_name_that_is_asked_for() {
        let one = |output, input, emit| written(output, input, emit, &TWO[..1]);
        assert_eq!(one(None, "app.wasm", Emit::Executable).expect("fine"), ["app"]);
        assert_eq!(one(Some("/tmp"), "app.wasm", Emit::Executable).expect("fine"), ["/tmp/app-x86_64"]);
        assert_eq!(one(Some("new/"), "app.wasm", Emit::Object).expect("fine"), ["new/app-x86_64.o"]);
        assert_eq!(one(Some("new/"), "-", Emit::Object), Err("standard input gives the output no name".into()));
        let host = |output| written_as(Some(output), "app.wasm", Emit::Executable, &TWO[..1], Choice::Host);
        assert_eq!(host("new/").expect("fine"), ["new/app"]);
        assert_eq!(host("{target}/").expect("fine"), ["x86_64/app"]);
        assert_eq!(one(Some("app-{target}"), "-", Emit::Executable).expect("fine"), ["app-x86_64"]);
        assert_eq!(one(Some("{targets}{target"), "-", Emit::Executable).expect("fine"), ["{targets}{target"]);
    }
}
