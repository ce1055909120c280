//! Tables: the operations that make or fill many elements.
//!
//! Elements are words of `wasmc_abi::layout::Table`. Compiled code accesses single elements and makes every bounds
//! check, so nothing else needs the runtime.
//!
//! What must not happen here: an index that is trusted without such a check, or an element read to be called.

pub mod fill;
pub mod grow;
pub mod mapping;
pub mod start;
pub mod state;
