//! `WASMC_TRAP=abort`: a program that traps aborts after its report, so that the system writes a core file.
//!
//! It exists for debuggers: status 134 tells that a program trapped, but only a core file shows its variables. The
//! person who starts the program decides, so it counts under the conditions of the other variables of wasmc
//! (`wasi::host::start_variables`) but one: a sealed program heeds it too, since it opens nothing to the guest. With
//! rights that its starter lacks, a program does not, because its memory may hold what the starter must not read.

use crate::entry::args;
use crate::sys::privilege;

/// Whether a trap ends the process by `SIGABRT`.
pub fn is_wanted() -> bool {
    args::environment_variable(b"WASMC_TRAP") == Some(b"abort") && !privilege::is_raised()
}
