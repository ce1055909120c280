//! Phase 3, translate: one validated body becomes one CLIF function, and so does what is left of an instantiation.
//!
//! Translation is pure: it depends on the module, the plan and the body, does no I/O and holds no lock, so bodies are
//! translated in parallel. It relies on validation: operand types and stack heights are not checked again.

pub(crate) mod address;
mod environment;
mod function;
mod handlers;
mod instantiation;
mod legacy;
mod operators;
mod stacks;
mod translator;
pub(crate) mod trap;
mod unit;

pub(crate) use environment::Environment;
pub(crate) use function::{TranslateContext, function};
pub(crate) use instantiation::instantiation;
pub(crate) use unit::Unit;
