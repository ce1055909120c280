//! Path resolution by hand, for systems that have no call like `openat2` and processes that may not make that call.
//!
//! **Security-critical.** The walk keeps every directory between the root and its present position open. It opens a
//! name with `O_NOFOLLOW`, so that the kernel never follows a link, and with `O_DIRECTORY` if more of the path follows.
//! If that succeeds, the name is a directory, and the walk enters it. If it fails, the name may be a link; the walk
//! reads the link and puts its text in front of the rest of the path. Should the name have changed between the two
//! calls, then the text is that of another link in the same directory, or the read fails. `..` goes back to a directory
//! that is already open, and is refused at the root, so moving directories on the host cannot make it lead anywhere
//! else. An absolute link is refused. Links are counted as Linux counts them.
//!
//! What must not happen here: a system call that gets more than one component, or that follows a link.

use alloc::vec::Vec;
use core::ffi::CStr;

use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{AtFlags, FileType, Mode, OFlags, fstat, openat, statat};
use rustix::io::Errno;

use super::is;
use super::path::PATH_BYTES_MAX;
use super::resolve::{Follow, read_link};
use crate::sys::files;

/// Most links in the resolution of one path (Linux: `MAXSYMLINKS`).
const LINKS_MAX: u32 = 40;

/// Most bytes of a path after links in it were replaced by their texts.
const TEXT_BYTES_MAX: usize = 4 * PATH_BYTES_MAX;

/// Most attempts to open an entry that keeps changing between link and file.
const ATTEMPTS_MAX: u32 = 32;

/// Opens the file at `path`.
pub(super) fn open(
    root: BorrowedFd<'_>,
    path: &[u8],
    follow: Follow,
    flags: OFlags,
    mode: Mode,
) -> Result<OwnedFd, Errno> {
    let mut walk = Walk::new(root, path)?;
    let flags = flags | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let to_look = files::TO_LOOK.is_some_and(|to_look| flags.contains(to_look));
    for _ in 0..ATTEMPTS_MAX + LINKS_MAX {
        let Some(name) = walk.advance()? else {
            // `.` is the directory at the walk's position, even if another process renamed it.
            return usable(rustix::io::retry_on_intr(|| openat(walk.here(), c".", flags, mode))?);
        };
        let opened = rustix::io::retry_on_intr(|| openat(walk.here(), name.as_c_str(), flags, mode));
        if follow == Follow::No {
            return usable(opened?);
        }
        match opened {
            // With `O_PATH` and `O_NOFOLLOW`, a link itself opens.
            Ok(fd) if to_look && is(&fstat(&fd)?, FileType::Symlink) => {
                walk.follow(&name, read_link(fd.as_fd(), c"")?)?;
            }
            Ok(fd) => return usable(fd),
            // `O_NOFOLLOW` fails with `ELOOP` on a link, and with `ENOTDIR` if a directory was asked for.
            Err(error @ (Errno::LOOP | Errno::NOTDIR)) => match read_link(walk.here(), name.as_c_str()) {
                Ok(target) => walk.follow(&name, target)?,
                Err(Errno::INVAL) if walk.has_changed(&name, error) => {}
                Err(_) => return Err(error),
            },
            Err(error) => return Err(error),
        }
    }
    Err(Errno::LOOP)
}

/// Refuses a directory whose entries are not files below the root, such as `/dev/fd`.
fn usable(fd: OwnedFd) -> Result<OwnedFd, Errno> {
    if files::holds_descriptors(fd.as_fd())? { Err(Errno::PERM) } else { Ok(fd) }
}

/// The end of a path after all links were followed: a name that is not a link, or a directory without a name.
pub(super) struct Located<'r> {
    walk: Walk<'r>,
    name: Option<Name>,
}

impl Located<'_> {
    /// The directory.
    pub(super) fn directory(&self) -> BorrowedFd<'_> {
        self.walk.here()
    }

    /// The name in it; `.` for the directory itself.
    pub(super) fn name(&self) -> &CStr {
        self.name.as_ref().map_or(c".", Name::as_c_str)
    }

    /// Refuses all but directories.
    pub(super) fn require_directory(&self) -> Result<(), Errno> {
        let stat = statat(self.directory(), self.name(), AtFlags::SYMLINK_NOFOLLOW)?;
        if is(&stat, FileType::Directory) { Ok(()) } else { Err(Errno::NOTDIR) }
    }
}

/// Follows `path` to its end.
pub(super) fn locate<'r>(root: BorrowedFd<'r>, path: &[u8]) -> Result<Located<'r>, Errno> {
    let mut walk = Walk::new(root, path)?;
    loop {
        let Some(name) = walk.advance()? else { return Ok(Located { walk, name: None }) };
        match read_link(walk.here(), name.as_c_str()) {
            Ok(target) => walk.follow(&name, target)?,
            Err(Errno::INVAL) => return Ok(Located { walk, name: Some(name) }),
            Err(error) => return Err(error),
        }
    }
}

