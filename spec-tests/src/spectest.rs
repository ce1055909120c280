//! The module `spectest`, which the scripts take for granted (`interpreter/README.md` of the specification, "Spectest host
//! module"): as WebAssembly, since that is what everything here is made of. What it prints is nobody's business.
//!
//! A program gets the parts of it that its script imports. The shared memory alone would make every program one of several
//! threads.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::Failure;
use crate::module::assemble;

/// Every export, by name, and what there is besides its name.
const EXPORTS: [(&str, &str); 15] = [
    ("global_i32", "global {} i32 (i32.const 666)"),
    ("global_i64", "global {} i64 (i64.const 666)"),
    ("global_f32", "global {} f32 (f32.const 666.6)"),
    ("global_f64", "global {} f64 (f64.const 666.6)"),
    ("table", "table {} 10 20 funcref"),
    ("table64", "table {} i64 10 20 funcref"),
    ("memory", "memory {} 1 2"),
    // Of the threads proposal's interpreter.
    ("shared_memory", "memory {} 1 2 shared"),
    ("print", "func {}"),
    ("print_i32", "func {} (param i32)"),
    ("print_i64", "func {} (param i64)"),
    ("print_f32", "func {} (param f32)"),
    ("print_f64", "func {} (param f64)"),
    ("print_i32_f32", "func {} (param i32 f32)"),
    ("print_f64_f64", "func {} (param f64 f64)"),
];

/// The module with those of its exports that are wanted; other names are for the script to miss.
pub fn module(wanted: &BTreeSet<String>) -> Result<Vec<u8>, Failure> {
    let mut text = String::from("(module");
    for (name, entity) in EXPORTS.iter().filter(|(name, _)| wanted.contains(*name)) {
        let entity = entity.replace("{}", &format!("(export \"{name}\")"));
        write!(text, "\n  ({entity})").expect("a string can be written to");
    }
    text.push(')');
    assemble(&text)
}
