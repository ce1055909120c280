//! Runs one debugger on one program with all commands of a session, and parts its output into answers.
//!
//! Nothing here may depend on which program it is: the native one and the module's get the same options and
//! environment. User settings are not read, and the program's own output is thrown away.

use crate::session::{Debugger, Session, Side};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use wasmc_tests::{Failure, Machine, Process, context, suite_directory};

/// How long a session may take on this machine.
const LIMIT: Duration = Duration::from_secs(120);

/// Settings of gdb before it reads the program.
const GDB_SETTINGS: [&str; 8] = [
    "set confirm off",
    "set pagination off",
    "set width 0",
    "set style enabled off",
    // Names of variables behind pointers to them. gdb knows them by sections, and linear memory is not in a section.
    "set print symbol off",
    "set debuginfod enabled off",
    "set breakpoint pending off",
    "set args > /dev/null 2>&1",
];

const LLDB_SETTINGS: [&str; 10] = [
    "settings set use-color false",
    "settings set auto-confirm true",
    // Short structures are on one line only if no member has a summary.
    "settings set auto-one-line-summaries false",
    "settings set stop-line-count-before 0",
    "settings set stop-line-count-after 0",
    "settings set stop-disassembly-display never",
    "settings set interpreter.stop-command-source-on-error false",
    "settings set target.output-path /dev/null",
    "settings set target.load-script-from-symbol-file true",
    "settings set symbols.enable-external-lookup false",
];

/// The user who runs a debugger.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum User {
    /// The user who runs the tests.
    Same,
    /// Without any capability; whether the first page may be mapped depends on `vm.mmap_min_addr`.
    Ordinary,
}

/// A program that is ready to be debugged.
pub(crate) struct Subject<'a> {
    pub(crate) side: Side,
    pub(crate) machine: Machine,
    pub(crate) user: User,
    /// Where it lies, with its sources.
    pub(crate) folder: &'a Path,
    /// The name of its file.
    pub(crate) program: &'a str,
    /// A folder with scripts for gdb.
    pub(crate) gdb_scripts: Option<&'a str>,
}

/// The answers to the checks of a session, in order, as the debugger wrote them.
pub(crate) fn ask(session: &Session, subject: &Subject<'_>) -> Result<Vec<String>, Failure> {
    let &Subject { side, machine, user, folder, program, gdb_scripts } = subject;
    let process = match session.debugger {
        Debugger::Gdb => gdb(session, subject),
        Debugger::Lldb => lldb(session, side, folder, program)?,
    };
    let emulator = (!machine.is_host()).then(|| emulate(machine, folder, program)).transpose()?;
    let words = match user {
        User::Same => process,
        User::Ordinary => [
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all"]
                .map(String::from)
                .to_vec(),
            process,
        ]
        .concat(),
    };
    // Errors belong between answers, so that both streams are one.
    let shell = Process::new("/bin/sh").args(["-c", "exec \"$@\" 2>&1 </dev/null", "sh"]).args(words);
    let shell = shell.env("PYTHONPATH", gdb_scripts.unwrap_or_default());
    let shell =
        shell.env("SHELL", "/bin/sh").env("LC_ALL", "C").env("HOME", "/nonexistent").env("PATH", "/usr/bin:/bin");
    let outcome = shell.directory(folder).limit(machine.patience(LIMIT)).run()?;
    if let Some(emulator) = emulator {
        drop(emulator.join());
    }
    let output = String::from_utf8_lossy(&outcome.stdout).into_owned();
    match session.debugger {
        Debugger::Gdb => part_at_marks(session, &output),
        Debugger::Lldb => part_at_commands(session, side, &output),
    }
}

/// The line before the answer to a check.
const MARK: &str = "--- check ";

