//! WASI preview 1: one table of its functions, read by the compiler (which imports exist, and with which types) and by
//! the runtime's tests (every row is implemented). Order and types follow `wasi_snapshot_preview1.witx`.
//!
//! `wasi_unstable` (snapshot 0) has the same functions under another module name. A few of them have another layout
//! there: `fd_seek` numbers `whence` differently, and `filestat` and the subscription of `poll_oneoff` have other
//! fields. These link to symbols of their own ([`Function::unstable_symbol`]). A function must not be listed before the
//! runtime has it.

use crate::builtins::Type;

/// One WASI function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name in the import.
    pub name: &'static str,
    /// Its linker symbol in the runtime.
    pub symbol: &'static str,
    /// Its linker symbol under `wasi_unstable`; the same unless the layout differs there.
    pub unstable_symbol: &'static str,
    /// Its parameters; all pointers and sizes are `i32`.
    pub params: &'static [Type],
    /// `i32` (an errno) for all but `proc_exit`.
    pub result: Option<Type>,
}

impl Function {
    /// Whether it works on descriptors, which have to be open before it is called. The names tell: all others of
    /// preview 1 are about arguments, the environment, clocks, randomness and the process.
    pub fn uses_descriptors(&self) -> bool {
        ["fd_", "path_", "sock_", "poll_"].iter().any(|prefix| self.name.starts_with(prefix))
    }
}

/// The module name of preview 1.
pub const MODULE: &str = "wasi_snapshot_preview1";
/// The module name of snapshot 0.
pub const MODULE_UNSTABLE: &str = "wasi_unstable";

/// The module name of wasi-threads.
pub const MODULE_THREADS: &str = "wasi";
/// The only function of wasi-threads: `(start argument) -> thread id, or a negative number`.
pub const THREAD_SPAWN: Function = same("thread-spawn", "wasmc_wasi_thread_spawn", &[I32]);
/// The export that a new thread runs: `(thread id, start argument)`.
pub const THREAD_START_EXPORT: &str = "wasi_thread_start";

/// The function of this import, if WASI has it: its row and the symbol for this module name.
pub fn find(module: &str, name: &str) -> Option<(&'static Function, &'static str)> {
    if module == MODULE_THREADS && name == THREAD_SPAWN.name {
        return Some((&THREAD_SPAWN, THREAD_SPAWN.symbol));
    }
    let function = FUNCTIONS.iter().find(|function| function.name == name)?;
    match module {
        MODULE => Some((function, function.symbol)),
        MODULE_UNSTABLE => Some((function, function.unstable_symbol)),
        _ => None,
    }
}

/// A function that is the same in snapshot 0.
const fn same(name: &'static str, symbol: &'static str, params: &'static [Type]) -> Function {
    Function { name, symbol, unstable_symbol: symbol, params, result: Some(Type::I32) }
}

/// A function with another layout in snapshot 0, and so with another symbol.
const fn other(
    name: &'static str,
    symbol: &'static str,
    unstable_symbol: &'static str,
    params: &'static [Type],
) -> Function {
    Function { unstable_symbol, ..same(name, symbol, params) }
}

const I32: Type = Type::I32;
const I64: Type = Type::I64;

