//! Calls over a distance that a branch of AArch64 cannot reach (128 MiB): the compiler must put veneers among its
//! functions, and the linker before the runtime.
//!
//! So much code is cheap to make from jump tables. Function `i` of the generated module returns `i` for 0, and calls
//! function `FUNCTIONS - 1 - i` for 1: the first calls the last and the last calls the first. Each also calls the
//! runtime.

use std::fs;
use std::path::Path;
use std::time::Duration;
use wasmc_tests::{Ending, Failure, Machine, Process, context, wasmc};

/// The machine whose branches are that short.
const MACHINE: &str = "aarch64";
/// With [`TABLE_ENTRIES`], 147 MB of code.
const FUNCTIONS: u32 = 560;
/// No `br_table` may have more (`MAX_WASM_BR_TABLE_SIZE` of wasmparser, less some); each is 4 bytes of code.
const TABLE_ENTRIES: u32 = 65_000;
/// The modulus of the exit status.
const MODULUS: u32 = 101;

/// Builds the module for AArch64 and runs it.
pub(crate) fn check() -> Result<(), Failure> {
    let machine = Machine::all().into_iter().find(|machine| machine.name() == MACHINE).ok_or("no such machine")?;
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let (input, program) = (place.path().join("far.wasm"), place.path().join("far"));
    context(fs::write(&input, module()), input.display())?;
    let build = Process::new(wasmc()?).args([Path::new("build"), &input, Path::new("-o"), &program]);
    let launcher = machine.build(build.limit(Duration::from_secs(600)), &program)?;
    let bytes = context(fs::metadata(&program), program.display())?.len();
    if bytes < 136 << 20 {
        return Err(format!("only {bytes} bytes: every call may be near"));
    }
    // Function i gives FUNCTIONS - i.
    let expected = Ending::Status((FUNCTIONS * (FUNCTIONS + 1) / 2 % MODULUS) as i32);
    let outcome = launcher.process("far").run()?;
    if outcome.ending == expected { Ok(()) } else { Err(format!("expected {expected:?}, came {outcome:?}")) }
}

/// The module, in the binary format (core specification, chapter 5): as text it would take minutes to read.
fn module() -> Vec<u8> {
    let (import, start) = (b"\x16wasi_snapshot_preview1\x09proc_exit\0\0".as_slice(), FUNCTIONS + 1);
    // (i32) -> (), (i32) -> i32, () -> ()
    let types = [&[0x60, 1, 0x7f, 0][..], &[0x60, 1, 0x7f, 1, 0x7f], &[0x60, 0, 0]];
    let mut type_indices = vec![&[1u8][..]; FUNCTIONS as usize];
    type_indices.push(&[2]);
    let exports = [[b"\x06_start\0", &unsigned(start)[..]].concat(), b"\x06memory\x02\0".to_vec()];
    let bodies: Vec<Vec<u8>> = (0..FUNCTIONS).map(body).chain([start_body()]).map(sized).collect();
    let sections = [
        (1, vector(&types)),
        (2, vector(&[import])),
        (3, vector(&type_indices)),
        (5, vec![1, 0, 1]),
        (7, vector(&exports)),
        (10, vector(&bodies)),
    ];
    let sections = sections.map(|(id, content)| [vec![id], sized(content)].concat());
    [b"\0asm\x01\0\0\0", &sections.concat()[..]].concat()
}

fn body(index: u32) -> Vec<u8> {
    // block block (br_table 0 1 0 1 ... 1 (local.get 0)) end
    let mut body = vec![0, 0x02, 0x40, 0x02, 0x40, 0x20, 0, 0x0e];
    body.extend(unsigned(TABLE_ENTRIES));
    body.extend((0..TABLE_ENTRIES).map(|entry| (entry % 2) as u8));
    body.extend([1, 0x0b]);
    // (drop (memory.grow (i32.const 0))) (return (i32.const index)) end
    body.extend([0x41, 0, 0x40, 0, 0x1a, 0x41]);
    body.extend(signed(index));
    body.extend([0x0f, 0x0b]);
    // (i32.add (call other (i32.const 0)) (i32.const 1)); function 0 is proc_exit
    body.extend([0x41, 0, 0x10]);
    body.extend(unsigned(FUNCTIONS - index));
    body.extend([0x41, 1, 0x6a, 0x0b]);
    body
}

/// `proc_exit` with the sum of the results of all functions for 1, modulo [`MODULUS`].
fn start_body() -> Vec<u8> {
    let mut body = vec![0, 0x41, 0];
    for index in 0..FUNCTIONS {
        body.extend([0x41, 1, 0x10]);
        body.extend(unsigned(index + 1));
        body.push(0x6a);
    }
    body.push(0x41);
    body.extend(signed(MODULUS));
    body.extend([0x70, 0x10, 0, 0x0b]);
    body
}

/// Behind its length.
fn sized(content: Vec<u8>) -> Vec<u8> {
    [unsigned(content.len() as u32), content].concat()
}

fn vector(items: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let mut bytes = unsigned(items.len() as u32);
    items.iter().for_each(|item| bytes.extend_from_slice(item.as_ref()));
    bytes
}

/// LEB128 (section 5.2.2).
fn unsigned(mut value: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value > 0x7f {
        bytes.push(value as u8 & 0x7f | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// Signed LEB128 of a number that is not negative: the highest bit of the last byte is the sign.
fn signed(value: u32) -> Vec<u8> {
    let mut bytes = unsigned(value);
    if let Some(last) = bytes.last_mut().filter(|last| **last & 0x40 != 0) {
        *last |= 0x80;
        bytes.push(0);
    }
    bytes
}
