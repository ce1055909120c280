//! Tests of the list of functions, and of the functions as a guest calls them: numbers in, an errno out, the rest in
//! guest memory.

use std::collections::BTreeMap;
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use tempfile::TempDir;
use wasmc_abi::builtins::Type;
use wasmc_abi::wasi::FUNCTIONS;

use super::errno::Errno;
use super::*;
use crate::memory::guest::test_memory::{self, get, get_u32, get_u64, put};
use crate::wasi::host::descriptor::{Descriptor, Flags, HostFd, Kind, OpenMode, Socket};
use crate::wasi::host::process_table;

/// A parameter's type, as `wasmc-abi` writes it.
trait Value {
    const TYPE: Type;
}

impl Value for u32 {
    const TYPE: Type = Type::I32;
}

impl Value for u64 {
    const TYPE: Type = Type::I64;
}

/// A function's type, as `wasmc-abi` writes it.
trait Signature {
    fn types(self) -> (Vec<Type>, Option<Type>);
}

macro_rules! signatures {
    ($(($($parameter:ident)*))*) => {
        $(impl<$($parameter: Value),*> Signature for extern "C" fn($($parameter),*) -> u32 {
            fn types(self) -> (Vec<Type>, Option<Type>) {
                (vec![$($parameter::TYPE),*], Some(Type::I32))
            }
        })*
    };
}

signatures! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H I) }

impl Signature for extern "C" fn(u32) -> ! {
    fn types(self) -> (Vec<Type>, Option<Type>) {
        (vec![Type::I32], None)
    }
}

/// `rows! { module::function(_, _), … }`: name and type of each function.
macro_rules! rows {
    ($($module:ident::$function:ident($($parameter:tt)*),)*) => {
        BTreeMap::from([$((
            stringify!($function),
            ($module::$function as extern "C" fn($($parameter)*) -> _).types(),
        )),*])
    };
}

#[test]
fn every_function_is_implemented_with_its_types() {
    let implemented = rows! {
        args::wasmc_wasi_args_get(_, _),
        args::wasmc_wasi_args_sizes_get(_, _),
        clock::wasmc_wasi_clock_res_get(_, _),
        clock::wasmc_wasi_clock_time_get(_, _, _),
        environ::wasmc_wasi_environ_get(_, _),
        environ::wasmc_wasi_environ_sizes_get(_, _),
        fd::wasmc_wasi_fd_close(_),
        fd::wasmc_wasi_fd_fdstat_get(_, _),
        fd::wasmc_wasi_fd_fdstat_set_flags(_, _),
        fd::wasmc_wasi_fd_fdstat_set_rights(_, _, _),
        fd::wasmc_wasi_fd_prestat_dir_name(_, _, _),
        fd::wasmc_wasi_fd_prestat_get(_, _),
        fd::wasmc_wasi_fd_renumber(_, _),
        file::wasmc_wasi_fd_advise(_, _, _, _),
        file::wasmc_wasi_fd_allocate(_, _, _),
        file::wasmc_wasi_fd_datasync(_),
        file::wasmc_wasi_fd_sync(_),
        filestat::wasmc_wasi_fd_filestat_get(_, _),
        filestat::wasmc_wasi_fd_filestat_set_size(_, _),
        filestat::wasmc_wasi_fd_filestat_set_times(_, _, _, _),
        filestat::wasmc_wasi_path_filestat_get(_, _, _, _, _),
        filestat::wasmc_wasi_path_filestat_set_times(_, _, _, _, _, _, _),
        io::wasmc_wasi_fd_pread(_, _, _, _, _),
        io::wasmc_wasi_fd_pwrite(_, _, _, _, _),
        io::wasmc_wasi_fd_read(_, _, _, _),
        io::wasmc_wasi_fd_seek(_, _, _, _),
        io::wasmc_wasi_fd_tell(_, _),
        io::wasmc_wasi_fd_write(_, _, _, _),
        path::wasmc_wasi_path_open(_, _, _, _, _, _, _, _, _),
        path_change::wasmc_wasi_path_create_directory(_, _, _),
        path_change::wasmc_wasi_path_link(_, _, _, _, _, _, _),
        path_change::wasmc_wasi_path_readlink(_, _, _, _, _, _),
        path_change::wasmc_wasi_path_remove_directory(_, _, _),
        path_change::wasmc_wasi_path_rename(_, _, _, _, _, _),
        path_change::wasmc_wasi_path_symlink(_, _, _, _, _),
        path_change::wasmc_wasi_path_unlink_file(_, _, _),
        poll::wasmc_wasi_poll_oneoff(_, _, _, _),
        proc::wasmc_wasi_proc_exit(_),
        proc::wasmc_wasi_proc_raise(_),
        proc::wasmc_wasi_sched_yield(),
        random::wasmc_wasi_random_get(_, _),
        readdir::wasmc_wasi_fd_readdir(_, _, _, _, _),
        sock::wasmc_wasi_sock_accept(_, _, _),
        sock::wasmc_wasi_sock_recv(_, _, _, _, _, _),
        sock::wasmc_wasi_sock_send(_, _, _, _, _),
        sock::wasmc_wasi_sock_shutdown(_, _),
        unstable::wasmc_wasi_unstable_fd_filestat_get(_, _),
        unstable::wasmc_wasi_unstable_fd_seek(_, _, _, _),
        unstable::wasmc_wasi_unstable_path_filestat_get(_, _, _, _, _),
        unstable::wasmc_wasi_unstable_poll_oneoff(_, _, _, _),
    };
    let mut named = BTreeMap::new();
    for function in FUNCTIONS {
        named.insert(function.symbol, (function.params.to_vec(), function.result));
        named.insert(function.unstable_symbol, (function.params.to_vec(), function.result));
    }
    assert_eq!(implemented, named);
}

