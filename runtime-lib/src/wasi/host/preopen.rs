//! The descriptors with which the guest starts: stdio, the preopened directories, the inherited descriptors.
//!
//! They come from the policy that was built into the executable and, if [`start_variables`] count, from the variable
//! `WASMC_DIR` of the host's environment, whose entries are those of `--dir`. Guest numbers 0 to 2 are stdio, then come
//! the directories in order, then the inherited descriptors.
//!
//! What must not happen here: a start without one of the directories. The program would run with another file system
//! than the user asked for, so it ends instead.
//!
//! # Safety
//!
//! An inherited descriptor becomes an `OwnedFd`. It is checked to be open, it is not one of 0 to 2, and no number is
//! taken twice, so nothing else in the process owns it.
//!
//! The path of a directory becomes a `CStr` after a check that it has no zero.

use alloc::vec::Vec;
use core::ffi::CStr;

use rustix::fd::{BorrowedFd, FromRawFd, OwnedFd};
use rustix::fs::{CWD, FileType, Mode, OFlags};
use rustix::io::Errno;
use rustix::net::SocketType;
use rustix::net::sockopt::socket_type;
use wasmc_abi::policy::entry::DirectoryEntry;
use wasmc_abi::policy::{self, Record};

use super::descriptor::{Descriptor, Flags, HostFd, Kind, OpenMode, Socket};
use super::fd_table::FdTable;
use super::{start_variables, stdio};
use crate::diagnostic::{self, Message};
use crate::program;

/// Fills the table of a program that starts.
pub fn fill(table: &mut FdTable) {
    add_standard_streams(table);
    // Taken over before anything is opened: otherwise a number that is closed at start could become that of a
    // directory.
    let inherited = take_inherited();
    for record in policy::records(program::policy()) {
        if let Record::Preopen { host, guest, access } = record {
            add_directory(table, &DirectoryEntry { host, guest, access });
        }
    }
    for preopen in start_variables::directories() {
        add_directory(table, &preopen);
    }
    for (number, descriptor) in inherited {
        if table.insert(descriptor).is_err() {
            fail_to_inherit(number, Errno::MFILE);
        }
    }
}

fn add_standard_streams(table: &mut FdTable) {
    for (number, open) in (0u8..).zip(stdio::repair()) {
        let added = if open {
            let mode = OpenMode { read: number == 0, write: number != 0 };
            let stream = Descriptor::new(HostFd::Standard(number), Kind::Standard, mode, Flags::default());
            table.insert(stream).map(|_| ())
        } else {
            table.block_number()
        };
        debug_assert!(added.is_ok(), "an empty table has room");
    }
}

fn add_directory(table: &mut FdTable, preopen: &DirectoryEntry<'static>) {
    let fd = match open_directory(preopen.host) {
        Ok(fd) => fd,
        Err(error) => fail(preopen.host, error),
    };
    let mode = OpenMode { read: true, write: false };
    let mut directory = Descriptor::new(HostFd::Owned(fd), Kind::Directory, mode, Flags::default());
    directory.read_only = preopen.access == policy::Access::ReadOnly;
    directory.preopen = Some(preopen.guest);
    if table.insert(directory).is_err() {
        fail(preopen.host, Errno::MFILE);
    }
}

/// Opens a directory by the name that the *user* gave; names from the guest go through `sandbox.rs`.
#[allow(clippy::manual_contains, reason = "`contains` searches words: 300 bytes of code for short paths")]
fn open_directory(host: &[u8]) -> Result<OwnedFd, Errno> {
    // A search for the zero in place of `CStr::from_bytes_with_nul`, which every program would have for this one call.
    if host.iter().any(|byte| *byte == 0) {
        return Err(Errno::INVAL);
    }
    let mut path = Vec::new();
    path.try_reserve(host.len() + 1).map_err(|_| Errno::NOMEM)?;
    path.extend_from_slice(host);
    path.extend_from_slice(&[0]);
    // SAFETY: the only zero is the one that the line above adds at the end; the check at the top excludes others.
    let path = unsafe { CStr::from_bytes_with_nul_unchecked(&path) };
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    rustix::io::retry_on_intr(|| rustix::fs::openat(CWD, path, flags, Mode::empty()))
}

fn fail(host: &[u8], error: Errno) -> ! {
    let mut message = Message::new();
    message.text("wasmc: cannot open the preopened directory '").escaped(host).text("'");
    diagnostic::fail_to_start(&mut message, error, hint(host, error))
}

