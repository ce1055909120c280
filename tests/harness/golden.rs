//! Golden files: input, directives and expectation in one file.
//!
//! ```text
//! ;;! build: --emit clif             directives, `;;! KEY: VALUE`, anywhere before the expectation
//! ;; Shows ...                       comments for people
//! (module …)
//!
//! ;; line by line                    the expectation: everything after the last line that is not a `;;` comment
//! ```
//!
//! The expectation is compared as a whole, and rewritten as a whole under `WASMC_BLESS=1`; the rest of the file must
//! never be touched. wasmc gets the file without its expectation, so that no message depends on the expectation's
//! length.

use crate::{Ending, Failure, Machine, Outcome, Process, bless, check_bytes, context, suite_directory, wasmc};
use libtest_mimic::{Arguments, Trial};
use std::fs;
use std::path::{Path, PathBuf};

/// One golden file.
pub struct Golden {
    path: PathBuf,
    /// The file without its expectation; wasmc gets this text.
    pub source: String,
    expected: String,
}

/// The whole `main` of a suite: one trial for each file with this ending in the suite's folder and the folders in it.
pub fn main(suite: &str, ending: &str, test: fn(&Golden) -> Result<String, Failure>) {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials(suite, ending, test)).exit();
}

/// The trials of a suite, named `SUITE/FOLDER/FILE`. A test returns the actual text, which is compared here.
pub fn trials(suite: &str, ending: &str, test: fn(&Golden) -> Result<String, Failure>) -> Vec<Trial> {
    trials_on(Machine::host(), suite, ending, move |_, golden| test(golden))
}

/// The same for a machine, whose name is the prefix of theirs unless it is this one.
pub fn trials_on(
    machine: Machine,
    suite: &str,
    ending: &str,
    test: impl Fn(Machine, &Golden) -> Result<String, Failure> + Clone + Send + 'static,
) -> Vec<Trial> {
    let folder = suite_directory(suite);
    let trial = |path: PathBuf| {
        let name = path.strip_prefix(&folder).expect("it was found there").with_extension("");
        let test = test.clone();
        Trial::test(format!("{}{suite}/{}", machine.prefix(), name.display()), move || {
            let golden = Golden::read(&path)?;
            Ok(golden.check(&test(machine, &golden)?)?)
        })
    };
    files(&folder, ending).into_iter().map(trial).collect()
}

/// All files below a folder whose names end so, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let found = crate::cases(folder, "").into_iter().flat_map(|path| match path.is_dir() {
        true => files(&path, ending),
        false => vec![path],
    });
    found.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

impl Golden {
    /// Reads a file and parts it from its expectation.
    pub fn read(path: &Path) -> Result<Golden, Failure> {
        let text = context(fs::read_to_string(path), path.display())?;
        let lines: Vec<&str> = text.lines().collect();
        let end = lines.iter().rposition(|line| !line.starts_with(";;") || line.starts_with(";;!"));
        let (source, expected) = lines.split_at(end.map_or(0, |end| end + 1));
        let expected = expected.iter().map(|line| line[2..].strip_prefix(' ').unwrap_or(&line[2..]));
        let source = source.join("\n").trim_end().to_owned() + "\n";
        Ok(Golden { path: path.into(), source, expected: expected.map(|line| format!("{line}\n")).collect() })
    }

    /// The file's name without its extension.
    pub fn name(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The values of the directives of this key, in order.
    pub fn directives(&self, key: &str) -> Vec<&str> {
        let lines = self.source.lines().filter_map(|line| line.strip_prefix(";;! ")?.split_once(':'));
        lines.filter(|(name, _)| *name == key).map(|(_, value)| value.trim()).collect()
    }

    /// The words of all directives of this key.
    pub fn words(&self, key: &str) -> Vec<&str> {
        self.directives(key).into_iter().flat_map(str::split_whitespace).collect()
    }

    /// The name of the folder that it lies in.
    pub fn folder(&self) -> String {
        let folder = self.path.parent().and_then(Path::file_name).unwrap_or_default();
        folder.to_string_lossy().into_owned()
    }

    /// The output of `wasmc build` for each function, with these words and those of the `build:` directives, without
    /// the function `$keep`. wasmc does not compile functions that nothing refers to, so a file may contain that
    /// function only to refer to the others.
    pub fn listing(&self, words: &[&str]) -> Result<String, Failure> {
        let place = context(tempfile::tempdir(), "a temporary folder")?;
        let input = format!("{}.wat", self.name());
        context(fs::write(place.path().join(&input), &self.source), &input)?;
        let build = Process::new(wasmc()?).args(["build", &input]).args(words).args(self.words("build"));
        let outcome = build.directory(place.path()).run()?;
        if outcome.ending != Ending::Status(0) || !outcome.stderr.is_empty() {
            return Err(transcript(&outcome));
        }
        const HEADER: &str = ";; function ";
        let text = String::from_utf8_lossy(&outcome.stdout).into_owned();
        let functions = text.split(HEADER).filter(|function| !function.is_empty());
        let shown = functions.filter(|function| !function.lines().next().is_some_and(|line| line.ends_with(" (keep)")));
        Ok(shown.map(|function| format!("{HEADER}{function}")).collect())
    }

    fn check(&self, actual: &str) -> Result<(), Failure> {
        let actual: String = actual.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        let actual = format!("{}\n", actual.trim_end());
        if !bless() {
            return check_bytes(&self.path.display().to_string(), self.expected.as_bytes(), actual.as_bytes());
        }
        let comments: String = actual.lines().map(|line| format!("{}\n", format!(";; {line}").trim_end())).collect();
        context(fs::write(&self.path, format!("{}\n{comments}", self.source)), self.path.display())
    }
}

/// The output and ending of a process, as one text: standard output, standard error, and the status unless it is 0.
pub fn transcript(outcome: &Outcome) -> String {
    let mut text = String::new();
    for bytes in [&outcome.stdout, &outcome.stderr] {
        text += &String::from_utf8_lossy(bytes);
        if !text.is_empty() && !text.ends_with('\n') {
            text += "\n";
        }
    }
    match outcome.ending {
        Ending::Status(0) => text,
        Ending::Status(status) => text + &format!("[status {status}]\n"),
        Ending::Signal(signal) => text + &format!("[signal {signal}]\n"),
    }
}
