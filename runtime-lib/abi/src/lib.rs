//! The contract between the compiler and the runtime library: the *only* crate that both sides import.
//!
//! Everything that one side writes and the other reads is defined here once: the layouts of the data that the compiler
//! emits ([`layout`], with their formats in [`record`]), the names under which the linker joins them ([`symbols`]), the
//! runtime functions that compiled code calls ([`builtins`], [`wasi`]), the trap kinds ([`trap`]), the tables from code
//! addresses back to Wasm ([`sites`]), to source code ([`lines`]) and on to handlers ([`handlers`]), exceptions
//! ([`exceptions`]), the policy ([`policy`]), and the features of processors ([`processor`]). This crate must stay free
//! of dependencies, of `unsafe` and of calls of an operating system: the compiler runs it on the building machine, the
//! runtime in every executable.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod builtins;
pub mod exceptions;
pub mod handlers;
pub mod layout;
mod leb128;
pub mod lines;
pub mod policy;
pub mod processor;
pub mod record;
pub mod sites;
pub mod symbols;
pub mod trap;
pub mod wasi;
