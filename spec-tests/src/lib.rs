//! The specification's own tests, run natively: each module of a script becomes a program that checks itself.
//!
//! From a `.wast` file to a verdict:
//!
//! 1. [`suite`]: which files there are.
//! 2. [`script`]: a file becomes modules that must be rejected and programs, each with the actions that the script performs
//!    on it. What cannot be run is counted with its [`Reason`], never dropped.
//! 3. [`driver`]: the actions are appended to the module as functions, and one export that performs them in order.
//! 4. [`engine`]: wasmc compiles the module, and the executable runs.
//! 5. [`verdict`]: every action must end as the script says; a trap ends the process, so each has a run of its own.
//! 6. [`expectations`]: how much must have been run, and what is known to fail.
//!
//! Nothing here interprets WebAssembly: what a script expects is compared by compiled code, with integer instructions only.

#![forbid(unsafe_code)]

pub mod anatomy;
pub mod check;
pub mod differential;
pub mod driver;
pub mod engine;
pub mod expectations;
pub mod imports;
pub mod script;
pub mod sections;
pub mod suite;
pub mod value;
pub mod verdict;

pub use script::Reason;

/// What went wrong, for people.
pub type Failure = String;
