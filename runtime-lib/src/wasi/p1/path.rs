//! `path_open`: files by name.
//!
//! An open depends on rights, flags and the file system together, so it is a numbered recipe (`open`). Two host flags
//! are always set: `O_NONBLOCK`, because otherwise the open of a FIFO would wait for its other end (it is removed again
//! where it would change reads and writes), and `O_NOCTTY`, because an opened terminal must not become the process's
//! controlling one.
//!
//! What must not happen here: an open that creates or truncates before all of step 1 has passed.

use rustix::fd::{AsFd, OwnedFd};
use rustix::fs::{FileType, Mode, OFlags as HostFlags};

use super::errno::{Errno, status};
use super::flags::{FdFlags, LookupFlags, OFlags};
use super::guest_address;
use super::rights::Rights;
use crate::sys::files;
use crate::wasi::host::descriptor::{Descriptor, HostFd, Kind, OpenMode};
use crate::wasi::host::process_table;
use crate::wasi::host::sandbox::{self, GuestPath};

/// `path_open(fd, dirflags, path, oflags, fs_rights_base, fs_rights_inheriting, fdflags) -> fd`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_open(
    fd: u32,
    dirflags: u32,
    path: u32,
    path_len: u32,
    oflags: u32,
    fs_rights_base: u64,
    _fs_rights_inheriting: u64,
    fdflags: u32,
    opened_fd: u32,
) -> u32 {
    let request = OpenRequest::decode(dirflags, oflags, fs_rights_base, fdflags);
    status(request.and_then(|request| path_open(fd, &request, (path, path_len), opened_fd)))
}

/// The guest's request: how a file is to be opened.
struct OpenRequest {
    lookup: LookupFlags,
    open: OFlags,
    mode: OpenMode,
    flags: FdFlags,
    /// The rights asked for, of which only those to read and to write count.
    rights: Rights,
}

impl OpenRequest {
    /// Of the rights, only those to read and to write count (see `rights.rs`). A guest that asks for neither can read.
    fn decode(dirflags: u32, oflags: u32, rights: u64, fdflags: u32) -> Result<OpenRequest, Errno> {
        // Older libraries set bits that are not rights; those are dropped here instead of being `inval`.
        let counted = Rights::FD_READ.with(Rights::FD_WRITE);
        let rights = Rights::from_guest(rights & counted.bits())?;
        let write = rights.contains(Rights::FD_WRITE);
        Ok(OpenRequest {
            lookup: LookupFlags::from_guest(dirflags)?,
            open: OFlags::from_guest(oflags)?,
            mode: OpenMode { read: rights.contains(Rights::FD_READ) || !write, write },
            flags: FdFlags::from_guest(fdflags)?,
            rights,
        })
    }

    /// Whether it can change the file or its directory.
    fn changes_something(&self) -> bool {
        self.mode.write || self.open.intersects(OFlags::CREAT.union(OFlags::TRUNC))
    }

    /// The request as flags of the host.
    fn host_flags(&self) -> HostFlags {
        let mut flags = match self.mode {
            OpenMode { read: true, write: true } => HostFlags::RDWR,
            OpenMode { write: true, .. } => HostFlags::WRONLY,
            OpenMode { .. } => HostFlags::RDONLY,
        };
        flags |= HostFlags::NONBLOCK | HostFlags::NOCTTY;
        flags.set(HostFlags::CREATE, self.open.contains(OFlags::CREAT));
        flags.set(HostFlags::EXCL, self.open.contains(OFlags::CREAT.union(OFlags::EXCL)));
        flags.set(HostFlags::TRUNC, self.open.contains(OFlags::TRUNC));
        flags.set(HostFlags::DIRECTORY, self.open.contains(OFlags::DIRECTORY));
        flags.set(HostFlags::APPEND, self.flags.contains(FdFlags::APPEND));
        // On hosts O_RSYNC is O_SYNC, which does more than was asked for.
        flags.set(HostFlags::DSYNC, self.flags.contains(FdFlags::DSYNC));
        if self.flags.intersects(FdFlags::SYNC.union(FdFlags::RSYNC)) {
            flags |= HostFlags::SYNC;
        }
        flags
    }
}

fn path_open(fd: u32, request: &OpenRequest, (path, path_len): (u32, u32), opened_fd: u32) -> Result<(), Errno> {
    let result = guest_address(opened_fd).range(4)?;
    let path = GuestPath::copy_in(guest_address(path), path_len)?;
    let number = process_table::with(|table| {
        let opened = open(table.get(fd)?, request, &path)?;
        Ok::<_, Errno>(table.insert(opened)?)
    })?;
    result.copy_from(&number.to_le_bytes());
    Ok(())
}

fn open(directory: &Descriptor, request: &OpenRequest, path: &GuestPath) -> Result<Descriptor, Errno> {
    // 1. May the guest ask for this at all?
    directory.require_directory(Rights::PATH_OPEN)?;
    if request.open.contains(OFlags::CREAT) {
        directory.require(Rights::PATH_CREATE_FILE)?;
    }
    if !directory.inheriting().contains(request.rights) {
        return Err(Errno::Notcapable);
    }
    let files_only = OFlags::CREAT.union(OFlags::EXCL).union(OFlags::TRUNC);
    if request.open.contains(OFlags::DIRECTORY) && request.open.intersects(files_only) {
        return Err(Errno::Inval);
    }
    if request.changes_something() {
        directory.require_writable_tree()?;
    }

    // 2. Open it.
    let follow = request.lookup.contains(LookupFlags::SYMLINK_FOLLOW).into();
    let mode = if request.open.contains(OFlags::CREAT) { Mode::from_raw_mode(0o666) } else { Mode::empty() };
    let host = sandbox::open(directory.host.as_fd(), path, follow, request.host_flags(), mode)?;

    // 3. What is it?
    let stat = rustix::fs::fstat(&host)?;
    if request.mode.write && stat.st_size == 0 && files::is_of_the_process(host.as_fd())? {
        // A write to /proc/self/mem would bypass every bounds check.
        return Err(Errno::Perm);
    }
    let kind = match FileType::from_raw_mode(stat.st_mode) {
        FileType::Directory => Kind::Directory,
        other => Kind::File(other),
    };
    let may_block = !matches!(kind, Kind::Directory | Kind::File(FileType::RegularFile));
    if may_block && !request.flags.contains(FdFlags::NONBLOCK) {
        make_blocking(&host)?;
    }

    // 4. Restrictions that come from the directory.
    let mut opened = Descriptor::new(HostFd::Owned(host), kind, request.mode, request.flags.into());
    opened.restrict_to(directory.inheriting());
    opened.read_only = directory.read_only;
    Ok(opened)
}

/// Undoes the `O_NONBLOCK` of the open.
fn make_blocking(host: &OwnedFd) -> Result<(), Errno> {
    let flags = rustix::fs::fcntl_getfl(host)?;
    Ok(rustix::fs::fcntl_setfl(host, flags - HostFlags::NONBLOCK)?)
}
