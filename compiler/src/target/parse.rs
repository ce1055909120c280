//! Parses the names that people write for a machine: short names, and triples as Rust, LLVM, GCC and Debian write them.
//!
//! Toolchains disagree about triples, so the parser is generous about spelling. It must never take a triple of another
//! machine or calling convention for one of the targets; such a name is refused, with the target that may have been
//! meant.

use super::{MACOS_VERSION, TARGETS, Target};
use crate::error::{Error, Result};
use crate::nearest::nearest;

/// The names of the processors in triples.
const X86_64: [&str; 2] = ["x86_64", "amd64"];
const AARCH64: [&str; 2] = ["aarch64", "arm64"];
const RISCV64: [&str; 2] = ["riscv64", "riscv64gc"];

/// C libraries that a triple may name. Executables use no C library, so they run on systems with any of them.
const LINUX_LIBRARIES: [&str; 3] = ["gnu", "musl", "uclibc"];

/// Darwin's major version is that of macOS and nine more, from macOS 11 to 15.
const DARWIN_BEYOND_MACOS: u32 = 9;

impl Target {
    /// The target of a short name, as `wasmc targets` lists it, or of a triple.
    ///
    /// ```
    /// use wasmc_compiler::Target;
    ///
    /// assert_eq!(Target::parse("aarch64-unknown-linux-musl")?, Target::Aarch64Linux);
    /// assert_eq!(Target::parse("arm64-apple-darwin")?, Target::Aarch64Macos);
    /// assert!(Target::parse("x86_64-pc-windows-msvc").is_err());
    /// # Ok::<(), wasmc_compiler::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Options`] for every other machine.
    pub fn parse(name: &str) -> Result<Target> {
        if let Some(target) = TARGETS.into_iter().find(|target| target.name() == name) {
            return Ok(target);
        }
        let parts = Parts::of_platform(name).or_else(|| Parts::split(name)).ok_or_else(|| unknown(name))?;
        match parts.system {
            System::Linux { library } => linux(name, parts.processor, library),
            System::Macos { version } => macos(name, parts.processor, version),
            System::Other => Err(other_system(name, parts.processor)),
        }
    }
}

/// A triple: processor, maybe a vendor, system, maybe a library.
struct Parts<'a> {
    processor: &'a str,
    system: System<'a>,
}

enum System<'a> {
    Linux {
        library: &'a str,
    },
    /// With major and minor version, if the triple has one.
    Macos {
        version: Option<(u32, u32)>,
    },
    Other,
}

