//! The file system sandbox: the only place where a guest's path becomes a file of the host.
//!
//! **Security-critical.** Changes to this file and to `sandbox/` need a reader who has tried to break out.
//!
//! Every path is relative to a directory descriptor (the *root*) and must stay below it, whatever symbolic links say
//! and even while other processes rename directories. The argument has three steps:
//!
//! 1. `path`: the text is copied out of guest memory once. It is refused if it is absolute, empty, too long, not UTF-8,
//!    or contains a zero. Trailing slashes are removed and remembered, because to a kernel they mean "follow the last
//!    link even if I said not to", and sandboxes of this kind have been escaped that way before.
//! 2. `resolve`: on Linux an open goes through `openat2` with `RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS`, so that the
//!    kernel itself refuses to leave the root. Where the system lacks that call, `walk` opens component by component
//!    and never lets the kernel follow a link.
//! 3. Operations that systems offer only by name (unlink, rename, …) open the *parent* directory by step 2, and pass
//!    the kernel the last component alone: one name, without a slash, neither `.` nor `..`, with the flag not to follow
//!    it.
//!
//! What must not happen here: a system call with a guest's path that took none of these steps; a path resolved twice,
//! where the second result may differ from the one that was checked.
//!
//! A path that would leave the root gets `EPERM`, as in other engines.

mod path;
mod resolve;
mod walk;

use core::ffi::CStr;

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{AtFlags, FileType, Mode, OFlags, Stat, Timestamps};
use rustix::io::Errno;

pub use self::path::{GuestPath, LinkTarget};
pub use self::resolve::Follow;
use self::resolve::{Entry, PathEnd, path_end};
use crate::sys::files;

/// Opens a file or directory. `CLOEXEC` and, as `follow` says, `NOFOLLOW` are added to `flags`.
pub fn open(
    root: BorrowedFd<'_>,
    path: &GuestPath,
    follow: Follow,
    flags: OFlags,
    mode: Mode,
) -> Result<OwnedFd, Errno> {
    if !path.names_directory() {
        return resolve::open(root, path.text()?, follow, flags, mode);
    }
    // POSIX, pathname resolution: a path with a trailing slash is that of a directory, and a link there is followed.
    if flags.contains(OFlags::CREATE) {
        return Err(Errno::ISDIR);
    }
    resolve::open(root, path.text()?, Follow::Yes, flags | OFlags::DIRECTORY, mode)
}

/// The host's record of a file: type, size, times, links.
pub fn stat(root: BorrowedFd<'_>, path: &mut GuestPath, follow: Follow) -> Result<Stat, Errno> {
    if let Some(name) = path.single_name()? {
        let stat = rustix::fs::statat(root, name, AtFlags::SYMLINK_NOFOLLOW)?;
        let link = is(&stat, FileType::Symlink);
        if !path.names_directory() && (!link || follow == Follow::No) {
            return Ok(stat);
        }
    }
    if let Some(to_look) = files::TO_LOOK {
        return rustix::fs::fstat(open(root, path, follow, to_look, Mode::empty())?);
    }
    if follow == Follow::Yes || path.names_directory() {
        let found = walk::locate(root, path.text()?.to_bytes())?;
        if path.names_directory() {
            found.require_directory()?;
        }
        return rustix::fs::statat(found.directory(), found.name(), AtFlags::SYMLINK_NOFOLLOW);
    }
    match path_end(root, path)? {
        PathEnd::Entry(entry) => entry_stat(&entry),
        PathEnd::Directory { fd, .. } => rustix::fs::fstat(fd),
    }
}

/// Sets the times of a file.
pub fn set_times(root: BorrowedFd<'_>, path: &mut GuestPath, follow: Follow, times: &Timestamps) -> Result<(), Errno> {
    if follow == Follow::Yes || path.names_directory() {
        // Linux before 5.8 cannot set times through an `O_PATH` descriptor. So `walk` finds the file to which the path
        // leads, and its times are set by name, as for a path without links.
        let found = walk::locate(root, path.text()?.to_bytes())?;
        if path.names_directory() {
            found.require_directory()?;
        }
        return files::utimensat(found.directory(), found.name(), times, AtFlags::SYMLINK_NOFOLLOW);
    }
    match path_end(root, path)? {
        PathEnd::Entry(entry) => files::utimensat(entry.directory(), entry.name(), times, AtFlags::SYMLINK_NOFOLLOW),
        PathEnd::Directory { fd, .. } => files::utimensat(&fd, c".", times, AtFlags::SYMLINK_NOFOLLOW),
    }
}

/// Makes a directory.
pub fn create_directory(root: BorrowedFd<'_>, path: &mut GuestPath) -> Result<(), Errno> {
    let entry = path_end(root, path)?.entry_or(Errno::EXIST)?;
    rustix::fs::mkdirat(entry.directory(), entry.name(), Mode::from_raw_mode(0o777))
}

/// Removes an empty directory.
pub fn remove_directory(root: BorrowedFd<'_>, path: &mut GuestPath) -> Result<(), Errno> {
    let entry = match path_end(root, path)? {
        PathEnd::Entry(entry) => entry,
        PathEnd::Directory { parent: true, .. } => return Err(Errno::NOTEMPTY),
        PathEnd::Directory { parent: false, .. } => return Err(Errno::INVAL),
    };
    files::unlinkat(entry.directory(), entry.name(), AtFlags::REMOVEDIR)
}