fn gdb(session: &Session, subject: &Subject<'_>) -> Vec<String> {
    let name = if subject.machine.is_host() { "gdb" } else { "gdb-multiarch" };
    let mut words: Vec<String> = [name, "-q", "-nx", "-batch"].map(String::from).to_vec();
    let mut add = |option: &str, command: &str| words.extend([option.to_owned(), command.to_owned()]);
    GDB_SETTINGS.iter().for_each(|setting| add("-iex", setting));
    add("-iex", &format!("add-auto-load-safe-path {}", subject.folder.display()));
    if let Some(scripts) = subject.gdb_scripts {
        add("-iex", &format!("add-auto-load-safe-path {scripts}"));
        add("-iex", &format!("directory {scripts}"));
    }
    if !subject.machine.is_host() {
        add("-ex", &format!("target remote {}", socket(subject.machine)));
    }
    for (index, check) in session.checks.iter().enumerate() {
        add("-ex", &format!("echo \\n{MARK}{index}\\n"));
        for command in check.commands(subject.side) {
            // The emulator has started the program already.
            let is_start = command == "run" && !subject.machine.is_host();
            add("-ex", if is_start { "continue" } else { command });
        }
    }
    words.push(format!("./{}", subject.program));
    words
}

fn part_at_marks(session: &Session, output: &str) -> Result<Vec<String>, Failure> {
    let answers: Vec<String> = output
        .split(MARK)
        .skip(1)
        .map(|answer| answer.split_once('\n').map_or("", |(_, answer)| answer).to_owned())
        .collect();
    if answers.len() == session.checks.len() { Ok(answers) } else { Err(format!("gdb ended early:\n{output}")) }
}

fn lldb(session: &Session, side: Side, folder: &Path, program: &str) -> Result<Vec<String>, Failure> {
    let commands = session.checks.iter().flat_map(|check| check.commands(side));
    let script: String = commands.map(|command| format!("{command}\n")).collect();
    let file = format!("{program}.commands");
    context(fs::write(folder.join(&file), script + "kill\n"), &file)?;
    let mut words: Vec<String> = ["lldb-19", "-x", "-b"].map(String::from).to_vec();
    words.extend(LLDB_SETTINGS.iter().flat_map(|setting| ["-O".to_owned(), (*setting).to_owned()]));
    if side == Side::Guest {
        // As `wasmc debug` does.
        let script = suite_directory("../compiler/src/debuginfo/scripts/formatters.py");
        context(fs::copy(&script, folder.join("wasmc_lldb.py")), script.display())?;
        words.extend(["-O", "command script import ./wasmc_lldb.py"].map(String::from));
    }
    words.extend(["-s".to_owned(), file, format!("./{program}")]);
    Ok(words)
}

/// lldb repeats each command of a file before it answers.
fn part_at_commands(session: &Session, side: Side, output: &str) -> Result<Vec<String>, Failure> {
    let commands = session.checks.iter().enumerate();
    let commands = commands.flat_map(|(index, check)| check.commands(side).map(move |command| (index, command)));
    let mut commands = commands.peekable();
    let mut answers = vec![String::new(); session.checks.len()];
    let mut current = None;
    for line in output.lines() {
        let command = line.strip_prefix("(lldb) ");
        if let Some((index, _)) = commands.next_if(|(_, next)| command == Some(next)) {
            current = Some(index);
        } else if command == Some("kill") {
            current = None;
        } else if let Some(index) = current {
            answers[index] += &format!("{line}\n");
        }
    }
    match commands.next() {
        Some((_, command)) => Err(format!("lldb did not come to `{command}`:\n{output}")),
        None => Ok(answers),
    }
}

/// The socket in the folder of a session at which an emulator waits for its debugger.
fn socket(machine: Machine) -> String {
    format!("./{}.socket", machine.name())
}

/// Starts the program in the emulator, which waits for a debugger before the first instruction.
fn emulate(machine: Machine, folder: &Path, program: &str) -> Result<thread::JoinHandle<()>, Failure> {
    let socket = socket(machine);
    let emulator = Process::new(format!("/usr/bin/qemu-{}", machine.name())).args(["-g", &socket]);
    let emulator = emulator.args([format!("./{program}")]).directory(folder).limit(machine.patience(LIMIT));
    let thread = thread::spawn(move || drop(emulator.run()));
    let start = Instant::now();
    while !folder.join(&socket).exists() {
        if start.elapsed() > LIMIT || thread.is_finished() {
            return Err(format!("qemu-{} did not start", machine.name()));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(thread)
}