/// The files of functions that need no descriptors, with their sources.
const WITHOUT_DESCRIPTORS: [(&str, &str); 5] = [
    ("args", include_str!("args.rs")),
    ("environ", include_str!("environ.rs")),
    ("clock", include_str!("clock.rs")),
    ("random", include_str!("random.rs")),
    ("proc", include_str!("proc.rs")),
];

/// The compiler opens descriptors at start only for functions that need them.
#[test]
fn the_functions_that_use_descriptors_are_known() {
    for (file, source) in WITHOUT_DESCRIPTORS {
        assert!(!source.contains(concat!("process", "_table")), "{file} uses descriptors");
    }
    for function in FUNCTIONS {
        let is_without =
            WITHOUT_DESCRIPTORS.iter().any(|(_, source)| source.contains(&format!("fn {}(", function.symbol)));
        assert_eq!(function.uses_descriptors(), !is_without, "{}", function.name);
    }
}

/// Where tests put paths, vectors, data and results.
const PATH: u32 = 0;
const OTHER_PATH: u32 = 4096;
const VECTORS: u32 = 8192;
const DATA: u32 = 16384;
const RESULT: u32 = 40000;

const READ: u64 = 1 << 1;
const WRITE: u64 = 1 << 6;
const CREAT: u32 = 1;
const DIRECTORY: u32 = 2;
const EXCL: u32 = 4;
const TRUNC: u32 = 8;

/// Gives the test memory and a preopened directory, which gets number 3.
fn guest(read_only: bool) -> TempDir {
    test_memory::install();
    let directory = tempfile::tempdir().expect("a temporary directory");
    add_directory(directory.path(), read_only);
    directory
}

fn add_directory(path: &Path, read_only: bool) -> u32 {
    let fd = rustix::fs::open(path, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).expect("it opens");
    let mode = OpenMode { read: true, write: false };
    let mut directory = Descriptor::new(HostFd::Owned(fd), Kind::Directory, mode, Flags::default());
    directory.preopen = Some(b"/guest");
    directory.read_only = read_only;
    process_table::with(|table| table.insert(directory)).expect("there is room")
}

fn put_path(at: u32, path: &str) -> (u32, u32) {
    put(at, path.as_bytes());
    (at, path.len() as u32)
}

fn open_at(directory: u32, path: &str, oflags: u32, rights: u64, fdflags: u32) -> Result<u32, u32> {
    let (path, length) = put_path(PATH, path);
    match super::path::wasmc_wasi_path_open(directory, 0, path, length, oflags, rights, 0, fdflags, RESULT) {
        0 => Ok(get_u32(RESULT)),
        errno => Err(errno),
    }
}

fn open(path: &str, oflags: u32, rights: u64) -> Result<u32, u32> {
    open_at(3, path, oflags, rights, 0)
}

fn vectors(entries: &[(u32, u32)]) -> u32 {
    for (index, (buffer, length)) in entries.iter().enumerate() {
        put(VECTORS + index as u32 * 8, &buffer.to_le_bytes());
        put(VECTORS + index as u32 * 8 + 4, &length.to_le_bytes());
    }
    entries.len() as u32
}

fn write(fd: u32, text: &[u8]) -> Result<u32, u32> {
    put(DATA, text);
    let count = vectors(&[(DATA, text.len() as u32)]);
    match io::wasmc_wasi_fd_write(fd, VECTORS, count, RESULT) {
        0 => Ok(get_u32(RESULT)),
        errno => Err(errno),
    }
}

