//! Writes results: data to stdout, and files by [`replace()`]. No file outside of this folder may write an output.
//!
//! A destination is examined before the work, so that a compilation of minutes does not end at a file that cannot be
//! written.
//!
//! Renaming replaces a symbolic link and leaves the file that it pointed to. A device or a pipe, and every name
//! directly below /dev or /proc, is opened and written instead: -o /dev/null must not replace the device.

mod replace;

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

pub(crate) use replace::replace;

use crate::diagnostics::{Failure, quoted, reason};
use crate::input::Identity;

/// Permissions of an executable, before the umask.
pub(crate) const EXECUTABLE_MODE: u32 = 0o755;
/// Permissions of any other file, before the umask.
pub(crate) const FILE_MODE: u32 = 0o666;

/// The destination of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// `-`.
    Stdout,
    /// A path in a directory that has to be there.
    File(PathBuf),
    /// A path whose directory is made if it is missing.
    FileAndDirectory(PathBuf),
}

/// A destination that was examined before the work, so that an output that cannot be written is reported at once.
#[derive(Debug)]
pub(crate) enum Sink {
    /// Standard output.
    Stdout,
    /// A file that is replaced.
    Replace {
        /// Its path.
        path: PathBuf,
        /// Its permissions, before the umask.
        mode: u32,
        directory: Directory,
    },
    /// A device or pipe.
    Through(PathBuf),
}

/// What happens if the directory of a file is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Directory {
    /// The file cannot be written.
    Required,
    /// It is made when the file is written, and not before: a build that fails leaves nothing.
    Made,
}

impl Sink {
    /// Examines a destination before anything is compiled. It must be none of the inputs; a new file gets `mode`.
    pub(crate) fn prepare(destination: Destination, inputs: &[Identity], mode: u32) -> Result<Sink, Failure> {
        let (path, directory) = match destination {
            Destination::Stdout if mode == EXECUTABLE_MODE && io::stdout().is_terminal() => {
                return Err(Failure::new("cannot write to standard output: it is a terminal, and this is no text")
                    .hint("give a file with -o OUT, or redirect standard output"));
            }
            Destination::Stdout if leads_nowhere() => {
                return Err(Failure::new("cannot write to standard output: it is closed")
                    .hint("redirect it to a file, or give a file with -o OUT; -o /dev/null discards the output"));
            }
            Destination::Stdout => return Ok(Sink::Stdout),
            Destination::File(path) => (path, Directory::Required),
            Destination::FileAndDirectory(path) => (path, Directory::Made),
        };
        match fs::metadata(&path) {
            Ok(metadata) => existing(path, &metadata, inputs, mode),
            // There is no file, or a link that leads nowhere.
            Err(error) if error.kind() == io::ErrorKind::NotFound => replaceable(path, mode, directory),
            Err(error) => Err(unwritable(&path, &error)),
        }
    }

    /// Writes the result.
    pub(crate) fn write(self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Sink::Stdout => stdout(bytes),
            Sink::Replace { path, mode, directory } => {
                let made = match directory {
                    Directory::Required => Ok(()),
                    Directory::Made => fs::create_dir_all(parent(&path)),
                };
                made.and_then(|()| replace(&path, bytes, mode)).map_err(|error| unwritable(&path, &error))
            }
            Sink::Through(path) => {
                let open = OpenOptions::new().write(true).truncate(true).open(&path);
                open.and_then(|mut file| file.write_all(bytes)).map_err(|error| unwritable(&path, &error))
            }
        }
    }
}

/// Whether standard output was closed when wasmc started.
///
/// Rust's start code opens /dev/null for reading and writing in the place of a closed standard descriptor, so writing
/// to it succeeds. A caller may also pass such a /dev/null (Python's DEVNULL does), and the two cannot be told apart.
/// So this is asked only for the result of a build, which such a caller would lose, and not for help or lists, whose
/// output a caller may want to discard.
fn leads_nowhere() -> bool {
    let stdout = io::stdout();
    let device = stdout.as_fd().try_clone_to_owned().and_then(|stdout| File::from(stdout).metadata());
    let null = fs::metadata("/dev/null");
    let is_null =
        matches!((device, null), (Ok(device), Ok(null)) if device.rdev() == null.rdev() && device.rdev() != 0);
    is_null && rustix::fs::fcntl_getfl(&stdout).is_ok_and(|flags| flags & OFlags::RWMODE == OFlags::RDWR)
}

fn existing(path: PathBuf, metadata: &fs::Metadata, inputs: &[Identity], mode: u32) -> Result<Sink, Failure> {
    let kind = metadata.file_type();
    if kind.is_dir() {
        return Err(Failure::new(format!("cannot write {}: it is a directory", quoted(&path)))
            .hint("choose another name with -o OUT"));
    }
    if kind.is_block_device() {
        return Err(Failure::new(format!("cannot write {}: it is a block device", quoted(&path)))
            .hint("choose another name with -o OUT"));
    }
    if inputs.contains(&Identity::of(metadata)) && kind.is_file() {
        return Err(Failure::new(format!("cannot write {}: it is the input", quoted(&path)))
            .hint("choose another name with -o OUT"));
    }
    match kind.is_file() && !is_special_place(&path) {
        true => replaceable(path, mode, Directory::Required),
        false => Ok(Sink::Through(path)),
    }
}