/// Removes a file, or a symbolic link itself.
pub fn unlink_file(root: BorrowedFd<'_>, path: &mut GuestPath) -> Result<(), Errno> {
    let names_directory = path.names_directory();
    let entry = path_end(root, path)?.entry_or(Errno::ISDIR)?;
    if names_directory {
        return Err(if is(&entry_stat(&entry)?, FileType::Directory) { Errno::ISDIR } else { Errno::NOTDIR });
    }
    match files::unlinkat(entry.directory(), entry.name(), AtFlags::empty()) {
        // POSIX gives `EPERM` for a directory, Linux `EISDIR`.
        Err(Errno::PERM) if entry_stat(&entry).is_ok_and(|stat| is(&stat, FileType::Directory)) => Err(Errno::ISDIR),
        result => result,
    }
}

/// Makes a symbolic link. Its target may be any relative path: one that leads outside of the root is refused when it is
/// followed.
pub fn symlink(target: &LinkTarget, root: BorrowedFd<'_>, path: &mut GuestPath) -> Result<(), Errno> {
    let names_directory = path.names_directory();
    let entry = path_end(root, path)?.entry_or(Errno::EXIST)?;
    if names_directory {
        return Err(cannot_make_directory(&entry));
    }
    rustix::fs::symlinkat(target.text()?, entry.directory(), entry.name())
}

/// Reads a symbolic link. An absolute target is refused: below the root it is useless, and it would tell the guest
/// about directories of the host.
pub fn read_link(root: BorrowedFd<'_>, path: &mut GuestPath) -> Result<alloc::vec::Vec<u8>, Errno> {
    if path.names_directory() {
        open(root, path, Follow::Yes, files::TO_NAME, Mode::empty())?;
        return Err(Errno::INVAL);
    }
    let entry = path_end(root, path)?.entry_or(Errno::INVAL)?;
    let target = resolve::read_link(entry.directory(), entry.name())?;
    if target.first() == Some(&b'/') { Err(Errno::PERM) } else { Ok(target) }
}

/// Makes a second name for a file: if `follow` says so for the target of a symbolic link, otherwise for the link
/// itself.
pub fn link(
    old_root: BorrowedFd<'_>,
    old_path: &mut GuestPath,
    follow: Follow,
    new_root: BorrowedFd<'_>,
    new_path: &mut GuestPath,
) -> Result<(), Errno> {
    let new_slash = new_path.names_directory();
    let new = path_end(new_root, new_path)?.entry_or(Errno::EXIST)?;
    // A trailing slash means "follow" too. The target must then be a directory, which no system links.
    if follow == Follow::Yes || old_path.names_directory() {
        let old = walk::locate(old_root, old_path.text()?.to_bytes())?;
        if old_path.names_directory() {
            old.require_directory()?;
        }
        return make_link(old.directory(), old.name(), &new, new_slash);
    }
    let old = path_end(old_root, old_path)?.entry_or(Errno::PERM)?;
    make_link(old.directory(), old.name(), &new, new_slash)
}

/// Links a name, which the kernel does not follow.
fn make_link(directory: BorrowedFd<'_>, name: &CStr, new: &Entry<'_>, new_slash: bool) -> Result<(), Errno> {
    if new_slash {
        rustix::fs::statat(directory, name, AtFlags::SYMLINK_NOFOLLOW)?;
        return Err(cannot_make_directory(new));
    }
    files::linkat(directory, name, new.directory(), new.name(), AtFlags::empty())
}

/// Renames a file, a directory, or a symbolic link itself.
pub fn rename(
    old_root: BorrowedFd<'_>,
    old_path: &mut GuestPath,
    new_root: BorrowedFd<'_>,
    new_path: &mut GuestPath,
) -> Result<(), Errno> {
    let directories_only = old_path.names_directory() || new_path.names_directory();
    let old = path_end(old_root, old_path)?.entry_or(Errno::BUSY)?;
    let new = path_end(new_root, new_path)?.entry_or(Errno::BUSY)?;
    if directories_only && !is(&entry_stat(&old)?, FileType::Directory) {
        return Err(Errno::NOTDIR);
    }
    files::renameat(old.directory(), old.name(), new.directory(), new.name())
}

/// The error for making a file or link under a name with a trailing slash, which only a directory can have.
fn cannot_make_directory(entry: &Entry<'_>) -> Errno {
    match rustix::fs::statat(entry.directory(), entry.name(), AtFlags::SYMLINK_NOFOLLOW) {
        Ok(stat) if is(&stat, FileType::RegularFile) => Errno::NOTDIR,
        Ok(_) => Errno::EXIST,
        Err(Errno::NOENT) => Errno::NOENT,
        Err(error) => error,
    }
}

fn entry_stat(entry: &Entry<'_>) -> Result<Stat, Errno> {
    rustix::fs::statat(entry.directory(), entry.name(), AtFlags::SYMLINK_NOFOLLOW)
}

fn is(stat: &Stat, kind: FileType) -> bool {
    FileType::from_raw_mode(stat.st_mode) == kind
}

#[cfg(test)]
mod tests;