fn read(fd: u32, bytes: u32) -> Result<Vec<u8>, u32> {
    let count = vectors(&[(DATA, bytes)]);
    match io::wasmc_wasi_fd_read(fd, VECTORS, count, RESULT) {
        0 => Ok(get(DATA, get_u32(RESULT))),
        errno => Err(errno),
    }
}

fn seek(fd: u32, offset: i64, whence: u32) -> Result<u64, u32> {
    match io::wasmc_wasi_fd_seek(fd, offset.cast_unsigned(), whence, RESULT) {
        0 => Ok(get_u64(RESULT)),
        errno => Err(errno),
    }
}

fn errno(errno: Errno) -> Result<(), u32> {
    Err(errno as u32)
}

#[test]
fn reading_writing_and_seeking() {
    let _directory = guest(false);
    let fd = open("file", CREAT, READ | WRITE).expect("created");
    assert_eq!(fd, 4);
    assert_eq!(write(fd, b"hello world"), Ok(11));
    assert_eq!(seek(fd, -5, 1), Ok(6));
    assert_eq!(read(fd, 100), Ok(b"world".to_vec()));
    assert_eq!(read(fd, 100), Ok(Vec::new()));
    for (offset, whence) in [(-1, 0), (-12, 1), (-12, 2), (i64::MIN, 0), (0, 3)] {
        assert_eq!(seek(fd, offset, whence), Err(Errno::Inval as u32));
    }
    assert_eq!(seek(fd, i64::MAX, 1), Err(Errno::Overflow as u32).or(Err(Errno::Inval as u32)));
    assert_eq!(io::wasmc_wasi_fd_tell(fd, RESULT), 0);
    assert_eq!(get_u64(RESULT), 11);
    // pread and pwrite leave the offset alone.
    put(DATA, b"J");
    let count = vectors(&[(DATA, 1)]);
    assert_eq!(io::wasmc_wasi_fd_pwrite(fd, VECTORS, count, 0, RESULT), 0);
    assert_eq!(io::wasmc_wasi_fd_pread(fd, VECTORS, count, 1, RESULT), 0);
    assert_eq!(get(DATA, 1), b"e");
    assert_eq!(io::wasmc_wasi_fd_pread(fd, VECTORS, count, 1 << 63, RESULT), Errno::Inval as u32);
    assert_eq!(seek(fd, 0, 1), Ok(11));
    assert_eq!(seek(fd, 0, 0), Ok(0));
    assert_eq!(read(fd, 5), Ok(b"Jello".to_vec()));
    assert_eq!(fd::wasmc_wasi_fd_close(fd), 0);
    assert_eq!(fd::wasmc_wasi_fd_close(fd), Errno::Badf as u32);
    assert_eq!(read(fd, 1), Err(Errno::Badf as u32));
}

#[test]
fn access_modes_and_append() {
    let _directory = guest(false);
    let fd = open("file", CREAT, WRITE).expect("created");
    assert_eq!(write(fd, b"12345"), Ok(5));
    assert_eq!(read(fd, 1), Err(Errno::Badf as u32));
    let reader = open("file", 0, READ).expect("opened");
    assert_eq!(write(reader, b"x"), Err(Errno::Badf as u32));
    assert_eq!(write(reader, b""), Err(Errno::Badf as u32));
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_size(reader, 1), Errno::Inval as u32);
    let appender = open_at(3, "file", 0, WRITE, 1).expect("opened");
    assert_eq!(seek(appender, 0, 0), Ok(0));
    assert_eq!(write(appender, b"678"), Ok(3));
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_flags(appender, 0), 0);
    assert_eq!(seek(appender, 0, 0), Ok(0));
    assert_eq!(write(appender, b"a"), Ok(1));
    assert_eq!(read(reader, 100), Ok(b"a2345678".to_vec()));
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_flags(appender, 16), Errno::Inval as u32);
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_flags(appender, 32), Errno::Inval as u32);
    let synchronous = open_at(3, "file", 0, WRITE, 16).expect("opened");
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_flags(synchronous, 16 | 4), 0);
}

