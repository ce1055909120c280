//! Traps: from a processor fault to `wasm trap: <kind>`, a backtrace and exit status 134.
//!
//! Compiled code has no explicit checks where the processor checks anyway: it loads and lets the guard page fault, it
//! divides and lets the division fault, it runs an illegal instruction to say "unreachable". [`signal`] catches the fault,
//! [`lookup`] says whether the compiler announced a trap there, [`backtrace`] walks the stack, [`report`] writes. For what
//! no processor checks, compiled code and the runtime [`raise`] a trap. In programs that run the specification's scripts,
//! the caller of compiled code may go on after a trap: [`recovery`].
//!
//! What must never happen: a fault that is no trap is reported as one. Each of these is asked: did the kernel raise it, is
//! the instruction a recorded site of that kind, does the address lie where such a trap faults. Whatever fails the test is
//! a bug of ours, and kills the process by its signal.

pub mod backtrace;
pub mod lookup;
pub mod raise;
pub mod recovery;
pub mod report;
pub mod signal;
