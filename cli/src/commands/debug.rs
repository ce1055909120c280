//! `wasmc debug`: becomes a debugger on an executable, with the scripts in it trusted.
//!
//! Debuggers load scripts of an executable only when the user says so for its path. This command says it for one
//! executable and one session, so that nobody has to change a file of settings for it. The debugger replaces the
//! process, as the program does under `wasmc run`. Nothing of the executable is read here: the debugger itself says
//! what is wrong with it.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasmc_compiler::LLDB_FORMATTERS;

use crate::args::DebugArguments;
use crate::cache::Cache;
use crate::diagnostics::{Failure, quoted, reason};

/// The debuggers that are looked for, the best for this system first.
const DEBUGGERS: [&str; 2] = if cfg!(target_os = "macos") { ["lldb", "gdb"] } else { ["gdb", "lldb"] };

/// Returns only if the debugger cannot be run.
pub(crate) fn debug(arguments: &DebugArguments) -> Result<(), Failure> {
    let (program, arguments_of_program) = arguments.command.split_first().expect("clap requires a program");
    let program = executable(Path::new(program))?;
    let debugger = match &arguments.debugger {
        Some(named) => named.clone(),
        None => installed()?.into(),
    };
    let words = if is_lldb(&debugger) { words_of_lldb(&program)? } else { words_of_gdb(&program) };
    let error = Command::new(&debugger).args(words).args(arguments_of_program).exec();
    let failure = Failure::new(format!("cannot run {}: {}", quoted(Path::new(&debugger)), reason(&error)));
    Err(match error.kind() {
        io::ErrorKind::NotFound => failure.hint(INSTALL),
        _ => failure,
    })
}

const INSTALL: &str = "install a debugger, for example with `apt-get install gdb` or `apt-get install lldb`, or name \
                       one with --debugger";

/// The executable with its whole path: that is what a debugger trusts.
fn executable(path: &Path) -> Result<PathBuf, Failure> {
    let failed = |why: &str| Failure::new(format!("cannot debug {}: {why}", quoted(path)));
    match path.canonicalize() {
        Ok(whole) if whole.is_file() => Ok(whole),
        Ok(_) => Err(failed("it is no file")),
        Err(error) => Err(failed(&reason(&error)).hint("build it first: wasmc build -g MODULE")),
    }
}

/// A debugger that is in `PATH`.
fn installed() -> Result<&'static str, Failure> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let has = |name: &&str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    let found = DEBUGGERS.into_iter().find(|name| has(name));
    found.ok_or_else(|| Failure::new("there is neither gdb nor lldb in PATH").hint(INSTALL))
}

/// Whether a debugger takes the words of lldb, by its name: Debian calls it `lldb-19`.
fn is_lldb(debugger: &OsStr) -> bool {
    Path::new(debugger).file_name().unwrap_or_default().to_string_lossy().contains("lldb")
}

/// The words of gdb's command line before the program's arguments: the executable has the scripts.
fn words_of_gdb(program: &Path) -> Vec<OsString> {
    let mut trust = OsString::from("add-auto-load-safe-path ");
    trust.push(program);
    vec!["-iex".into(), trust, "--args".into(), program.into()]
}

/// The same of lldb, which reads scripts from files only.
fn words_of_lldb(program: &Path) -> Result<Vec<OsString>, Failure> {
    let script = Cache::open()?.store_script("wasmc_lldb.py", LLDB_FORMATTERS)?;
    let mut import = OsString::from("command script import \"");
    import.push(script);
    import.push("\"");
    Ok(vec!["-O".into(), import, "--".into(), program.into()])
}
