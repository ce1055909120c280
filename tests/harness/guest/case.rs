//! The host tree for one run of a guest program, and the check that the run changed nothing outside the writable
//! directories.
//!
//! ```text
//! root/            the working directory of the run; the guest never gets it as a directory
//!   sandbox/       a `dir:` of the program: the guest may change everything here
//!   readonly/      a `dir:` with `:ro`: part of the snapshot
//!   outside/       files that `host-setup:` makes beside them: part of the snapshot
//! ```
//!
//! Every suite of guest programs uses this check, so each of their tests is also a test of the sandbox.

use super::{Program, Run, expect_ending, expect_stdout};
use crate::{Failure, Outcome};
use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes};
use std::io;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A fresh host tree for one run; removed when dropped.
pub struct Case {
    root: tempfile::TempDir,
    /// Paths below `root` that the guest may change.
    writable: Vec<PathBuf>,
}

/// What was on the host at one moment, out of the guest's reach. Everything that a guest could do there shows:
/// contents, modes, sizes, times of change, the count of hard links, the targets of symbolic links, and the names
/// themselves.
#[derive(PartialEq, Eq)]
pub struct Snapshot(BTreeMap<PathBuf, String>);

impl Case {
    /// Makes the tree: the directories of the program, then the entries of its `host-setup:` lines.
    pub fn new(program: &Program) -> Result<Case, Failure> {
        let root = tempfile::Builder::new().prefix("wasmc-case-").tempdir().map_err(|error| error.to_string())?;
        for directory in &program.directories {
            fs::create_dir_all(root.path().join(&directory.host)).map_err(|error| error.to_string())?;
        }
        let writable = program.directories.iter().filter(|directory| !directory.read_only);
        let writable = writable.map(|directory| PathBuf::from(&directory.host)).collect();
        for words in &program.host_setup {
            set_up(root.path(), words).map_err(|error| format!("host-setup {}: {error}", words.join(" ")))?;
        }
        Ok(Case { root, writable })
    }

    /// The working directory of the run.
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    /// All that the guest must not change.
    pub fn snapshot(&self) -> Snapshot {
        let mut entries = BTreeMap::new();
        self.record(Path::new(""), &mut entries);
        Snapshot(entries)
    }