/// A copy of a text, with room for a zero behind it.
fn copy(text: &[u8]) -> Result<Vec<u8>, Errno> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(text.len() + 1).map_err(|_| Errno::NOMEM)?;
    copy.extend_from_slice(text);
    Ok(copy)
}

/// One component, with a zero behind it.
struct Name(Vec<u8>);

impl Name {
    fn as_c_str(&self) -> &CStr {
        CStr::from_bytes_until_nul(&self.0).unwrap_or_default()
    }

    fn len(&self) -> usize {
        self.0.len() - 1
    }
}

/// A walk and its position.
struct Walk<'r> {
    root: BorrowedFd<'r>,
    /// The directories from below the root to here.
    below: Vec<OwnedFd>,
    /// The path; the part from `position` on has not been resolved yet.
    text: Vec<u8>,
    position: usize,
    links: u32,
}

impl<'r> Walk<'r> {
    fn new(root: BorrowedFd<'r>, path: &[u8]) -> Result<Walk<'r>, Errno> {
        if path.first() == Some(&b'/') {
            return Err(Errno::PERM);
        }
        Ok(Walk { root, below: Vec::new(), text: copy(path)?, position: 0, links: 0 })
    }

    /// The directory at the walk's position.
    fn here(&self) -> BorrowedFd<'_> {
        self.below.last().map_or(self.root, AsFd::as_fd)
    }

    /// Walks to the last component and returns its name without opening it; `None` if the path ends with the directory
    /// at the walk's position.
    fn advance(&mut self) -> Result<Option<Name>, Errno> {
        loop {
            let Some((name, last)) = self.component()? else { return Ok(None) };
            match name.as_c_str().to_bytes() {
                b"." => self.position += name.len(),
                b".." => {
                    self.below.pop().ok_or(Errno::PERM)?;
                    self.position += name.len();
                }
                _ if last => return Ok(Some(name)),
                _ => self.enter(&name)?,
            }
        }
    }

    /// The next component after `position` and any slashes there, and whether the text ends with it.
    fn component(&mut self) -> Result<Option<(Name, bool)>, Errno> {
        let rest = self.text.get(self.position..).unwrap_or_default();
        let slashes = rest.iter().take_while(|byte| **byte == b'/').count();
        self.position += slashes;
        let rest = rest.get(slashes..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'/').unwrap_or(rest.len());
        if length == 0 {
            return Ok(None);
        }
        let mut name = copy(rest.get(..length).unwrap_or_default())?;
        name.push(0);
        Ok(Some((Name(name), length == rest.len())))
    }

    /// Enters the directory `name`; if the name is a link, puts its text in the name's place.
    fn enter(&mut self, name: &Name) -> Result<(), Errno> {
        let flags = files::TO_NAME | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        for _ in 0..ATTEMPTS_MAX {
            match rustix::io::retry_on_intr(|| openat(self.here(), name.as_c_str(), flags, Mode::empty())) {
                Ok(fd) => {
                    let directory = usable(fd)?;
                    self.below.try_reserve(1).map_err(|_| Errno::NOMEM)?;
                    self.below.push(directory);
                    self.position += name.len();
                    return Ok(());
                }
                // For a link, some systems give `ELOOP` and others `ENOTDIR`.
                Err(error @ (Errno::LOOP | Errno::NOTDIR)) => match read_link(self.here(), name.as_c_str()) {
                    Ok(target) => return self.follow(name, target),
                    Err(Errno::INVAL) if self.has_changed(name, error) => {}
                    Err(Errno::INVAL) => return Err(Errno::NOTDIR),
                    Err(error) => return Err(error),
                },
                Err(error) => return Err(error),
            }
        }
        Err(Errno::LOOP)
    }

    /// Whether the name, whose open failed with this error and which is not a link now, has changed since that open.
    fn has_changed(&self, name: &Name, error: Errno) -> bool {
        match error {
            // Only a link gives `ELOOP`, so it was one then.
            Errno::LOOP => true,
            // A link or a file was there then.
            _ => statat(self.here(), name.as_c_str(), AtFlags::SYMLINK_NOFOLLOW)
                .is_ok_and(|stat| is(&stat, FileType::Directory) || is(&stat, FileType::Symlink)),
        }
    }

    /// Replaces the link `name`, the component at `position`, by its target.
    fn follow(&mut self, name: &Name, mut target: Vec<u8>) -> Result<(), Errno> {
        self.links += 1;
        if self.links > LINKS_MAX {
            return Err(Errno::LOOP);
        }
        match target.first() {
            None => return Err(Errno::NOENT),
            Some(b'/') => return Err(Errno::PERM),
            Some(_) => {}
        }
        let rest = self.text.get(self.position + name.len()..).unwrap_or_default();
        if target.len() + rest.len() > TEXT_BYTES_MAX {
            return Err(Errno::NAMETOOLONG);
        }
        target.try_reserve(rest.len()).map_err(|_| Errno::NOMEM)?;
        target.extend_from_slice(rest);
        self.text = target;
        self.position = 0;
        Ok(())
    }
}