#[test]
fn vectors_are_checked_before_anything_moves() {
    let _directory = guest(false);
    let fd = open("file", CREAT, READ | WRITE).expect("created");
    put(DATA, b"abcdef");
    for (entries, expected) in
        [(vec![(DATA, 6), (65530, 7)], Errno::Fault), (vec![(DATA, 6), (DATA, u32::MAX)], Errno::Fault)]
    {
        let count = vectors(&entries);
        assert_eq!(io::wasmc_wasi_fd_write(fd, VECTORS, count, RESULT), expected as u32);
    }
    assert_eq!(io::wasmc_wasi_fd_write(fd, 65529, 1, RESULT), Errno::Fault as u32);
    assert_eq!(io::wasmc_wasi_fd_write(fd, VECTORS, u32::MAX, RESULT), Errno::Fault as u32);
    let count = vectors(&[(DATA, 6)]);
    assert_eq!(io::wasmc_wasi_fd_write(fd, VECTORS, count, 65533), Errno::Fault as u32);
    assert_eq!(seek(fd, 0, 2), Ok(0));
    // Many vectors, most of them empty, arrive whole and in order.
    let entries: Vec<_> = (0..900).map(|index| (DATA + index % 6, u32::from(index % 3 != 0))).collect();
    let count = vectors(&entries);
    assert_eq!(io::wasmc_wasi_fd_write(fd, VECTORS, count, RESULT), 0);
    assert_eq!(get_u32(RESULT), 600);
    assert_eq!(seek(fd, 0, 0), Ok(0));
    assert_eq!(read(fd, 8), Ok(b"bcefbcef".to_vec()));
    // A read into its own table of vectors uses the table as it was.
    assert_eq!(seek(fd, 0, 0), Ok(0));
    let count = vectors(&[(VECTORS, 8), (DATA, 2)]);
    assert_eq!(io::wasmc_wasi_fd_read(fd, VECTORS, count, RESULT), 0);
    assert_eq!((get_u32(RESULT), get(DATA, 2)), (10, b"bc".to_vec()));
}

#[test]
fn opening() {
    let directory = guest(false);
    std::fs::create_dir(directory.path().join("dir")).expect("made");
    std::fs::write(directory.path().join("file"), "contents").expect("written");
    assert_eq!(open("missing", 0, READ).map(|_| ()), errno(Errno::Noent));
    assert_eq!(open("file", CREAT | EXCL, READ).map(|_| ()), errno(Errno::Exist));
    assert_eq!(open("file", DIRECTORY, READ).map(|_| ()), errno(Errno::Notdir));
    assert_eq!(open("file/", 0, READ).map(|_| ()), errno(Errno::Notdir));
    assert_eq!(open("dir", DIRECTORY, READ | WRITE).map(|_| ()), errno(Errno::Isdir));
    assert_eq!(open("new/", CREAT, READ).map(|_| ()), errno(Errno::Isdir));
    assert_eq!(open("dir", DIRECTORY | CREAT, READ).map(|_| ()), errno(Errno::Inval));
    assert_eq!(open("dir", 16, READ).map(|_| ()), errno(Errno::Inval));
    assert_eq!(open("/file", 0, READ).map(|_| ()), errno(Errno::Perm));
    assert_eq!(open("../file", 0, READ).map(|_| ()), errno(Errno::Perm));
    assert_eq!(open("", 0, READ).map(|_| ()), errno(Errno::Noent));
    assert_eq!(open_at(1, "file", 0, READ, 0).map(|_| ()), errno(Errno::Badf));
    let file = open("file", 0, 0).expect("opened");
    assert_eq!(open_at(file, "x", 0, READ, 0).map(|_| ()), errno(Errno::Notdir));
    assert_eq!(read(file, 100), Ok(b"contents".to_vec()));
    let truncated = open("file", TRUNC, READ | WRITE).expect("opened");
    assert_eq!(read(truncated, 100), Ok(Vec::new()));
    let subdirectory = open("dir///", 0, 0).expect("opened");
    let created = open_at(subdirectory, "created", CREAT, WRITE, 0).expect("created");
    assert_eq!(write(created, b"x"), Ok(1));
    assert!(directory.path().join("dir/created").exists());
    for path in ["dir/.././file", "dir/../dir/.."] {
        open(path, 0, READ).expect("inside");
    }
}

#[test]
fn a_fifo_does_not_hang() {
    let directory = guest(false);
    let path = directory.path().join("fifo");
    let mode = Mode::from_raw_mode(0o600);
    rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, mode, 0).expect("made");
    let reader = open("fifo", 0, READ).expect("opened without a writer");
    assert_eq!(read(reader, 1), Ok(Vec::new()));
    let writer = open("fifo", 0, WRITE).expect("opened");
    assert_eq!(write(writer, b"ab"), Ok(2));
    assert_eq!(read(reader, 10), Ok(b"ab".to_vec()));
    assert_eq!(seek(reader, 0, 1), Err(Errno::Spipe as u32));
    let impatient = open_at(3, "fifo", 0, READ, 4).expect("opened");
    assert_eq!(read(impatient, 1), Err(Errno::Again as u32));
}

#[test]
fn a_guest_does_not_write_to_its_process() {
    test_memory::install();
    let proc = add_directory(Path::new("/proc"), false);
    for file in ["self/mem", "self/comm", "self/oom_score_adj"] {
        assert_eq!(open_at(proc, file, 0, READ | WRITE, 0), Err(Errno::Perm as u32), "{file}");
    }
    let version = open_at(proc, "version", 0, READ, 0).expect("opened");
    assert_eq!(read(version, 5), Ok(b"Linux".to_vec()));
}

