//! The names of all linker symbols and sections that both sides know.
//!
//! The compiler defines the data symbols and [`MAIN`]; the runtime archive defines [`ENTRY`], the builtins, the WASI
//! functions and [`VERSION_STAMP`]. Every object refers to the stamp, so that an object and an archive of different
//! versions do not link. A name of the guest must never become a global symbol, except for the exports of libraries,
//! which start with [`EXPORT_PREFIX`]: so no module can collide with these names.

/// The process entry point (ELF `e_entry`).
pub const ENTRY: &str = "_start";
/// Generated code that runs the start function and then the entry export: `extern "C" fn()`. In a program with threads
/// it is `extern "C" fn(id: u32, argument: u32)`, and where the id is not 0 runs the start function and
/// `wasi_thread_start`.
pub const MAIN: &str = "wasmc_main";
/// In libraries, generated code that the host calls once before it calls exports: `extern "C" fn(int, char **, char
/// **)`.
pub const INSTANTIATE: &str = "wasmc_instantiate";
/// In libraries, the symbols of exports start with this.
pub const EXPORT_PREFIX: &str = "wasm_";
/// [`crate::layout::ProgramRecord`].
pub const PROGRAM: &str = "wasmc_program";
/// Array of [`crate::layout::MemoryRecord`].
pub const MEMORY_PLANS: &str = "wasmc_memory_plans";
/// Array of [`crate::layout::Memory`].
pub const MEMORIES: &str = "wasmc_memories";
/// Array of [`crate::layout::ImageRun`].
pub const IMAGE_RUNS: &str = "wasmc_image_runs";
/// The bytes of the start image; page-aligned if its pages are moved.
pub const IMAGE: &str = "wasmc_image";
/// Array of [`crate::layout::Table`].
pub const TABLES: &str = "wasmc_tables";
/// [`crate::layout::Threads`], and the state that each thread starts with.
pub const THREADS: &str = "wasmc_threads";
/// First byte of compiled code.
pub const TEXT_START: &str = "wasmc_text_start";
/// First byte after compiled code.
pub const TEXT_END: &str = "wasmc_text_end";
/// Array of [`crate::sites::FunctionRecord`].
pub const FUNCTIONS: &str = "wasmc_functions";
/// The encoded sites.
pub const SITES: &str = "wasmc_sites";
/// The names of functions, without separators.
pub const NAMES: &str = "wasmc_names";
/// [`crate::lines::Lines`].
pub const LINES: &str = "wasmc_lines";
/// The runtime's function that writes the source lines of a frame. Only the table refers to it.
pub const WRITE_FRAMES: &str = "wasmc_write_frames";
/// Array of [`crate::handlers::Block`].
pub const HANDLER_BLOCKS: &str = "wasmc_handler_blocks";
/// The encoded handlers.
pub const HANDLERS: &str = "wasmc_handlers";
/// Array of [`crate::exceptions::TagRecord`], then the names of tags.
pub const TAGS: &str = "wasmc_tags";
/// Array of [`crate::exceptions::Root`].
pub const EXCEPTION_ROOTS: &str = "wasmc_exception_roots";
/// The encoded [`crate::policy::Policy`].
pub const POLICY: &str = "wasmc_policy";

/// The symbols that the compiler defines and the runtime refers to.
pub const DEFINED_BY_COMPILER: [&str; 19] = [
    MAIN,
    PROGRAM,
    MEMORY_PLANS,
    MEMORIES,
    IMAGE_RUNS,
    IMAGE,
    TABLES,
    THREADS,
    TEXT_START,
    TEXT_END,
    FUNCTIONS,
    SITES,
    NAMES,
    LINES,
    HANDLER_BLOCKS,
    HANDLERS,
    TAGS,
    EXCEPTION_ROOTS,
    POLICY,
];

/// A symbol that tells the version of the contract by its name.
pub use crate::record::VERSION_STAMP;

/// Name of the section that holds the policy, for `wasmc inspect`.
pub const POLICY_SECTION: &str = ".wasmc.policy";
/// Name of the section that holds the description of module and build for `wasmc inspect`, as JSON.
pub const INFO_SECTION: &str = ".wasmc.info";
/// Name of the section that holds the state that the guest changes, apart from the bytes of memories and from tables
/// that start with nulls.
pub const STATE_SECTION: &str = ".wasmc.state";
/// Name of the section that holds the start image.
pub const IMAGE_SECTION: &str = ".wasmc.image";
