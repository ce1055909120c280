//! The two platforms of macOS, and how this machine builds and starts an executable for each.
//!
//! The rest of the suite is equal for both; differences of processor, page size and emulator must stay in this file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;
use wasmc_tests::{Failure, Process, cases, context, suite_directory, tools, wasmc};

/// A system that an executable is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Platform {
    /// Apple silicon.
    Arm64,
    /// Macs with processors of Intel.
    X86_64,
}

impl Platform {
    /// Both.
    pub(crate) const ALL: [Platform; 2] = [Platform::Arm64, Platform::X86_64];

    /// The name of the target, as wasmc has it.
    pub(crate) fn target(self) -> &'static str {
        match self {
            Platform::Arm64 => "aarch64-macos",
            Platform::X86_64 => "x86_64-macos",
        }
    }

    /// The name of the processor, as Apple has it.
    pub(crate) fn architecture(self) -> &'static str {
        match self {
            Platform::Arm64 => "arm64",
            Platform::X86_64 => "x86_64",
        }
    }

    /// Bytes of a page of memory.
    pub(crate) fn page_bytes(self) -> u64 {
        match self {
            Platform::Arm64 => 0x4000,
            Platform::X86_64 => 0x1000,
        }
    }

    /// Builds an executable from a module.
    pub(crate) fn build(self, wasm: &Path, words: &[String], output: &Path) -> Result<(), Failure> {
        let build =
            Process::new(wasmc()?).inherit(&["HOME", "PATH", "TMPDIR"]).args(["build", "--target", self.target()]);
        build.args([wasm.as_os_str(), "-o".as_ref(), output.as_os_str()]).args(words).succeed().map(drop)
    }

    /// The process that starts a Mach-O executable, to which its arguments are to be added.
    pub(crate) fn start(self, executable: &Path, arg0: &str) -> Result<Process, Failure> {
        let loader = self.loader()?;
        let process = match self.emulator() {
            // An emulator under an empty PATH is given by its own.
            Some(emulator) => Process::new(emulator).args([loader]),
            None => Process::new(loader),
        };
        Ok(process.args(["--arg0", arg0]).args([executable]))
    }

    /// The emulator for this processor, if it is not this machine's.
    pub(crate) fn emulator(self) -> Option<&'static str> {
        match self {
            Platform::Arm64 if cfg!(target_arch = "x86_64") => Some("/usr/bin/qemu-aarch64"),
            Platform::X86_64 if cfg!(target_arch = "aarch64") => Some("/usr/bin/qemu-x86_64"),
            _ => None,
        }
    }

    /// The loader for this processor, compiled when it is first asked for.
    pub(crate) fn loader(self) -> Result<&'static Path, Failure> {
        static LOADERS: [OnceLock<Result<PathBuf, Failure>>; 2] = [OnceLock::new(), OnceLock::new()];
        LOADERS[self as usize].get_or_init(|| self.compile_loader()).as_deref().map_err(Failure::clone)
    }

    fn compile_loader(self) -> Result<PathBuf, Failure> {
        packages()?;
        let compiler = match self {
            Platform::Arm64 => "aarch64-linux-gnu-gcc",
            Platform::X86_64 => "x86_64-linux-gnu-gcc",
        };
        let sources = suite_directory("macho").join("loader");
        let loader = scratch().join(format!("loader-{}", self.architecture()));
        let words = ["-std=gnu11", "-O1", "-g", "-Wall", "-Wextra", "-Werror", "-static", "-o"];
        // Static: the emulator needs no libraries of another processor then.
        let compile = Process::new(compiler).inherit_all().args(words).args([&loader]);
        compile.args(cases(&sources, ".c")).args(cases(&sources, ".S")).succeed()?;
        Ok(loader)
    }
}

/// A folder for files that are made once in a run of the suite.
pub(crate) fn scratch() -> &'static Path {
    static SCRATCH: OnceLock<TempDir> = OnceLock::new();
    SCRATCH.get_or_init(|| tempfile::tempdir().expect("a temporary folder can be made")).path()
}

/// Fails, with the command that helps, unless the packages of `macho/packages.txt` are there.
pub(crate) fn packages() -> Result<(), Failure> {
    let list = suite_directory("macho").join("packages.txt");
    let list = context(fs::read_to_string(&list), list.display())?;
    let packages = tools::packages(&list).into_iter();
    let missing: Vec<String> = packages.filter(|(_, proof)| !proof.exists()).map(|(package, _)| package).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("missing: apt-get install {}", missing.join(" "))) }
}