/// All functions of preview 1.
#[rustfmt::skip]
pub const FUNCTIONS: [Function; 46] = [
    same("args_get", "wasmc_wasi_args_get", &[I32, I32]),
    same("args_sizes_get", "wasmc_wasi_args_sizes_get", &[I32, I32]),
    same("environ_get", "wasmc_wasi_environ_get", &[I32, I32]),
    same("environ_sizes_get", "wasmc_wasi_environ_sizes_get", &[I32, I32]),
    same("clock_res_get", "wasmc_wasi_clock_res_get", &[I32, I32]),
    same("clock_time_get", "wasmc_wasi_clock_time_get", &[I32, I64, I32]),
    same("fd_advise", "wasmc_wasi_fd_advise", &[I32, I64, I64, I32]),
    same("fd_allocate", "wasmc_wasi_fd_allocate", &[I32, I64, I64]),
    same("fd_close", "wasmc_wasi_fd_close", &[I32]),
    same("fd_datasync", "wasmc_wasi_fd_datasync", &[I32]),
    same("fd_fdstat_get", "wasmc_wasi_fd_fdstat_get", &[I32, I32]),
    same("fd_fdstat_set_flags", "wasmc_wasi_fd_fdstat_set_flags", &[I32, I32]),
    same("fd_fdstat_set_rights", "wasmc_wasi_fd_fdstat_set_rights", &[I32, I64, I64]),
    other("fd_filestat_get", "wasmc_wasi_fd_filestat_get", "wasmc_wasi_unstable_fd_filestat_get", &[I32, I32]),
    same("fd_filestat_set_size", "wasmc_wasi_fd_filestat_set_size", &[I32, I64]),
    same("fd_filestat_set_times", "wasmc_wasi_fd_filestat_set_times", &[I32, I64, I64, I32]),
    same("fd_pread", "wasmc_wasi_fd_pread", &[I32, I32, I32, I64, I32]),
    same("fd_prestat_get", "wasmc_wasi_fd_prestat_get", &[I32, I32]),
    same("fd_prestat_dir_name", "wasmc_wasi_fd_prestat_dir_name", &[I32, I32, I32]),
    same("fd_pwrite", "wasmc_wasi_fd_pwrite", &[I32, I32, I32, I64, I32]),
    same("fd_read", "wasmc_wasi_fd_read", &[I32, I32, I32, I32]),
    same("fd_readdir", "wasmc_wasi_fd_readdir", &[I32, I32, I32, I64, I32]),
    same("fd_renumber", "wasmc_wasi_fd_renumber", &[I32, I32]),
    other("fd_seek", "wasmc_wasi_fd_seek", "wasmc_wasi_unstable_fd_seek", &[I32, I64, I32, I32]),
    same("fd_sync", "wasmc_wasi_fd_sync", &[I32]),
    same("fd_tell", "wasmc_wasi_fd_tell", &[I32, I32]),
    same("fd_write", "wasmc_wasi_fd_write", &[I32, I32, I32, I32]),
    same("path_create_directory", "wasmc_wasi_path_create_directory", &[I32, I32, I32]),
    other("path_filestat_get", "wasmc_wasi_path_filestat_get", "wasmc_wasi_unstable_path_filestat_get", &[I32; 5]),
    same("path_filestat_set_times", "wasmc_wasi_path_filestat_set_times", &[I32, I32, I32, I32, I64, I64, I32]),
    same("path_link", "wasmc_wasi_path_link", &[I32, I32, I32, I32, I32, I32, I32]),
    same("path_open", "wasmc_wasi_path_open", &[I32, I32, I32, I32, I32, I64, I64, I32, I32]),
    same("path_readlink", "wasmc_wasi_path_readlink", &[I32, I32, I32, I32, I32, I32]),
    same("path_remove_directory", "wasmc_wasi_path_remove_directory", &[I32, I32, I32]),
    same("path_rename", "wasmc_wasi_path_rename", &[I32, I32, I32, I32, I32, I32]),
    same("path_symlink", "wasmc_wasi_path_symlink", &[I32, I32, I32, I32, I32]),
    same("path_unlink_file", "wasmc_wasi_path_unlink_file", &[I32, I32, I32]),
    other("poll_oneoff", "wasmc_wasi_poll_oneoff", "wasmc_wasi_unstable_poll_oneoff", &[I32, I32, I32, I32]),
    Function { result: None, ..same("proc_exit", "wasmc_wasi_proc_exit", &[I32]) },
    same("proc_raise", "wasmc_wasi_proc_raise", &[I32]),
    same("sched_yield", "wasmc_wasi_sched_yield", &[]),
    same("random_get", "wasmc_wasi_random_get", &[I32, I32]),
    same("sock_accept", "wasmc_wasi_sock_accept", &[I32, I32, I32]),
    same("sock_recv", "wasmc_wasi_sock_recv", &[I32, I32, I32, I32, I32, I32]),
    same("sock_send", "wasmc_wasi_sock_send", &[I32, I32, I32, I32, I32]),
    same("sock_shutdown", "wasmc_wasi_sock_shutdown", &[I32, I32]),
];