#[test]
fn a_read_only_directory_stays_as_it_is() {
    let directory = guest(true);
    std::fs::write(directory.path().join("file"), "contents").expect("written");
    std::fs::create_dir(directory.path().join("dir")).expect("made");
    let writable = tempfile::tempdir().expect("a temporary directory");
    let other = add_directory(writable.path(), false);
    std::fs::write(writable.path().join("own"), "own").expect("written");
    let perm = Errno::Perm as u32;
    let path = |path| put_path(PATH, path);
    let (file, length) = path("file");
    assert_eq!(open("file", 0, WRITE), Err(perm));
    assert_eq!(open("file", TRUNC, READ), Err(perm));
    assert_eq!(open("new", CREAT, READ), Err(perm));
    assert_eq!(path_change::wasmc_wasi_path_unlink_file(3, file, length), perm);
    assert_eq!(filestat::wasmc_wasi_path_filestat_set_times(3, 0, file, length, 0, 0, 2), perm);
    let (target, target_length) = put_path(OTHER_PATH, "alias");
    let (file, length) = path("file");
    assert_eq!(path_change::wasmc_wasi_path_rename(3, file, length, other, target, target_length), perm);
    assert_eq!(path_change::wasmc_wasi_path_link(3, 0, file, length, other, target, target_length), perm);
    assert_eq!(path_change::wasmc_wasi_path_symlink(file, length, 3, target, target_length), perm);
    let (own, length) = path("own");
    assert_eq!(path_change::wasmc_wasi_path_rename(other, own, length, 3, target, target_length), perm);
    assert_eq!(path_change::wasmc_wasi_path_link(other, 0, own, length, 3, target, target_length), perm);
    let (dir, length) = path("dir");
    assert_eq!(path_change::wasmc_wasi_path_remove_directory(3, dir, length), perm);
    let (new, length) = path("new");
    assert_eq!(path_change::wasmc_wasi_path_create_directory(3, new, length), perm);
    // What is opened below is as read-only as the directory.
    let below = open("dir", DIRECTORY, READ).expect("opened");
    assert_eq!(open_at(below, "new", CREAT, READ, 0), Err(perm));
    let opened = open("file", 0, READ).expect("opened");
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_size(opened, 0), perm);
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_times(opened, 0, 0, 2), perm);
    assert_eq!(file::wasmc_wasi_fd_allocate(opened, 0, 1), perm);
    assert_eq!(read(opened, 100), Ok(b"contents".to_vec()));
    assert_eq!(std::fs::read_dir(directory.path()).expect("readable").count(), 2);
    assert_eq!(std::fs::read_dir(writable.path()).expect("readable").count(), 1);
}

#[test]
fn directories_are_not_files() {
    let _directory = guest(false);
    let badf = Errno::Badf as u32;
    assert_eq!(read(3, 1), Err(badf));
    assert_eq!(write(3, b"x"), Err(badf));
    assert_eq!(seek(3, 0, 1), Err(badf));
    assert_eq!(io::wasmc_wasi_fd_tell(3, RESULT), badf);
    assert_eq!(file::wasmc_wasi_fd_advise(3, 0, 0, 4), badf);
    assert_eq!(file::wasmc_wasi_fd_allocate(3, 0, 0), badf);
    assert_eq!(file::wasmc_wasi_fd_sync(3), badf);
    assert_eq!(file::wasmc_wasi_fd_datasync(3), badf);
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_flags(3, 4), badf);
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_size(3, 0), badf);
    assert_eq!(filestat::wasmc_wasi_fd_filestat_get(3, RESULT), 0);
    assert_eq!(get(RESULT + 16, 1), [3]);
}

#[test]
fn preopened_directories_are_found_by_scanning() {
    let _directory = guest(false);
    assert_eq!(fd::wasmc_wasi_fd_prestat_get(3, RESULT), 0);
    assert_eq!((get_u32(RESULT), get_u32(RESULT + 4)), (0, 6));
    assert_eq!(fd::wasmc_wasi_fd_prestat_dir_name(3, DATA, 6), 0);
    assert_eq!(get(DATA, 6), b"/guest");
    assert_eq!(fd::wasmc_wasi_fd_prestat_dir_name(3, DATA, 5), Errno::Nametoolong as u32);
    assert_eq!(fd::wasmc_wasi_fd_prestat_dir_name(3, 65534, 6), Errno::Fault as u32);
    for number in [0, 1, 2, 4, u32::MAX] {
        assert_eq!(fd::wasmc_wasi_fd_prestat_get(number, RESULT), Errno::Badf as u32);
    }
    assert_eq!(fd::wasmc_wasi_fd_prestat_dir_name(1, DATA, 6), Errno::Notdir as u32);
}

