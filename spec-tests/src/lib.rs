//! The specification's tests, run as native code: each script becomes a program that runs its commands and reports on
//! each.
//!
//! From a `.wast` file to a verdict:
//!
//! 1. [`suite`]: the list of scripts.
//! 2. [`script`]: a script becomes modules that must be accepted or rejected, instances, and actions. Directives that
//!    cannot run are counted, never dropped; [`gc`] decides which modules wasmc does not compile.
//! 3. [`driver`]: a generated module that makes the instances, performs the actions, compares results, and reports;
//!    `spectest` is [one more module](spectest).
//! 4. [`engine`]: wasmc compiles all modules to one program, linked instance to instance; [`process`] runs it.
//! 5. [`verdict`]: every action must end as the script says, and every error must be [the right one](messages).
//! 6. [`table`]: the number of checks that must have run; [`expectations`]: the known failures.
//!
//! [`differential`] is another suite on the same ground: generated modules, compared with an interpreter.
//!
//! The scripts' expectations must not be checked by an interpreter or by floats of the host: compiled code compares
//! results, with integer instructions only.

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

/// A description of a failure, for people.
pub type Failure = String;
