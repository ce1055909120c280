//! The directives in the first comment of a guest program: what the program is given, and how it must end.
//!
//! One directive a line, `key: value`; other lines of the comment are for people. wasi/README.md lists the keys. A
//! lower-case word with a colon that is not a key must be an error, or a misspelled expectation would be ignored.

use super::Socket;
use super::syntax::{directives, directory, endings, reference, stdin, unescape, words};
use crate::{Ending, Failure};
use std::path::{Path, PathBuf};

/// A guest program and its expectations.
#[derive(Clone, Debug)]
pub struct Program {
    /// The source: `.c` or `.wat`.
    pub path: PathBuf,
    /// The name of the file without its ending.
    pub name: String,
    /// `dir:` the preopened directories, from descriptor 3 on.
    pub directories: Vec<Directory>,
    /// `env:` the variables, each `NAME=VALUE`.
    pub environment: Vec<String>,
    /// `build:` more words for `wasmc build`, one line for each of several builds; one build without more words if not
    /// given.
    pub builds: Vec<Vec<String>>,
    /// `stdin:` the standard input.
    pub stdin: Stdin,
    /// `stdout:` the expected output, to the byte; empty if not given.
    pub stdout: Vec<u8>,
    /// `terminal: yes` runs it on a terminal.
    pub terminal: bool,
    /// `redirect:` further redirections, in the words of a shell: `>/dev/full`.
    pub redirect: String,
    /// `limit:` a limit of the process, in the words of `ulimit`: `-n 64`.
    pub limit: String,
    /// `under:` a program that runs it, such as strace to make calls fail.
    pub under: Vec<String>,
    /// `socket:` the inherited descriptor that it is given after its directories.
    pub socket: Option<Socket>,
    /// `host-setup:` entries of the host tree before the run, one command each.
    pub host_setup: Vec<Vec<String>>,
    /// `host-check:` entries that the host tree must have after the run.
    pub host_check: Vec<Vec<String>>,
    /// `args:`, `status:` for one run, `run: ARGS -> ENDING` for each of several, `run-each: COUNT -> ENDING` for one
    /// run with each of the arguments `0` to `COUNT - 1`.
    pub runs: Vec<Run>,
    /// `driver:` the part of the suite that plays the host to this program; without one, a plain run is all it needs.
    pub driver: Option<String>,
    /// `reference:` and `reference-shows:` how the reference engine takes it.
    pub reference: Reference,
    /// `emulated:` and `emulated-shows:` how it goes under qemu-user.
    pub emulated: Reference,
}

/// A preopened directory of the host tree.
#[derive(Clone, Debug)]
pub struct Directory {
    /// Its path on the host, relative to the root of the [`super::Case`].
    pub host: String,
    /// Its name for the guest.
    pub guest: String,
    /// `:ro` at the end.
    pub read_only: bool,
}

/// One execution of the program.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Its arguments without `argv[0]`.
    pub args: Vec<String>,
    /// The ways in which it may end.
    pub endings: Vec<Ending>,
    /// `trap` as an ending: whether it may end by a trap, which says `wasm trap` and has status 134.
    pub may_trap: bool,
}

/// The standard input of the guest.
#[derive(Clone, Debug, Default)]
pub enum Stdin {
    /// `/dev/null`.
    #[default]
    Null,
    /// Not open at all.
    Closed,
    /// A pipe that brings these bytes and then ends.
    Text(Vec<u8>),
    /// A pipe that stays open and silent.
    Silent,
    /// A file of the host tree.
    File(String),
}

/// The result under the reference engine (wasmtime), or for another CPU under qemu-user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// It passes there too.
    Passes,
    /// It fails there. A pass, or another failure, means that the header is out of date.
    Differs {
        /// Why.
        reason: String,
        /// A text of the failure that identifies this difference.
        shows: String,
    },
    /// It cannot be run there, for this reason.
    Cannot(String),
}

impl Run {
    /// A prefix for messages: empty if there is nothing to tell this run from others by.
    pub fn title(&self) -> String {
        if self.args.is_empty() { String::new() } else { format!("with {}: ", self.args.join(" ")) }
    }
}

impl Reference {
    /// Takes a `reference-shows:` or `emulated-shows:` line.
    fn set_shows(&mut self, text: &str) -> Result<(), Failure> {
        match self {
            Reference::Differs { shows, .. } if shows.is_empty() => {
                *shows = text.into();
                Ok(())
            }
            _ => Err("it belongs after one `differs:`".into()),
        }
    }

    /// Any failure would do for a difference that is not described.
    fn expect_complete(&self, key: &str) -> Result<(), Failure> {
        match self {
            Reference::Differs { shows, .. } if shows.is_empty() => Err(format!("{key}: differs: needs {key}-shows:")),
            _ => Ok(()),
        }
    }
}

impl Program {
    /// Reads the file and its directives.
    pub fn read(path: &Path) -> Result<Program, Failure> {
        let source = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let name = path.file_stem().and_then(|stem| stem.to_str()).ok_or("its name is not UTF-8")?;
        Program::parse(path, name, &source)
    }

    /// Whether it needs a C compiler.
    pub fn is_c(&self) -> bool {
        self.path.extension().is_some_and(|extension| extension == "c")
    }