#[test]
fn rights_can_only_be_given_up() {
    let _directory = guest(false);
    let fd = open("file", CREAT, READ | WRITE).expect("created");
    assert_eq!(fd::wasmc_wasi_fd_fdstat_get(fd, RESULT), 0);
    assert_eq!(get(RESULT, 1), [4]);
    let (base, inheriting) = (get_u64(RESULT + 8), get_u64(RESULT + 16));
    assert_eq!(base & (READ | WRITE), READ | WRITE);
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_rights(fd, base & !WRITE, inheriting), 0);
    assert_eq!(write(fd, b"x"), Err(Errno::Notcapable as u32));
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_rights(fd, base, inheriting), Errno::Notcapable as u32);
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_rights(fd, 1 << 40, 0), Errno::Inval as u32);
    let all = get_rights(3).1;
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_rights(3, get_rights(3).0, all & !WRITE), 0);
    assert_eq!(open("file", 0, READ | WRITE).map(|_| ()), errno(Errno::Notcapable));
    let child = open("file", 0, READ).expect("opened");
    assert_eq!(get_rights(child).0 & WRITE, 0);
}

fn get_rights(fd: u32) -> (u64, u64) {
    assert_eq!(fd::wasmc_wasi_fd_fdstat_get(fd, RESULT), 0);
    (get_u64(RESULT + 8), get_u64(RESULT + 16))
}

#[test]
fn times_and_sizes() {
    let directory = guest(false);
    let fd = open("file", CREAT, READ | WRITE).expect("created");
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_size(fd, 100), 0);
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_size(fd, u64::MAX), Errno::Inval as u32);
    assert_eq!(file::wasmc_wasi_fd_allocate(fd, 100, 28), 0);
    assert_eq!(file::wasmc_wasi_fd_allocate(fd, 0, 0), Errno::Inval as u32);
    assert_eq!(file::wasmc_wasi_fd_allocate(fd, 1, u64::MAX), Errno::Fbig as u32);
    assert_eq!(file::wasmc_wasi_fd_advise(fd, 0, 0, 3), 0);
    assert_eq!(file::wasmc_wasi_fd_advise(fd, 0, 0, 6), Errno::Inval as u32);
    assert_eq!(file::wasmc_wasi_fd_advise(fd, 1 << 63, 0, 3), Errno::Inval as u32);
    assert_eq!((file::wasmc_wasi_fd_sync(fd), file::wasmc_wasi_fd_datasync(fd)), (0, 0));
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_times(fd, 1_000_000_007, 2_000_000_009, 1 | 4), 0);
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_times(fd, 0, 0, 3), Errno::Inval as u32);
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_times(fd, 0, 0, 12), Errno::Inval as u32);
    assert_eq!(filestat::wasmc_wasi_fd_filestat_get(fd, RESULT), 0);
    assert_eq!(get_u64(RESULT + 32), 128);
    assert_eq!((get_u64(RESULT + 40), get_u64(RESULT + 48)), (1_000_000_007, 2_000_000_009));
    std::os::unix::fs::symlink("file", directory.path().join("link")).expect("made");
    for (flags, filetype) in [(0, 7), (1, 4)] {
        let (path, length) = put_path(PATH, "link");
        assert_eq!(filestat::wasmc_wasi_path_filestat_set_times(3, flags, path, length, 0, 5, 4), 0);
        assert_eq!(filestat::wasmc_wasi_path_filestat_get(3, flags, path, length, RESULT), 0);
        assert_eq!((get(RESULT + 16, 1), get_u64(RESULT + 48)), (vec![filetype], 5));
    }
    // A stream that is no file has none of this.
    let (reader, _writer) = rustix::pipe::pipe().expect("a pipe");
    let mode = OpenMode { read: true, write: false };
    let stream = Descriptor::new(HostFd::Owned(reader), Kind::Standard, mode, Flags::default());
    let stream = process_table::with(|table| table.insert(stream)).expect("there is room");
    assert_eq!(filestat::wasmc_wasi_fd_filestat_get(stream, RESULT), 0);
    assert_eq!((get_u64(RESULT + 32), get_u64(RESULT + 40)), (0, 0));
    assert_eq!(filestat::wasmc_wasi_fd_filestat_set_times(stream, 0, 0, 2), Errno::Badf as u32);
}

