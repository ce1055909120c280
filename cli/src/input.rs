//! Reads a module as a whole, from a file or from standard input. Larger inputs than any module can be are refused
//! before they fill the memory; nothing here looks at the contents.

use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::diagnostics::{Failure, quoted, reason};

/// Larger inputs are refused unread. The implementation limits of the WebAssembly JavaScript Interface allow modules of
/// this size, and no toolchain makes modules that browsers refuse.
const INPUT_BYTES_MAX: u64 = 1 << 30;

/// The source of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// `-`.
    Stdin,
    /// A path.
    File(PathBuf),
}

/// The identity of an input file, to notice that an output would overwrite it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    /// Its file system.
    pub(crate) device: u64,
    /// Its number there.
    pub(crate) inode: u64,
}

impl Identity {
    pub(crate) fn of(metadata: &fs::Metadata) -> Identity {
        Identity { device: metadata.dev(), inode: metadata.ino() }
    }
}

/// The bytes of an input.
pub(crate) struct Contents {
    /// The whole input.
    pub(crate) bytes: Vec<u8>,
    /// The file that they come from, unless it is standard input.
    pub(crate) identity: Option<Identity>,
}

impl Input {
    /// The input that a path argument means.
    pub(crate) fn new(path: PathBuf) -> Input {
        if path.as_os_str() == "-" { Input::Stdin } else { Input::File(path) }
    }

    /// Its name in messages.
    pub(crate) fn display(&self) -> String {
        match self {
            Input::Stdin => "standard input".into(),
            Input::File(path) => quoted(path),
        }
    }

    /// Reads it.
    pub(crate) fn read(&self) -> Result<Contents, Failure> {
        match self {
            Input::Stdin => {
                let bytes = read_limited(io::stdin().lock(), 0).map_err(|error| self.unreadable(&error))?;
                self.checked(bytes, None)
            }
            Input::File(path) => self.read_file(path),
        }
    }

    fn read_file(&self, path: &Path) -> Result<Contents, Failure> {
        let unreadable = |error| self.unreadable(&error);
        let file = File::open(path).map_err(unreadable)?;
        let metadata = file.metadata().map_err(unreadable)?;
        if metadata.is_dir() {
            return Err(Failure::new(format!("cannot read {}: it is a directory", self.display()))
                .hint("give the .wasm or .wat file in it"));
        }
        if metadata.is_file() && metadata.len() > INPUT_BYTES_MAX {
            return Err(self.too_large());
        }
        let bytes = read_limited(file, metadata.len()).map_err(unreadable)?;
        self.checked(bytes, Some(Identity::of(&metadata)))
    }

    fn checked(&self, bytes: Vec<u8>, identity: Option<Identity>) -> Result<Contents, Failure> {
        if bytes.len() as u64 > INPUT_BYTES_MAX { Err(self.too_large()) } else { Ok(Contents { bytes, identity }) }
    }

    fn too_large(&self) -> Failure {
        Failure::new(format!(
            "cannot read {}: it is larger than 1 GiB, the most that a module may have",
            self.display()
        ))
        .hint("check that it is a WebAssembly module")
    }

    fn unreadable(&self, error: &io::Error) -> Failure {
        let failure = Failure::new(format!("cannot read {}: {}", self.display(), reason(error)));
        match self {
            Input::File(path) => failure.maybe_hint(hint(path, error)),
            Input::Stdin => failure,
        }
    }
}

/// Reads at most one byte more than the limit, which shows that the input is too large.
fn read_limited(source: impl Read, expected: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(expected.min(INPUT_BYTES_MAX) as usize);
    source.take(INPUT_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn hint(path: &Path, error: &io::Error) -> Option<String> {
    match error.kind() {
        io::ErrorKind::NotFound => {
            let candidate = |extension: &str| {
                let mut name = path.as_os_str().to_owned();
                name.push(extension);
                PathBuf::from(name)
            };
            let near = [candidate(".wasm"), candidate(".wat")].into_iter().find(|path| path.is_file());
            Some(match near {
                Some(near) => format!("did you mean {}?", quoted(&near)),
                None => "give the path of a .wasm or .wat file, or - for standard input".into(),
            })
        }
        io::ErrorKind::PermissionDenied => Some("its permissions do not let this user read it".into()),
        _ => None,
    }
}
