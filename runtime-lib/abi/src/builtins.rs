//! The runtime functions that compiled code calls: one table, read by the translator and checked by the runtime.
//!
//! The compiler declares each function from its row, and the runtime's tests compare its functions with the rows, so
//! that both sides agree on symbols and types. All functions use the platform's C convention. Compiled code checks
//! bounds before the call (`translate/address.rs` in the compiler makes the addresses), so an argument is an index or a
//! host range that is valid. No function may be added that takes an unchecked address of the guest.

/// A machine type in a builtin's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// 32-bit integer.
    I32,
    /// 64-bit integer, also a host address.
    I64,
    /// 32-bit float.
    F32,
    /// 64-bit float.
    F64,
}

/// One runtime function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Builtin {
    /// Its linker symbol.
    pub symbol: &'static str,
    /// Its parameters.
    pub params: &'static [Type],
    /// Its result, if any.
    pub result: Option<Type>,
}

/// `(memory index, delta pages) -> old pages, or -1`, in pages of that memory.
pub const MEMORY_GROW: Builtin =
    Builtin { symbol: "wasmc_memory_grow", params: &[Type::I32, Type::I64], result: Some(Type::I64) };
/// `(table index, initial element, delta elements) -> old elements, or -1`.
pub const TABLE_GROW: Builtin =
    Builtin { symbol: "wasmc_table_grow", params: &[Type::I32, Type::I64, Type::I64], result: Some(Type::I64) };
/// `(address of the first element, element, count)`.
pub const TABLE_FILL: Builtin =
    Builtin { symbol: "wasmc_table_fill", params: &[Type::I64, Type::I64, Type::I64], result: None };
/// `()`: maps the tables of which the object has only the first elements ([`crate::layout::Table::capacity`]). Called
/// before any code that uses them, in programs without threads.
pub const TABLE_MAP_ALL: Builtin = Builtin { symbol: "wasmc_table_map_all", params: &[], result: None };
/// `(destination, source, bytes)`; the ranges may overlap.
pub const MEMORY_MOVE: Builtin =
    Builtin { symbol: "wasmc_memory_move", params: &[Type::I64, Type::I64, Type::I64], result: None };
/// `(destination, byte, bytes)`.
pub const MEMORY_FILL: Builtin =
    Builtin { symbol: "wasmc_memory_fill", params: &[Type::I64, Type::I32, Type::I64], result: None };
/// `(argument index) -> that argument of --invoke, as an i32`.
pub const INVOKE_ARG_I32: Builtin =
    Builtin { symbol: "wasmc_invoke_arg_i32", params: &[Type::I32], result: Some(Type::I32) };
/// `(argument index) -> that argument of --invoke, as an i64`.
pub const INVOKE_ARG_I64: Builtin =
    Builtin { symbol: "wasmc_invoke_arg_i64", params: &[Type::I32], result: Some(Type::I64) };
/// `(argument index) -> that argument of --invoke, as an f32`.
pub const INVOKE_ARG_F32: Builtin =
    Builtin { symbol: "wasmc_invoke_arg_f32", params: &[Type::I32], result: Some(Type::F32) };
/// `(argument index) -> that argument of --invoke, as an f64`.
pub const INVOKE_ARG_F64: Builtin =
    Builtin { symbol: "wasmc_invoke_arg_f64", params: &[Type::I32], result: Some(Type::F64) };
/// `(expected arguments)`: ends the program with a usage error where the count differs.
pub const INVOKE_ARG_COUNT: Builtin = Builtin { symbol: "wasmc_invoke_arg_count", params: &[Type::I32], result: None };
/// `(result)`: prints it on a line of stdout.
pub const INVOKE_PRINT_I32: Builtin = Builtin { symbol: "wasmc_invoke_print_i32", params: &[Type::I32], result: None };
/// `(result)`: prints it on a line of stdout.
pub const INVOKE_PRINT_I64: Builtin = Builtin { symbol: "wasmc_invoke_print_i64", params: &[Type::I64], result: None };
/// `(result)`: prints it on a line of stdout.
pub const INVOKE_PRINT_F32: Builtin = Builtin { symbol: "wasmc_invoke_print_f32", params: &[Type::F32], result: None };
/// `(result)`: prints it on a line of stdout.
pub const INVOKE_PRINT_F64: Builtin = Builtin { symbol: "wasmc_invoke_print_f64", params: &[Type::F64], result: None };
/// `(tag, bytes of its payload) -> a new exception` (see [`crate::exceptions`]).
pub const EXCEPTION_NEW: Builtin =
    Builtin { symbol: "wasmc_exception_new", params: &[Type::I32, Type::I32], result: Some(Type::I64) };