/// Whether a name lies in /dev or /proc, where names stand for things other than files (`/dev/stdout`, `/dev/fd/1`).
fn is_special_place(path: &Path) -> bool {
    let place = fs::canonicalize(parent(path)).unwrap_or_default();
    place == Path::new("/dev") || place.starts_with("/proc")
}

/// Tries to make a file without a name in the directory, so that an error shows before minutes of compilation. If the
/// directory is to be made, the nearest existing directory above it is tried.
fn replaceable(path: PathBuf, mode: u32, directory: Directory) -> Result<Sink, Failure> {
    let tried = match directory {
        Directory::Required => parent(&path),
        Directory::Made => path.ancestors().skip(1).find(|above| above.exists()).unwrap_or(Path::new(".")),
    };
    match tempfile::tempfile_in(tried) {
        Ok(_) => Ok(Sink::Replace { path, mode, directory }),
        Err(error) => Err(unwritable(&path, &error)),
    }
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let hint = match error.kind() {
        io::ErrorKind::NotFound if !parent(path).exists() => {
            Some(format!("make the directory {} first", quoted(parent(path))))
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Some("free some space, or choose another place with -o OUT; nothing was changed".into())
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Some("choose another place with -o OUT".into())
        }
        _ => None,
    };
    Failure::new(format!("cannot write {}: {}", quoted(path), reason(error))).maybe_hint(hint)
}

/// Writes data to stdout. It is no error if the reader closes the pipe early: it has read as much as it needs.
pub(crate) fn stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::stdout(&error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    pub(super) fn names(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).expect("a directory of the test");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub(super) fn place() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary directory")
    }

    #[test]
    fn a_link_is_replaced_and_its_target_kept() {
        let place = place();
        let (target, link) = (place.path().join("target"), place.path().join("link"));
        fs::write(&target, "old").expect("writable");
        symlink(&target, &link).expect("linked");
        let sink = Sink::prepare(Destination::File(link.clone()), &[], FILE_MODE).expect("fine");
        sink.write(b"new").expect("written");
        assert_eq!(fs::read(&target).expect("readable"), b"old");
        assert!(fs::symlink_metadata(&link).expect("there").is_file());
    }

    #[test]
    fn devices_are_written_through() {
        let sink = Sink::prepare(Destination::File("/dev/null".into()), &[], EXECUTABLE_MODE).expect("fine");
        assert!(matches!(sink, Sink::Through(_)));
        sink.write(b"gone").expect("written");
        let full = Sink::prepare(Destination::File("/dev/full".into()), &[], EXECUTABLE_MODE).expect("fine");
        let failure = full.write(b"x").expect_err("it is full");
        assert_eq!(failure.message(), "cannot write '/dev/full': No space left on device");
        // Through a name in /proc as well: it may stand for a regular file.
        assert!(is_special_place(Path::new("/dev/stdout")));
        assert!(is_special_place(Path::new("/dev/fd/1")));
        assert!(!is_special_place(Path::new("/dev/shm/app")));
    }

    #[test]
    fn what_cannot_be_written_is_refused_before_the_work() {
        let place = place();
        let refuse = |path: PathBuf, inputs: &[Identity]| {
            Sink::prepare(Destination::File(path), inputs, FILE_MODE).expect_err("refused").message().to_owned()
        };
        assert!(refuse(place.path().into(), &[]).ends_with("it is a directory"));
        assert!(refuse(place.path().join("missing/app"), &[]).ends_with("No such file or directory"));
        let file = place.path().join("app.wasm");
        fs::write(&file, "x").expect("writable");
        assert!(refuse(file.join("app"), &[]).ends_with("Not a directory"));
        let identity = Identity::of(&fs::metadata(&file).expect("there"));
        assert!(refuse(file, &[identity]).ends_with("it is the input"));
    }

    #[test]
    fn a_directory_is_made_with_its_file_and_not_before() {
        let place = place();
        let path = place.path().join("new/deep/app");
        let sink = Sink::prepare(Destination::FileAndDirectory(path.clone()), &[], FILE_MODE).expect("fine");
        assert_eq!(names(place.path()), [""; 0]);
        sink.write(b"new").expect("written");
        assert_eq!(fs::read(&path).expect("readable"), b"new");
        let below_a_file = Destination::FileAndDirectory(path.join("below/app"));
        let failure = Sink::prepare(below_a_file, &[], FILE_MODE).expect_err("a file is no directory");
        assert!(failure.message().ends_with("Not a directory"), "{}", failure.message());
    }
}