impl<'a> Parts<'a> {
    /// A platform as container tools and Go write it: `linux/amd64`, `linux/arm64/v8`, `darwin/arm64`.
    fn of_platform(platform: &'a str) -> Option<Parts<'a>> {
        let mut words = platform.split('/');
        let (system, processor) = (words.next()?, words.next()?);
        let variant = words.next();
        let system = match system {
            "linux" => System::Linux { library: "gnu" },
            "darwin" | "macos" => System::Macos { version: None },
            _ => System::Other,
        };
        (words.next().is_none() && matches!(variant, None | Some("v8"))).then_some(Parts { processor, system })
    }

    fn split(triple: &'a str) -> Option<Parts<'a>> {
        let mut words = triple.split('-');
        let processor = words.next()?;
        let words: Vec<&str> = words.collect();
        let rest = match words.as_slice() {
            [] => return None,
            // A vendor is any word before the system.
            [vendor, rest @ ..] if !rest.is_empty() && !is_system(vendor) => rest,
            rest => rest,
        };
        let system = match rest {
            ["linux"] => System::Linux { library: "gnu" },
            ["linux", library] => System::Linux { library },
            [system] => macos_version(system).map_or(System::Other, |version| System::Macos { version }),
            _ => System::Other,
        };
        Some(Parts { processor, system })
    }
}

fn is_system(word: &str) -> bool {
    word == "linux" || macos_version(word).is_some()
}

/// The version behind a name of macOS: `macosx13.0`, `macos`, `darwin22.1.0`.
fn macos_version(word: &str) -> Option<Option<(u32, u32)>> {
    let names = ["macosx", "macos", "darwin"].into_iter();
    let (name, version) = names.filter_map(|name| Some((name, word.strip_prefix(name)?))).next()?;
    if version.is_empty() {
        return Some(None);
    }
    let mut numbers = version.split('.').map(|number| number.parse::<u32>().ok());
    let major = numbers.next()??;
    let minor = numbers.next().unwrap_or(Some(0))?;
    match name {
        "darwin" => Some(Some((major.saturating_sub(DARWIN_BEYOND_MACOS), 0))),
        _ => Some(Some((major, minor))),
    }
}

fn linux(name: &str, processor: &str, library: &str) -> Result<Target> {
    let target = match processor {
        _ if X86_64.contains(&processor) => Target::X86_64Linux,
        _ if AARCH64.contains(&processor) => Target::Aarch64Linux,
        _ if RISCV64.contains(&processor) => Target::Riscv64Linux,
        _ => return Err(unknown(name)),
    };
    match LINUX_LIBRARIES.contains(&library) {
        true => Ok(target),
        false => Err(refused(name, &format!("for 64-bit Linux with the usual conventions, use {target}"))),
    }
}

fn macos(name: &str, processor: &str, version: Option<(u32, u32)>) -> Result<Target> {
    let target = match processor {
        _ if X86_64.contains(&processor) => Target::X86_64Macos,
        _ if AARCH64.contains(&processor) => Target::Aarch64Macos,
        _ => return Err(unknown(name)),
    };
    let oldest = MACOS_VERSION.split('.').filter_map(|number| number.parse().ok());
    let oldest: Vec<u32> = oldest.collect();
    match version {
        Some((major, minor)) if [major, minor].as_slice() < oldest.as_slice() => {
            Err(refused(name, &format!("executables need macOS {MACOS_VERSION} or later; use {target}")))
        }
        _ => Ok(target),
    }
}

fn refused(name: &str, hint: &str) -> Error {
    Error::Options { message: format!("unknown target '{name}'"), hint: Some(hint.into()) }
}

/// The error for an unsupported system. Its hint names the targets with the same processor.
fn other_system(name: &str, processor: &str) -> Error {
    match of_processor(processor).as_slice() {
        [] => unknown(name),
        targets => refused(name, &format!("for this processor there is {}; {}", targets.join(", "), list())),
    }
}

/// Names of the targets of a processor.
fn of_processor(processor: &str) -> Vec<&'static str> {
    let family = [X86_64, AARCH64, RISCV64].into_iter().find(|names| names.contains(&processor));
    let targets = TARGETS.into_iter().map(Target::name);
    family.map_or_else(Vec::new, |names| targets.filter(|name| name.split('-').next() == Some(names[0])).collect())
}

/// The 64-bit successor of a processor with 32 bits, by how the names of those begin.
fn successor(name: &str) -> Option<&'static str> {
    let processor = name.split('/').nth(1).unwrap_or(name);
    let begins = |starts: &[&str]| starts.iter().any(|start| processor.starts_with(start));
    match processor.split('-').next()? {
        _ if begins(&["arm64", "x86_64", "x86-64"]) => None,
        "x86" | "ia32" | "i386" | "i486" | "i586" | "i686" | "386" => Some(X86_64[0]),
        _ if begins(&["arm", "thumb"]) => Some(AARCH64[0]),
        _ if begins(&["riscv32", "rv32"]) => Some(RISCV64[0]),
        _ => None,
    }
}

fn unknown(name: &str) -> Error {
    if let Some(processor) = successor(name) {
        let targets = of_processor(processor).join(" or ");
        return refused(name, &format!("executables are for 64-bit processors; did you mean {targets}?"));
    }
    let same_processor = of_processor(name);
    if !same_processor.is_empty() {
        return refused(name, &format!("did you mean {}?", same_processor.join(" or ")));
    }
    match nearest(name, TARGETS.into_iter().map(Target::name)) {
        Some(near) => refused(name, &format!("did you mean {near}? {}", list())),
        None => refused(name, &list()),
    }
}