#[test]
fn a_directory_is_read_in_pieces_of_any_size() {
    let directory = guest(false);
    for number in 0..50 {
        std::fs::write(directory.path().join(format!("file{number}")), "").expect("written");
    }
    assert_eq!(readdir::wasmc_wasi_fd_readdir(3, DATA, 0, 0, RESULT), 0);
    assert_eq!(get_u32(RESULT), 0);
    for size in [32, 33, 60, 100, 4000] {
        let (mut names, mut cookie) = (Vec::new(), 0);
        loop {
            assert_eq!(readdir::wasmc_wasi_fd_readdir(3, DATA, size, cookie, RESULT), 0);
            let used = get_u32(RESULT);
            let mut at = 0;
            while at + 24 <= used {
                let length = get_u32(DATA + at + 16);
                if at + 24 + length > used {
                    break;
                }
                names.push(get(DATA + at + 24, length));
                cookie = get_u64(DATA + at);
                at += 24 + length;
            }
            if used < size {
                break;
            }
        }
        assert_eq!(names.len(), 52, "with {size} bytes");
        assert_eq!(names[..2], [b".".to_vec(), b"..".to_vec()]);
    }
    for cookie in [53, u64::MAX] {
        assert_eq!(readdir::wasmc_wasi_fd_readdir(3, DATA, 100, cookie, RESULT), 0);
        assert_eq!(get_u32(RESULT), 0);
    }
    let file = open("file1", 0, READ).expect("opened");
    assert_eq!(readdir::wasmc_wasi_fd_readdir(file, DATA, 100, 0, RESULT), Errno::Notdir as u32);
    assert_eq!(readdir::wasmc_wasi_fd_readdir(1, DATA, 100, 0, RESULT), Errno::Badf as u32);
}

#[test]
fn links() {
    let directory = guest(false);
    let path = |path| put_path(PATH, path);
    let (other, other_length) = put_path(OTHER_PATH, "link");
    let symlink = |target: &str, name: &str| {
        let (target, target_length) = put_path(PATH, target);
        let (name, length) = put_path(OTHER_PATH, name);
        path_change::wasmc_wasi_path_symlink(target, target_length, 3, name, length)
    };
    assert_eq!(symlink("target", "link"), 0);
    assert_eq!(symlink("target", "link"), Errno::Exist as u32);
    assert_eq!(symlink("target", "new/"), Errno::Noent as u32);
    assert_eq!(symlink("/etc", "absolute"), Errno::Perm as u32);
    assert_eq!(symlink("", "empty"), Errno::Noent as u32);
    put_path(OTHER_PATH, "link");
    for (size, expected) in [(10, &b"target"[..]), (4, b"targ"), (0, b"")] {
        assert_eq!(path_change::wasmc_wasi_path_readlink(3, other, other_length, DATA, size, RESULT), 0);
        assert_eq!(get(DATA, get_u32(RESULT)), expected);
    }
    std::os::unix::fs::symlink("/etc", directory.path().join("absolute")).expect("made");
    let (absolute, length) = path("absolute");
    let result = path_change::wasmc_wasi_path_readlink(3, absolute, length, DATA, 9, RESULT);
    assert_eq!(result, Errno::Perm as u32);
    std::fs::write(directory.path().join("file"), "").expect("written");
    let (file, length) = path("file");
    let (new, new_length) = put_path(OTHER_PATH, "hard");
    assert_eq!(path_change::wasmc_wasi_path_link(3, 0, file, length, 3, new, new_length), 0);
    assert_eq!(path_change::wasmc_wasi_path_link(3, 0, file, length, 3, new, new_length), Errno::Exist as u32);
    let (new, new_length) = put_path(OTHER_PATH, "followed");
    let (link, link_length) = put_path(PATH, "link");
    let result = path_change::wasmc_wasi_path_link(3, 1, link, link_length, 3, new, new_length);
    assert_eq!(result, Errno::Noent as u32);
    std::fs::write(directory.path().join("target"), "").expect("written");
    assert_eq!(path_change::wasmc_wasi_path_link(3, 1, link, link_length, 3, new, new_length), 0);
    assert!(directory.path().join("followed").symlink_metadata().expect("made").is_file());
    let (file, length) = put_path(PATH, "file");
    let (new, new_length) = put_path(OTHER_PATH, "slash/");
    assert_eq!(path_change::wasmc_wasi_path_link(3, 0, file, length, 3, new, new_length), Errno::Noent as u32);
}

