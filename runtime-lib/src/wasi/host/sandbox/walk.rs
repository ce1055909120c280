//! Path resolution by hand: where the system cannot keep a path below a directory, or a filter of system calls forbids it.
//!
//! The walk keeps every directory between the root and where it stands open. A name is opened with `O_NOFOLLOW`, so the
//! kernel never follows a link for it, and, if more of the path comes behind it, with `O_DIRECTORY`: what opens then is a
//! directory, and is entered. What does not may be a link, which is read, and its text put in front of the rest of the
//! path; if the name has come to stand for something else meanwhile, that is another link of this directory or none. `..`
//! goes back to the directory that is already open, and is refused at the root: moving directories about on the host
//! cannot make it lead anywhere else. An absolute link is refused. Links are counted as Linux counts them.

use alloc::vec::Vec;
use core::ffi::CStr;

use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{AtFlags, FileType, Mode, OFlags, fstat, openat, statat};
use rustix::io::Errno;

use super::is;
use super::path::PATH_BYTES_MAX;
use super::resolve::{Follow, read_link};
use crate::sys::files;

/// Links that one path may lead through (Linux: `MAXSYMLINKS`).
const LINKS_MAX: u32 = 40;

/// Bytes that a path may grow to by the links in it.
const TEXT_BYTES_MAX: usize = 4 * PATH_BYTES_MAX;

/// How often an entry that keeps changing between link and file is looked at again.
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
            // `.` is the directory where the walk stands, whatever has been renamed.
            return usable(rustix::io::retry_on_intr(|| openat(walk.here(), c".", flags, mode))?);
        };
        let opened = rustix::io::retry_on_intr(|| openat(walk.here(), name.as_c_str(), flags, mode));
        if follow == Follow::No {
            return usable(opened?);
        }
        match opened {
            // What is only looked at opens as itself, links too.
            Ok(fd) if to_look && is(&fstat(&fd)?, FileType::Symlink) => {
                walk.follow(&name, read_link(fd.as_fd(), c"")?)?;
            }
            Ok(fd) => return usable(fd),
            // `O_NOFOLLOW` says `ELOOP` of a link, and `ENOTDIR` where a directory was asked for.
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

/// Refuses a directory whose names are not those of files below the root.
fn usable(fd: OwnedFd) -> Result<OwnedFd, Errno> {
    if files::holds_descriptors(fd.as_fd())? { Err(Errno::PERM) } else { Ok(fd) }
}

/// Where a path leads when all links are followed: a name that is no link, or a directory without a name.
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

    /// Refuses what is no directory.
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

/// A walk that has gone some way.
struct Walk<'r> {
    root: BorrowedFd<'r>,
    /// The directories from below the root to here.
    below: Vec<OwnedFd>,
    /// What is left of the path from `position` on.
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

    /// Where the walk stands.
    fn here(&self) -> BorrowedFd<'_> {
        self.below.last().map_or(self.root, AsFd::as_fd)
    }

    /// Goes on to the last component and returns it, without looking at it; `None` if the path ends with the directory
    /// where the walk stands.
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

    /// The component at `position`, behind the slashes there, and whether the text ends with it.
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

    /// Enters the directory `name`, or takes the way that the link of this name tells.
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
                // Systems differ in which of the two they say of a link.
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

    /// Whether the name that would not open with this error, and is no link, stands for something else than it did then.
    fn has_changed(&self, name: &Name, error: Errno) -> bool {
        match error {
            // A link, and nothing else, it was a moment ago.
            Errno::LOOP => true,
            // A link or a file.
            _ => statat(self.here(), name.as_c_str(), AtFlags::SYMLINK_NOFOLLOW)
                .is_ok_and(|stat| is(&stat, FileType::Directory) || is(&stat, FileType::Symlink)),
        }
    }

    /// Puts the target of the link `name`, the component at `position`, in its place.
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
