//! The phase that adds debug information: DWARF of the modules, which describes WebAssembly, becomes DWARF of the
//! compiled program.
//!
//! Its input is what producers wrote, which is not validated: damage costs the entries that it touches, and must never
//! be an error of the compilation.
#![allow(dead_code, reason = "the pipeline does not call this phase yet")]

mod address_map;
mod line_table;
mod lines;
mod native_rows;
mod prefix_map;