/// What a user can do about a directory that cannot be opened.
#[allow(clippy::manual_contains, reason = "`contains` searches words: 300 bytes of code for short paths")]
fn hint(host: &[u8], error: Errno) -> &'static str {
    match error {
        // As other tools write it: HOST:GUEST.
        Errno::NOENT if host.iter().any(|byte| *byte == b':') => {
            "between a directory and the guest's name for it are two colons: HOST::GUEST"
        }
        Errno::NOENT => "the program was built with this --dir, or WASMC_DIR names it; create the directory",
        Errno::NOTDIR => "a file cannot be given to a program; give it the directory that holds the file",
        Errno::MFILE | Errno::NFILE => "each preopened directory is an open file; raise 'ulimit -n'",
        _ => "the program was built with this --dir, or WASMC_DIR names it; allow this user to open the directory",
    }
}

/// The inherited descriptors, in order.
fn take_inherited() -> Vec<(u32, Descriptor)> {
    let mut taken: Vec<(u32, Descriptor)> = Vec::new();
    for number in inherited() {
        // A number given twice would be owned twice.
        if taken.iter().any(|(earlier, _)| *earlier == number) {
            continue;
        }
        let room = taken.try_reserve(1).map_err(|_| Errno::NOMEM);
        match room.and_then(|()| inherit(number)) {
            Ok(descriptor) => taken.push((number, descriptor)),
            Err(error) => fail_to_inherit(number, error),
        }
    }
    taken
}

fn inherited() -> impl Iterator<Item = u32> {
    policy::records(program::policy()).filter_map(|record| match record {
        Record::InheritedDescriptor(number) => Some(number),
        _ => None,
    })
}

fn inherit(number: u32) -> Result<Descriptor, Errno> {
    let raw = i32::try_from(number).map_err(|_| Errno::BADF)?;
    // The guest has stdio already, under the same numbers.
    if raw <= 2 {
        return Err(Errno::INVAL);
    }
    // SAFETY: used for `fstat` only, which answers for any number whether it is open.
    let borrowed = unsafe { BorrowedFd::borrow_raw(raw) };
    let kind = match FileType::from_raw_mode(rustix::fs::fstat(borrowed)?.st_mode) {
        FileType::Directory => Kind::Directory,
        FileType::Socket if socket_type(borrowed)? == SocketType::STREAM => Kind::Socket(Socket::Stream),
        FileType::Socket => Kind::Socket(Socket::Datagram),
        other => Kind::File(other),
    };
    let status = rustix::fs::fcntl_getfl(borrowed)?;
    rustix::io::fcntl_setfd(borrowed, rustix::io::FdFlags::CLOEXEC)?;
    let direction = status & OFlags::RWMODE;
    let mode = OpenMode { read: direction != OFlags::WRONLY, write: direction != OFlags::RDONLY };
    // SAFETY: `fstat` has shown that it is open, and nothing else in the process owns it (see the module).
    let fd = unsafe { OwnedFd::from_raw_fd(raw) };
    Ok(Descriptor::new(HostFd::Owned(fd), kind, mode, flags(status)))
}

/// The flags of a descriptor that another process opened.
fn flags(status: OFlags) -> Flags {
    Flags {
        append: status.contains(OFlags::APPEND),
        nonblocking: status.contains(OFlags::NONBLOCK),
        sync_data: status.contains(OFlags::DSYNC),
        sync_file: status.contains(OFlags::SYNC),
        sync_reads: false,
    }
}

fn fail_to_inherit(number: u32, error: Errno) -> ! {
    let mut message = Message::new();
    message.text("wasmc: cannot inherit descriptor ").decimal(u64::from(number));
    diagnostic::fail_to_start(&mut message, error, "start the program with this descriptor open, for example `3<>file`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_policy_gives_stdio_only() {
        let mut table = FdTable::new();
        fill(&mut table);
        for number in 0..3 {
            let stream = table.get(number).expect("tests run with stdio");
            assert_eq!(stream.kind, Kind::Standard);
            assert_eq!(stream.mode.write, number != 0);
        }
        assert!(table.get(3).is_err());
    }

    #[test]
    fn hints_suit_the_error() {
        assert!(hint(b"a", Errno::NOENT).ends_with("create the directory"));
        assert!(hint(b"a:/b", Errno::NOENT).ends_with("HOST::GUEST"));
        assert!(hint(b"a:/b", Errno::MFILE).ends_with("'ulimit -n'"));
        assert!(hint(b"a", Errno::NOTDIR).contains("holds the file"));
        assert!(hint(b"a", Errno::ACCESS).contains("allow"));
    }

    #[test]
    fn a_directory_is_opened_and_marked() {
        let mut table = FdTable::new();
        add_directory(
            &mut table,
            &DirectoryEntry { host: b"/tmp", guest: b"/guest", access: policy::Access::ReadOnly },
        );
        let directory = table.get(0).expect("it was added");
        assert_eq!(
            (directory.kind, directory.preopen, directory.read_only),
            (Kind::Directory, Some(&b"/guest"[..]), true)
        );
        assert_eq!(open_directory(b"/tmp\0x").err(), Some(Errno::INVAL));
        assert_eq!(open_directory(b"/proc/version").err(), Some(Errno::NOTDIR));
    }
}
