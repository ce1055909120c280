//! A session: a file of commands for one debugger, parted into named checks.
//!
//! ```text
//! # Shows ...                          the first lines, for people
//! build: O0                            a build of the folder's case.toml
//! user: ordinary                       also as a user who may not map page 0, if root runs the tests
//! machines: all                        also on the other CPUs of Linux, by gdb-multiarch
//!
//! --- a list is followed               a check: a name, and commands whose answers are compared as one
//! p head->next->name
//!
//! ... stop in the system call          set-up: commands whose answers depend on the platform and are not compared
//! native| break write                  a command for the native program only
//! guest| break __wasi_fd_write         a command for the compiled module only
//! continue
//!
//! --- a name of the platform
//! differs: why no build of wasmc can answer as the native program does
//! expect: each line of the answer, normalized
//! ```
//!
//! A session must not say what is right: that is the answer of the same debugger about the native program. Only checks
//! with `differs:` have an expected text, and the number of such checks is limited (`debuginfo.rs`). The exceptions are
//! languages that exist for WebAssembly only, or whose compilers write no debug information. Their builds have no
//! native program, and each of their checks has an expected text, written from the source.

use std::fs;
use std::path::Path;
use wasmc_tests::{Failure, context};

/// The commands of one debugger about one build.
#[derive(Clone)]
pub(crate) struct Session {
    /// The file's name, as in `values.gdb`.
    pub(crate) name: String,
    pub(crate) debugger: Debugger,
    pub(crate) build: String,
    pub(crate) ordinary_user: bool,
    pub(crate) all_machines: bool,
    pub(crate) checks: Vec<Check>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Debugger {
    Gdb,
    Lldb,
}

impl Debugger {
    /// Its name for people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Debugger::Gdb => "gdb",
            Debugger::Lldb => "lldb",
        }
    }
}

/// One question: commands, and the name of their answer.
#[derive(Clone, Default)]
pub(crate) struct Check {
    pub(crate) name: String,
    /// Whether its answer is not compared.
    pub(crate) is_set_up: bool,
    commands: Vec<(Side, String)>,
    /// Why the answer is not that of the native program.
    pub(crate) difference: Option<String>,
    /// The normalized answer, if it is not that of the native program.
    pub(crate) expected: String,
}

/// The program that a command is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Both,
    Native,
    Guest,
}

impl Session {
    pub(crate) fn read(path: &Path) -> Result<Session, Failure> {
        let text = context(fs::read_to_string(path), path.display())?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let parsed = Session::parse(name, &text);
        parsed.map_err(|failure| format!("{}: {failure}", path.display()))
    }

    /// A session with one check for each command.
    pub(crate) fn of_commands<'c>(debugger: Debugger, commands: impl Iterator<Item = &'c str>) -> Session {
        let check = |command: &str| Check { commands: vec![(Side::Both, command.into())], ..Check::default() };
        let (name, build, checks) = (String::new(), String::new(), commands.map(check).collect());
        Session { name, debugger, build, ordinary_user: false, all_machines: false, checks }
    }

    fn parse(name: String, text: &str) -> Result<Session, Failure> {
        let debugger = if name.ends_with(".gdb") { Debugger::Gdb } else { Debugger::Lldb };
        let (build, checks) = (String::new(), Vec::new());
        let mut session = Session { name, debugger, build, ordinary_user: false, all_machines: false, checks };
        for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((kind, name)) = line.split_once(' ').filter(|(kind, _)| ["---", "..."].contains(kind)) {
                session.checks.push(Check { name: name.into(), is_set_up: kind == "...", ..Check::default() });
                continue;
            }
            let read = match session.checks.last_mut() {
                None => session.directive(line),
                Some(check) => check.line(line),
            };
            read.map_err(|failure| format!("`{line}`: {failure}"))?;
        }
        match session.checks.iter().find(|check| check.commands.is_empty()) {
            Some(empty) => Err(format!("`{}` has no command", empty.name)),
            None => Ok(session),
        }
    }

    fn directive(&mut self, line: &str) -> Result<(), Failure> {
        match line.split_once(": ") {
            Some(("build", name)) => self.build = name.into(),
            Some(("user", "ordinary")) => self.ordinary_user = true,
            Some(("machines", "all")) => self.all_machines = true,
            _ => return Err("no such directive".into()),
        }
        Ok(())
    }
}

impl Check {
    fn line(&mut self, line: &str) -> Result<(), Failure> {
        if let Some(reason) = line.strip_prefix("differs: ") {
            self.difference = Some(reason.into());
        } else if let Some(expected) = line.strip_prefix("expect:") {
            self.expected += &format!("{}\n", expected.strip_prefix(' ').unwrap_or(expected));
        } else if ["p/x ", "x/x", "output/x ", "p -f x", "print/x "].iter().any(|word| line.starts_with(word)) {
            return Err("numbers in hexadecimal would be taken for addresses".into());
        } else if let Some(command) = line.strip_prefix("native| ") {
            self.commands.push((Side::Native, command.into()));
        } else if let Some(command) = line.strip_prefix("guest| ") {
            self.commands.push((Side::Guest, command.into()));
        } else {
            self.commands.push((Side::Both, line.into()));
        }
        Ok(())
    }

    /// The commands for one program.
    pub(crate) fn commands(&self, side: Side) -> impl Iterator<Item = &str> {
        let meant = move |(whose, _): &&(Side, String)| *whose == Side::Both || *whose == side;
        self.commands.iter().filter(meant).map(|(_, command)| command.as_str())
    }
}
