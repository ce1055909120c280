//! The specification's own tests, run natively: each script becomes a program that runs its commands and reports on each.
//!
//! From a `.wast` file to a verdict:
//!
//! 1. [`suite`]: which files there are.
//! 2. [`script`]: a file becomes modules that must be accepted or rejected, instances, and what is done with them. What
//!    cannot be run is counted, never dropped.
//! 3. [`driver`]: a module that makes the instances, performs the actions, compares, and reports; `spectest` is
//!    [one more module](spectest).
//! 4. [`engine`]: wasmc compiles all of them to one program, linked instance to instance, and that runs.
//! 5. [`verdict`]: every action must end as the script says, and a trap must be [the right one](messages).
//! 6. [`table`]: how much must have been run; [`expectations`]: what is known to fail.
//!
//! Nothing here interprets WebAssembly: what a script expects is compared by compiled code, with integer instructions only.

#![forbid(unsafe_code)]

pub mod differential;
pub mod driver;
pub mod engine;
pub mod expectations;
pub mod gc;
pub mod messages;
pub mod module;
pub mod process;
pub mod script;
pub mod spectest;
pub mod suite;
pub mod table;
pub mod unfold;
pub mod value;
pub mod verdict;

/// What went wrong, for people.
pub type Failure = String;