/// `(exception)`: frees a caught exception, unless the guest got a reference to it.
pub const EXCEPTION_RELEASE: Builtin =
    Builtin { symbol: "wasmc_exception_release", params: &[Type::I64], result: None };
/// `(exception)`: continues at the handler of a caller; does not return.
pub const EXCEPTION_THROW: Builtin = Builtin { symbol: "wasmc_exception_throw", params: &[Type::I64], result: None };
/// `(address, count) -> woken`: wakes at most `count` threads that wait at this address of a shared memory.
pub const MEMORY_NOTIFY: Builtin =
    Builtin { symbol: "wasmc_memory_notify", params: &[Type::I64, Type::I32], result: Some(Type::I32) };
/// `(address, expected, nanoseconds) -> 0 woken, 1 not equal, 2 timed out`: waits while the word is as expected. A
/// negative time means without a limit.
pub const MEMORY_WAIT32: Builtin =
    Builtin { symbol: "wasmc_memory_wait32", params: &[Type::I64, Type::I32, Type::I64], result: Some(Type::I32) };
/// `(address, expected, nanoseconds)`: [`MEMORY_WAIT32`] for a word of 64 bits.
pub const MEMORY_WAIT64: Builtin =
    Builtin { symbol: "wasmc_memory_wait64", params: &[Type::I64, Type::I64, Type::I64], result: Some(Type::I32) };
/// `(address, expected, replacement) -> old`: compares and exchanges a byte, on RISC-V, where Cranelift's own
/// code for it is not atomic.
pub const ATOMIC_CAS8: Builtin =
    Builtin { symbol: "wasmc_atomic_cas8", params: &[Type::I64, Type::I32, Type::I32], result: Some(Type::I32) };
/// `(address, expected, replacement) -> old`: [`ATOMIC_CAS8`] for two bytes.
pub const ATOMIC_CAS16: Builtin =
    Builtin { symbol: "wasmc_atomic_cas16", params: &[Type::I64, Type::I32, Type::I32], result: Some(Type::I32) };
/// `(kind)`: ends the guest's call with a trap of this kind (the value of a [`crate::trap::Trap`]); does not return.
pub const RAISE: Builtin = Builtin { symbol: "wasmc_raise", params: &[Type::I32], result: None };
/// `(function reference) -> 0, or the value of the [`crate::trap::Trap`] that ended it`: calls a function of the guest
/// that has no parameters and no results, in Cranelift's `tail` convention. A trap in it writes no report and ends only
/// this call. Such calls may be nested. Only programs that run the specification's scripts call it.
pub const SCRIPT_TRY: Builtin = Builtin { symbol: "wasmc_script_try", params: &[Type::I64], result: Some(Type::I32) };
/// `(word) -> word`: a reference of the host as a number, and back. For the driver of the specification's test scripts.
pub const SCRIPT_WORD: Builtin = Builtin { symbol: "wasmc_script_word", params: &[Type::I64], result: Some(Type::I64) };
/// `()`: opens the descriptors that the guest finds at start (standard streams, preopened directories, inherited ones),
/// or ends the program. Code of programs that call a function of WASI on descriptors calls it before any other
/// ([`crate::wasi::Function::uses_descriptors`]); in all others the linker leaves it out.
pub const OPEN_DESCRIPTORS: Builtin = Builtin { symbol: "wasmc_open_descriptors", params: &[], result: None };
/// `(features)`: ends a program that needs features of the processor which this one lacks. A set of
/// [`crate::processor`].
pub const REQUIRE_PROCESSOR: Builtin =
    Builtin { symbol: "wasmc_require_processor", params: &[Type::I64], result: None };
/// `(argc, argv, envp)`: in libraries, sets up memories, stack and trap handlers, as an executable's entry point
/// does.
pub const LIBRARY_SET_UP: Builtin =
    Builtin { symbol: "wasmc_library_set_up", params: &[Type::I32, Type::I64, Type::I64], result: None };
/// `(address of generated code, its frame)`: in libraries, calls it with the frame on the guest's stack.
pub const LIBRARY_CALL: Builtin =
    Builtin { symbol: "wasmc_library_call", params: &[Type::I64, Type::I64], result: None };
