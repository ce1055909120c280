//! The sessions of `docs/DEBUGGING.md`: its program is built by its commands, and debuggers must answer as it shows.
//!
//! People copy these commands, so a wrong one must fail a test. Answers are compared like those of sessions, without
//! addresses; `WASMC_BLESS=1` writes them into the document. Settings for editors are JSON: the commands in them run
//! too, before a program is started.

use crate::answer::normalize;
use crate::debugger::{self, Subject, User};
use crate::session::{Debugger, Session, Side};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use wasmc_tests::{Failure, Machine, Process, bless, check_bytes, context, suite_directory, wasmc};

/// The source and the executable of the document's example.
const EXAMPLE: (&str, &str) = ("list.c", "list");

/// Checks all blocks of the document, in order.
pub(crate) fn answers_are_right() -> Result<(), Failure> {
    let path = suite_directory("../docs/DEBUGGING.md");
    let document = context(fs::read_to_string(&path), path.display())?;
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let mut renewed: Vec<String> = Vec::new();
    // Between fences, text and blocks take turns.
    for (position, part) in document.split("```").enumerate() {
        let (language, text) = part.split_once('\n').unwrap_or((part, ""));
        let block = match language {
            _ if position % 2 == 0 => part.to_owned(),
            "c" => {
                context(fs::write(place.path().join(EXAMPLE.0), text), EXAMPLE.0)?;
                part.to_owned()
            }
            "sh" => {
                build(text, place.path())?;
                part.to_owned()
            }
            "gdb" => format!("gdb\n{}", transcript(Debugger::Gdb, text, place.path())?),
            "lldb" => format!("lldb\n{}", transcript(Debugger::Lldb, text, place.path())?),
            "json" => {
                editor(text, place.path())?;
                part.to_owned()
            }
            _ => return Err(format!("docs/DEBUGGING.md has a block in {language}, which nothing checks")),
        };
        renewed.push(block);
    }
    ["gdb", "lldb-19"].iter().try_for_each(|debugger| wasmc_debug(debugger, place.path()))?;
    if bless() { context(fs::write(&path, renewed.join("```")), path.display()) } else { Ok(()) }
}

/// `wasmc debug` starts a debugger that loads the scripts: gdb without a warning, and lldb shows a string in memory.
fn wasmc_debug(debugger: &str, place: &Path) -> Result<(), Failure> {
    // lldb goes on reading commands while the program runs, unless it is told to wait.
    let wait = if debugger == "gdb" { "" } else { "script lldb.debugger.SetAsync(False)\n" };
    let process = Process::new(wasmc()?).args(["debug", "--debugger", debugger, EXAMPLE.1]).directory(place);
    let process = process.env("HOME", place).env("PATH", "/usr/bin:/bin").env("SHELL", "/bin/sh").env("LC_ALL", "C");
    let outcome = process.stdin(format!("{wait}b sum\nrun\nprint head->next->name\nkill\ny\nquit\n")).run()?;
    let output = [outcome.stdout, outcome.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    match output.contains(" \"four\"") && !output.contains("auto-load") {
        true => Ok(()),
        false => Err(format!("wasmc debug --debugger {debugger}:\n{output}")),
    }
}

/// Runs the commands that build the example. `clang` is the one of Debian with its C library.
fn build(script: &str, place: &Path) -> Result<(), Failure> {
    let tools = place.join("tools");
    context(fs::create_dir_all(&tools), "tools")?;
    let clang = tools.join("clang");
    context(fs::write(&clang, "#!/bin/sh\nexec clang-19 --sysroot=/usr \"$@\"\n"), "clang")?;
    context(fs::set_permissions(&clang, fs::Permissions::from_mode(0o755)), "clang")?;
    let wasmc = wasmc()?.parent().expect("a program lies in a folder");
    let path = format!("{}:{}:/usr/bin:/bin", tools.display(), wasmc.display());
    let shell = Process::new("/bin/bash").args(["-c", &format!("set -e\n{script}")]).directory(place);
    shell.env("PATH", path).env("HOME", place).env("LC_ALL", "C").succeed().map(drop)
}

/// The session of a block with the answers that come, after they were compared with those that are there.
fn transcript(debugger: Debugger, text: &str, place: &Path) -> Result<String, Failure> {
    let prompt = format!("({}) ", debugger.name());
    let mut shown: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix(&prompt), shown.last_mut()) {
            (Some(command), _) => shown.push((command, String::new())),
            (None, Some((_, answer))) => *answer += &format!("{line}\n"),
            (None, None) => return Err(format!("docs/DEBUGGING.md: an answer without a command: {line}")),
        }
    }
    let session = Session::of_commands(debugger, shown.iter().map(|(command, _)| *command));
    let (side, machine, user, gdb_scripts) = (Side::Guest, Machine::host(), User::Same, None);
    let subject = Subject { side, machine, user, folder: place, program: EXAMPLE.1, gdb_scripts };
    let answers = debugger::ask(&session, &subject)?;
    let normal = |text: &str| normalize(debugger, text, &[EXAMPLE.0.into()]);
    let mut renewed = String::new();
    for ((command, shown), answer) in shown.iter().zip(&answers) {
        if !bless() {
            check_bytes(&format!("{prompt}{command}"), normal(shown).as_bytes(), normal(answer).as_bytes())?;
        }
        let lines = answer.lines().filter(|line| !line.trim().is_empty());
        let answer: String =
            lines.map(|line| format!("{}\n", line.replace(&format!("{}/", place.display()), ""))).collect();
        renewed += &format!("{prompt}{command}\n{answer}");
    }
    Ok(renewed)
}

