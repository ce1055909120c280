//! Tables: their only operations that need the host are those that make or fill many elements.
//!
//! Elements are words of `wasmc_abi::layout::Table`; access to one element, and every bounds check, is compiled code.

pub mod fill;
pub mod grow;
pub mod state;