    pub(super) fn parse(path: &Path, name: &str, source: &str) -> Result<Program, Failure> {
        let mut program = Program {
            path: path.into(),
            name: name.into(),
            directories: Vec::new(),
            environment: Vec::new(),
            builds: Vec::new(),
            stdin: Stdin::default(),
            stdout: Vec::new(),
            terminal: false,
            redirect: String::new(),
            limit: String::new(),
            under: Vec::new(),
            socket: None,
            host_setup: Vec::new(),
            host_check: Vec::new(),
            runs: Vec::new(),
            driver: None,
            reference: Reference::Passes,
            emulated: Reference::Passes,
        };
        let mut single = Run { args: Vec::new(), endings: vec![Ending::Status(0)], may_trap: false };
        for (key, value) in directives(source) {
            program.apply(key, value, &mut single).map_err(|error| format!("`{key}: {value}`: {error}"))?;
        }
        if program.runs.is_empty() {
            program.runs.push(single);
        }
        if program.builds.is_empty() {
            program.builds.push(Vec::new());
        }
        program.reference.expect_complete("reference")?;
        program.emulated.expect_complete("emulated")?;
        Ok(program)
    }

    fn apply(&mut self, key: &str, value: &str, single: &mut Run) -> Result<(), Failure> {
        match key {
            "dir" => self.directories.push(directory(value)),
            "env" => self.environment.push(value.into()),
            "build" => self.builds.push(words(value)?),
            "stdin" => self.stdin = stdin(value)?,
            "stdout" => self.stdout.extend(unescape(value)?),
            "stdout-repeat" => {
                let (count, text) = value.split_once(' ').ok_or("expected COUNT TEXT")?;
                let count = count.parse().map_err(|_| "no number")?;
                self.stdout.extend(unescape(text)?.repeat(count));
            }
            "terminal" => self.terminal = value == "yes",
            "redirect" => self.redirect = value.into(),
            "limit" => self.limit = value.into(),
            "under" => self.under = words(value)?,
            "socket" => self.socket = Some(Socket::from_name(value).ok_or("no such socket")?),
            "host-setup" => self.host_setup.push(words(value)?),
            "host-check" => self.host_check.push(words(value)?),
            "args" => single.args = words(value)?,
            "status" => (single.endings, single.may_trap) = endings(value)?,
            "run" => {
                let (args, status) = value.rsplit_once("->").ok_or("expected ARGS -> ENDING")?;
                let (endings, may_trap) = endings(status)?;
                self.runs.push(Run { args: words(args)?, endings, may_trap });
            }
            "run-each" => {
                let (count, status) = value.rsplit_once("->").ok_or("expected COUNT -> ENDING")?;
                let (endings, may_trap) = endings(status)?;
                let count: usize = count.trim().parse().map_err(|_| "no number")?;
                let run = |number: usize| Run { args: vec![number.to_string()], endings: endings.clone(), may_trap };
                self.runs.extend((0..count).map(run));
            }
            "driver" => self.driver = Some(value.into()),
            "reference" => self.reference = reference(value)?,
            "reference-shows" => self.reference.set_shows(value)?,
            "emulated" => self.emulated = reference(value)?,
            "emulated-shows" => self.emulated.set_shows(value)?,
            _ => return Err("unknown directive".into()),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(source: &str) -> Result<Program, Failure> {
        Program::parse(Path::new("x.c"), "x", source)
    }

    #[test]
    fn the_first_comment_is_read_and_the_rest_is_not() {
        let program =
            parse("// Prose: with a colon.\n// dir: a::/b:ro\n// args: x \"\" \"y z\"\n\n// status: 7\n").unwrap();
        assert!(program.directories[0].read_only);
        assert_eq!(program.directories[0].guest, "/b");
        assert_eq!(program.runs[0].args, ["x", "", "y z"]);
        assert_eq!(program.runs[0].endings, [Ending::Status(0)]);
    }

    #[test]
    fn runs_replace_the_single_one() {
        let program = parse(";; run: 1 -> trap\n;; run: 6 -> signal 6|0\n;; run-each: 3 -> 0|trap\n").unwrap();
        assert!(program.runs[0].may_trap && program.runs[0].endings.is_empty());
        assert_eq!(program.runs[1].endings, [Ending::Signal(6), Ending::Status(0)]);
        assert_eq!(program.runs[4].args, ["2"]);
        assert_eq!(program.runs.len(), 5);
    }

    #[test]
    fn each_build_line_is_a_build() {
        assert_eq!(parse("// A program.\n").unwrap().builds, [[""; 0]]);
        assert_eq!(parse("// build:\n// build: -O0 -v\n").unwrap().builds, [vec![], vec!["-O0", "-v"]]);
    }

    #[test]
    fn misspelled_directives_are_errors() {
        for source in ["// stats: 1", "// status: one", "// args: \"open", "// reference: passes", "// stdout: \\q"] {
            assert!(parse(source).is_err(), "{source}");
        }
    }

    #[test]
    fn a_difference_of_the_reference_is_described() {
        let described = "// reference: differs: another errno\n// reference-shows: came 28\n";
        let differs = Reference::Differs { reason: "another errno".into(), shows: "came 28".into() };
        assert_eq!(parse(described).unwrap().reference, differs);
        for source in ["// reference: differs: it does", "// reference-shows: x", "// emulated: differs: it does"] {
            assert!(parse(source).is_err(), "{source}");
        }
    }
}