#[test]
fn sockets() {
    use rustix::net::{AddressFamily, SocketFlags, SocketType, socketpair};
    test_memory::install();
    let pair = |kind| {
        let flags = SocketFlags::CLOEXEC;
        let (one, other) = socketpair(AddressFamily::UNIX, kind, flags, None).expect("a pair of sockets");
        [one, other].map(|fd| {
            let socket = if kind == SocketType::STREAM { Socket::Stream } else { Socket::Datagram };
            let mode = OpenMode { read: true, write: true };
            let socket = Descriptor::new(HostFd::Owned(fd), Kind::Socket(socket), mode, Flags::default());
            process_table::with(|table| table.insert(socket)).expect("there is room")
        })
    };
    let send = |fd, text: &[u8]| {
        put(DATA, text);
        let count = vectors(&[(DATA, text.len() as u32)]);
        sock::wasmc_wasi_sock_send(fd, VECTORS, count, 0, RESULT)
    };
    let receive = |fd, bytes, flags| {
        let count = vectors(&[(DATA, bytes)]);
        match sock::wasmc_wasi_sock_recv(fd, VECTORS, count, flags, RESULT, RESULT + 4) {
            0 => Ok((get(DATA, get_u32(RESULT)), get(RESULT + 4, 1)[0])),
            errno => Err(errno),
        }
    };
    let [one, other] = pair(SocketType::STREAM);
    assert_eq!(send(one, b"hello"), 0);
    assert_eq!(receive(other, 2, 1), Ok((b"he".to_vec(), 0)));
    assert_eq!(receive(other, 5, 2), Ok((b"hello".to_vec(), 0)));
    assert_eq!(write(one, b"by write"), Ok(8));
    assert_eq!(read(other, 100), Ok(b"by write".to_vec()));
    assert_eq!(fd::wasmc_wasi_fd_fdstat_set_flags(other, 4), 0);
    assert_eq!(receive(other, 5, 0), Err(Errno::Again as u32));
    assert_eq!(sock::wasmc_wasi_sock_shutdown(one, 0), Errno::Inval as u32);
    assert_eq!(sock::wasmc_wasi_sock_shutdown(one, 2), 0);
    assert_eq!(receive(other, 5, 0), Ok((Vec::new(), 0)));
    assert_eq!(send(one, b"x"), Errno::Pipe as u32);
    assert_eq!(sock::wasmc_wasi_sock_accept(one, 0, RESULT), Errno::Inval as u32);
    assert_eq!(sock::wasmc_wasi_sock_accept(one, 1, RESULT), Errno::Inval as u32);
    assert_eq!(seek(one, 0, 1), Err(Errno::Spipe as u32));
    let [one, other] = pair(SocketType::DGRAM);
    assert_eq!(send(one, b"datagram"), 0);
    assert_eq!(receive(other, 4, 0), Ok((b"data".to_vec(), 1)));
    assert_eq!(sock::wasmc_wasi_sock_recv(0, VECTORS, 1, 0, RESULT, RESULT + 4), Errno::Notsock as u32);
    assert_eq!(sock::wasmc_wasi_sock_send(0, VECTORS, 1, 0, RESULT), Errno::Notsock as u32);
    assert_eq!(sock::wasmc_wasi_sock_shutdown(0, 1), Errno::Notsock as u32);
    assert_eq!(sock::wasmc_wasi_sock_accept(77, 0, RESULT), Errno::Badf as u32);
}

#[test]
fn standard_streams_do_not_block_if_the_guest_says_so() {
    test_memory::install();
    let (reader, writer) = rustix::pipe::pipe().expect("a pipe");
    let mode = OpenMode { read: true, write: false };
    let mut stream = Descriptor::new(HostFd::Owned(reader), Kind::Standard, mode, Flags::default());
    stream.flags.nonblocking = true;
    let fd = process_table::with(|table| table.insert(stream)).expect("there is room");
    assert_eq!(read(fd, 1), Err(Errno::Again as u32));
    rustix::io::write(&writer, b"x").expect("room");
    assert_eq!(read(fd, 1), Ok(b"x".to_vec()));
    assert_eq!(seek(fd, 0, 1), Err(Errno::Spipe as u32));
}

#[test]
fn a_standard_stream_may_be_a_file() {
    let directory = guest(false);
    let path = directory.path().join("file");
    std::fs::write(&path, "text").expect("written");
    let host = rustix::fs::open(&path, OFlags::RDONLY, Mode::empty()).expect("it opens");
    let mode = OpenMode { read: true, write: false };
    let stream = Descriptor::new(HostFd::Owned(host), Kind::Standard, mode, Flags::default());
    let fd = process_table::with(|table| table.insert(stream)).expect("there is room");
    assert_eq!(filestat::wasmc_wasi_fd_filestat_get(fd, RESULT), 0);
    assert_eq!((get(RESULT + 16, 1), get_u64(RESULT + 32)), (vec![4], 4));
    assert_eq!(seek(fd, 2, 0), Ok(2));
    assert_eq!(read(fd, 9), Ok(b"xt".to_vec()));
    assert_eq!(write(fd, b"x"), Err(Errno::Badf as u32));
}
