//! Traps: from a processor fault to `wasm trap: <kind>`, a backtrace and exit status 134.
//!
//! It exists because compiled code leaves checks to the processor where it can: it loads and lets the guard page fault,
//! it divides and lets the division fault, and it runs an illegal instruction for `unreachable`. [`signal`] catches the
//! fault, [`lookup`] says whether the compiler announced a trap there, [`backtrace`] walks the stack, [`report`]
//! writes, with [`lines`] of the source if the compiler found them, and [`core_dump`] says whether the process then
//! aborts. For conditions that no processor checks, compiled code and the runtime [`raise`] a trap. In programs that
//! run the specification's scripts, the caller of compiled code may continue after a trap: [`recovery`].
//!
//! A fault that is not a trap must never be reported as one. Three things are asked: did the kernel raise it, is the
//! instruction a recorded site of that kind, and does the address lie where such a trap faults? A fault that fails the
//! test is a bug of wasmc, and kills the process by its signal.

pub mod backtrace;
pub mod core_dump;
pub mod lines;
pub mod lookup;
pub mod raise;
pub mod recovery;
pub mod report;
pub mod signal;