    fn record(&self, path: &Path, entries: &mut BTreeMap<PathBuf, String>) {
        if self.writable.iter().any(|writable| writable == path) {
            return;
        }
        let host = self.root.path().join(path);
        let metadata = fs::symlink_metadata(&host).expect("what was listed is there");
        let content = if metadata.is_symlink() {
            format!("to {:?}", fs::read_link(&host))
        } else if metadata.is_file() {
            format!("holds {:?}", fs::read(&host).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        } else {
            String::new()
        };
        let (mode, size, links) = (metadata.mode(), metadata.size(), metadata.nlink());
        let changed = (metadata.mtime(), metadata.mtime_nsec());
        entries.insert(path.into(), format!("mode {mode:o} size {size} links {links} changed {changed:?} {content}"));
        if metadata.is_dir() {
            for entry in fs::read_dir(&host).expect("a directory of ours can be listed") {
                let name = entry.expect("a directory of ours can be listed").file_name();
                self.record(&path.join(name), entries);
            }
        }
    }

    /// Runs something in this tree, and checks how it ended, what it wrote, that nothing changed out of the guest's
    /// reach, and what the `host-check:` lines say.
    pub fn check(
        &self,
        program: &Program,
        run: &Run,
        work: impl FnOnce() -> Result<Outcome, Failure>,
    ) -> Result<(), Failure> {
        let before = self.snapshot();
        let outcome = work()?;
        expect_ending(&outcome, run)?;
        if !program.terminal {
            expect_stdout(&outcome, &program.stdout)?;
        }
        before.expect_unchanged(&self.snapshot())?;
        self.expect_host(program)
    }

    fn expect_host(&self, program: &Program) -> Result<(), Failure> {
        program.host_check.iter().try_for_each(|words| {
            self.holds(words).map_err(|failure| format!("host-check {}: {failure}", words.join(" ")))
        })
    }

    fn holds(&self, words: &[String]) -> Result<(), Failure> {
        let path = |name: &String| self.root.path().join(name);
        let came = match words {
            [verb, name] if verb == "absent" => {
                if fs::symlink_metadata(path(name)).is_err() {
                    return Ok(());
                }
                "it is there".into()
            }
            [verb, name, text] if verb == "file" => match fs::read(path(name)) {
                Ok(bytes) if bytes == text.as_bytes() => return Ok(()),
                other => format!("{other:?}"),
            },
            [verb, name, target] if verb == "symlink" => match fs::read_link(path(name)) {
                Ok(to) if to == Path::new(target) => return Ok(()),
                other => format!("{other:?}"),
            },
            _ => "unknown verb".into(),
        };
        Err(came)
    }
}

impl Snapshot {
    /// An error that names every difference.
    pub fn expect_unchanged(&self, after: &Snapshot) -> Result<(), Failure> {
        if self == after {
            return Ok(());
        }
        let mut differences = String::from("the host changed out of the guest's reach:");
        for path in self.0.keys().chain(after.0.keys().filter(|path| !self.0.contains_key(*path))) {
            let (before, after) = (self.0.get(path), after.0.get(path));
            if before != after {
                differences += &format!("\n  {}: {before:?}\n    is now {after:?}", path.display());
            }
        }
        Err(differences)
    }
}

fn set_up(root: &Path, words: &[String]) -> io::Result<()> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["dir", path] => fs::create_dir_all(root.join(path)),
        ["file", path] => fs::write(root.join(path), ""),
        ["file", path, text] => fs::write(root.join(path), text),
        ["symlink", path, target] => symlink(target, root.join(path)),
        ["link", path, target] => fs::hard_link(root.join(target), root.join(path)),
        ["socket", path] => std::os::unix::net::UnixListener::bind(root.join(path)).map(drop),
        ["fifo", path] => {
            let made = std::process::Command::new("mkfifo").arg(root.join(path)).status()?;
            if made.success() { Ok(()) } else { Err(io::Error::other("mkfifo failed")) }
        }
        ["modified", path, seconds] => set_modified(&root.join(path), seconds.parse().map_err(io::Error::other)?),
        _ => Err(io::Error::other("unknown verb")),
    }
}

/// Sets the time of last change to so many seconds after (or, if negative, before) 1970.
fn set_modified(path: &Path, seconds: i64) -> io::Result<()> {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    let epoch = SystemTime::UNIX_EPOCH;
    let time = if seconds < 0 { epoch.checked_sub(distance) } else { epoch.checked_add(distance) };
    let time = time.ok_or_else(|| io::Error::other("no such time"))?;
    File::options().write(true).open(path)?.set_times(FileTimes::new().set_modified(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(header: &str) -> Case {
        let program = Program::parse(Path::new("x.c"), "x", header).expect("the header is right");
        Case::new(&program).expect("the tree can be made")
    }

    #[test]
    fn every_change_outside_is_seen() {
        let header = "// dir: sandbox\n// dir: readonly:ro\n// host-setup: file readonly/file text\n\
                      // host-setup: dir outside\n// host-setup: symlink outside/link to\n\
                      // host-setup: file outside/file\n";
        let changes: [fn(&Path) -> io::Result<()>; 7] = [
            |root| fs::write(root.join("readonly/file"), "TEXT"),
            |root| fs::write(root.join("outside/new"), ""),
            |root| fs::remove_file(root.join("outside/file")),
            |root| fs::hard_link(root.join("outside/file"), root.join("sandbox/alias")),
            |root| fs::rename(root.join("outside/link"), root.join("outside/other")),
            |root| set_modified(&root.join("outside/file"), 7),
            |root| fs::create_dir(root.join("beside")),
        ];
        for (number, change) in changes.iter().enumerate() {
            let case = case(header);
            let before = case.snapshot();
            change(case.root()).expect("the change is possible");
            assert!(before.expect_unchanged(&case.snapshot()).is_err(), "change {number}");
        }
    }

    #[test]
    fn changes_inside_and_reading_are_free() {
        let case = case("// dir: sandbox\n// host-setup: file outside text\n");
        let before = case.snapshot();
        fs::write(case.root().join("sandbox/file"), "text").expect("the sandbox is writable");
        fs::read(case.root().join("outside")).expect("the outside is readable for us");
        assert_eq!(before.expect_unchanged(&case.snapshot()), Ok(()));
    }
}