/// Checks the settings of an editor: the program is the example, and its debugger understands each command.
fn editor(settings: &str, place: &Path) -> Result<(), Failure> {
    let settings: serde_json::Value = context(serde_json::from_str(settings), "docs/DEBUGGING.md")?;
    let configuration = &settings["configurations"][0];
    let text = |value: &serde_json::Value| {
        value.as_str().unwrap_or_default().replace("${workspaceFolder}", &place.display().to_string())
    };
    if text(&configuration["program"]) != place.join(EXAMPLE.1).display().to_string() {
        return Err(format!("docs/DEBUGGING.md: the settings start another program: {configuration}"));
    }
    let list = |key: &str| configuration[key].as_array().cloned().unwrap_or_default();
    let process = match configuration["type"].as_str() {
        Some("cppdbg") => {
            let commands = list("setupCommands")
                .iter()
                .flat_map(|command| ["-iex".into(), text(&command["text"])])
                .collect::<Vec<String>>();
            Process::new("gdb").args(["-q", "-nx", "-batch"]).args(commands)
        }
        Some("lldb") => {
            // The formatters are where `wasmc debug` leaves them.
            let stand_in = place.join("tools/lldb");
            if !stand_in.exists() {
                context(std::os::unix::fs::symlink("/bin/true", &stand_in), "lldb")?;
            }
            let debug = Process::new(wasmc()?).args(["debug", "--debugger"]).args([&stand_in]).args([EXAMPLE.1]);
            debug.env("HOME", place).directory(place).succeed()?;
            let commands =
                list("initCommands").iter().flat_map(|command| ["-O".into(), text(command)]).collect::<Vec<String>>();
            Process::new("lldb-19").args(["-x", "-b"]).args(commands)
        }
        other => return Err(format!("docs/DEBUGGING.md: settings for {other:?}")),
    };
    let outcome =
        process.args([place.join(EXAMPLE.1)]).env("HOME", place).env("PATH", "/usr/bin:/bin").directory(place).run()?;
    let output = [outcome.stdout, outcome.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    match ["error", "warning", "Undefined", "No such"].iter().any(|word| output.contains(word)) {
        true => Err(format!("docs/DEBUGGING.md: a command in the settings fails:\n{output}")),
        false => Ok(()),
    }
}