fn list() -> String {
    format!("use one of: {}", TARGETS.map(Target::name).join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_its_names_and_triples() {
        for target in TARGETS {
            assert_eq!(Target::parse(target.name()).expect("its name"), target);
            assert_eq!(Target::parse(&target.triple().to_string()).expect("its triple"), target);
        }
    }

    #[test]
    fn triples_of_all_dialects_are_known() {
        let known = [
            ("x86_64-unknown-linux-gnu", Target::X86_64Linux),
            ("x86_64-unknown-linux-musl", Target::X86_64Linux),
            ("x86_64-pc-linux-gnu", Target::X86_64Linux),
            ("x86_64-linux-gnu", Target::X86_64Linux),
            ("x86_64-alpine-linux-musl", Target::X86_64Linux),
            ("amd64-linux", Target::X86_64Linux),
            ("aarch64-linux-gnu", Target::Aarch64Linux),
            ("arm64-linux-musl", Target::Aarch64Linux),
            ("riscv64gc-unknown-linux-gnu", Target::Riscv64Linux),
            ("riscv64-linux-gnu", Target::Riscv64Linux),
            ("arm64-apple-darwin", Target::Aarch64Macos),
            ("aarch64-apple-darwin22.6.0", Target::Aarch64Macos),
            ("arm64-apple-macosx14.2.1", Target::Aarch64Macos),
            ("aarch64-macos", Target::Aarch64Macos),
            ("arm64-macosx", Target::Aarch64Macos),
            ("x86_64-apple-macosx13.0", Target::X86_64Macos),
            ("x86_64-apple-macos", Target::X86_64Macos),
            ("linux/amd64", Target::X86_64Linux),
            ("linux/arm64", Target::Aarch64Linux),
            ("linux/arm64/v8", Target::Aarch64Linux),
            ("linux/riscv64", Target::Riscv64Linux),
            ("darwin/arm64", Target::Aarch64Macos),
        ];
        for (name, target) in known {
            assert_eq!(Target::parse(name).unwrap_or_else(|error| panic!("{name}: {error}")), target, "{name}");
        }
    }

    #[test]
    fn other_machines_are_refused_with_what_may_be_meant() {
        let hint = |name: &str| {
            let error = Target::parse(name).expect_err(name);
            assert_eq!(error.to_string(), format!("unknown target '{name}'"));
            error.hint().unwrap_or_default()
        };
        let list = "use one of: x86_64, aarch64, riscv64, aarch64-macos, x86_64-macos";
        assert_eq!(hint("pdp11"), list);
        assert_eq!(hint("arm64"), "did you mean aarch64 or aarch64-macos?");
        assert_eq!(hint("x86-64"), format!("did you mean x86_64? {list}"));
        assert_eq!(hint("aarch64-maco"), format!("for this processor there is aarch64, aarch64-macos; {list}"));
        assert_eq!(hint("x86_64-pc-windows-msvc"), format!("for this processor there is x86_64, x86_64-macos; {list}"));
        assert_eq!(hint("aarch64-linux-android"), "for 64-bit Linux with the usual conventions, use aarch64");
        assert_eq!(hint("x86_64-linux-gnux32"), "for 64-bit Linux with the usual conventions, use x86_64");
        assert_eq!(hint("x86_64-apple-macosx10.12"), "executables need macOS 13.0 or later; use x86_64-macos");
        assert_eq!(hint("arm64-apple-darwin20"), "executables need macOS 13.0 or later; use aarch64-macos");
        let arm = "executables are for 64-bit processors; did you mean aarch64 or aarch64-macos?";
        for name in ["arm", "armv7", "armhf", "arm-linux-gnueabihf", "linux/arm", "linux/arm/v7"] {
            assert_eq!(hint(name), arm, "{name}");
        }
        let x86 = "executables are for 64-bit processors; did you mean x86_64 or x86_64-macos?";
        for name in ["i686-unknown-linux-gnu", "linux/386", "x86"] {
            assert_eq!(hint(name), x86, "{name}");
        }
        assert_eq!(hint("windows/amd64"), format!("for this processor there is x86_64, x86_64-macos; {list}"));
        for name in
            ["", "-", "--", "linux", "x86_64-", "riscv64-apple-darwin", "riscv32-unknown-linux-gnu", "aarch64_be-linux"]
        {
            hint(name);
        }
        hint(&"-linux".repeat(100_000));
    }
}
