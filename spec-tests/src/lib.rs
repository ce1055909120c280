//! Placeholder while the crate is set up.
