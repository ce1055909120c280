//! Equal input and equal options give equal bytes, independent of the number of threads, the time, the folder and the
//! user.
//!
//! One large generated module is built in several ways that must give the same bytes, for each kind of output and for
//! the options that change most, on every target. One call with several targets must give the same as one call for
//! each. The suite `real` compares real modules, where a case asks for it.
//!
//! One variation is missing: a wasmc that was built in another folder, since building it takes minutes. The runtime
//! archives are the only part of wasmc that could contain a path of its build, and they are the same files in every
//! build.

use libtest_mimic::{Arguments, Trial};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use wasmc_tests::{Failure, Process, context, wasmc};

/// Functions of the generated module: more than any machine has processors, so that they come back in any order.
const FUNCTIONS: u32 = 600;

/// The kinds of builds, each with its options.
const KINDS: [(&str, &[&str]); 15] = [
    ("executable", &[]),
    ("unoptimized", &["-O0"]),
    ("small", &["-Os"]),
    ("explicit_bounds", &["--bounds-checks=explicit"]),
    ("policy", &["--dir=.::/b:ro", "--dir=/tmp::/a", "--env=B=1", "--env=A", "--arg0=x", "--invoke=f7"]),
    ("object", &["--emit=obj"]),
    ("clif", &["--emit=clif"]),
    ("assembly", &["--emit=asm"]),
    ("aarch64", &["--target=aarch64"]),
    ("aarch64_unoptimized", &["--target=aarch64", "-O0"]),
    ("riscv64", &["--target=riscv64", "--cpu=rv64gcv"]),
    ("riscv64_small", &["--target=riscv64", "--cpu=rv64gcv", "-Os"]),
    ("aarch64-macos", &["--target=aarch64-macos"]),
    ("aarch64-macos_object", &["--target=aarch64-macos", "--emit=obj"]),
    ("x86_64-macos", &["--target=x86_64-macos"]),
];

/// Targets that are built in one call, with the options that their modules need.
const SEVERAL: [(&str, &[&str]); 4] =
    [("x86_64", &[]), ("aarch64", &[]), ("riscv64", &["--cpu=riscv64=rv64gcv"]), ("aarch64-macos", &[])];

fn main() {
    let arguments = Arguments::from_args();
    let trial = |(name, options)| Trial::test(format!("determinism/{name}"), move || Ok(check(options)?));
    let mut trials: Vec<Trial> = KINDS.into_iter().map(trial).collect();
    trials.push(Trial::test("determinism/several_targets", || Ok(check_several()?)));
    libtest_mimic::run(&arguments, trials).exit();
}

/// In one call, in another order, and each alone.
fn check_several() -> Result<(), Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    context(fs::write(place.path().join("module.wat"), module()), "module.wat")?;
    let build = |targets: &[&str], output: &str, options: &[&str]| {
        let wasmc = Process::new(wasmc()?).args(["build", "module.wat", "--target"]);
        let wasmc = wasmc.args([targets.join(",")]).args(["-o", output]).args(options);
        wasmc.directory(place.path()).succeed()
    };
    let read = |name: String| context(fs::read(place.path().join(&name)), &name);
    let mut targets: Vec<&str> = SEVERAL.iter().map(|(target, _)| *target).collect();
    let options: Vec<&str> = SEVERAL.iter().flat_map(|(_, options)| *options).copied().collect();
    build(&targets, "together.{target}", &options)?;
    targets.reverse();
    build(&targets, "reversed.{target}", &[&options[..], &["-j1"]].concat())?;
    for (target, options) in SEVERAL {
        build(&[target], &format!("alone.{target}"), options)?;
        let alone = read(format!("alone.{target}"))?;
        for how in ["together", "reversed"] {
            if read(format!("{how}.{target}"))? != alone {
                return Err(format!("{target}: other bytes {how} than alone"));
            }
        }
    }
    Ok(())
}

fn check(options: &[&str]) -> Result<(), Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let wat = module();
    let wasm = context(wat::parse_str(&wat), "the generated module")?;
    let write = |name: &str, bytes: &[u8]| {
        let path = place.path().join(name);
        let folder = path.parent().expect("a file lies in a folder");
        context(fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes)), name)
    };
    write("module.wasm", &wasm)?;
    write("module.wat", wat.as_bytes())?;
    write("deep/er/other.name", &wasm)?;

    let build = |folder: &str, input: &str, more: &[&str]| {
        let folder = place.path().join(folder);
        let wasmc = Process::new(wasmc()?).args(["build", input, "-o", "-"]).args(options).args(more);
        Ok::<_, Failure>(wasmc.directory(folder).env("HOME", place.path()))
    };
    let reference = build("", "module.wasm", &["-j1"])?.succeed()?;
    if reference.len() < FUNCTIONS as usize {
        return Err(format!("{} bytes are too few for {FUNCTIONS} functions", reference.len()));
    }
    let path = place.path().join("module.wasm");
    let elsewhere = build("deep", path_text(&path)?, &["-j3"])?.env("HOME", "/nonexistent").env("TMPDIR", "/var/tmp");
    let variants = [
        ("again", build("", "module.wasm", &["-j1"])?),
        ("with two threads", build("", "module.wasm", &["-j2"])?),
        ("with two threads again", build("", "module.wasm", &["-j2"])?),
        ("with nine threads", build("", "module.wasm", &["-j9"])?),
        ("with the clock and words", build("", "module.wasm", &["--time", "-v"])?),
        ("in another folder, by another user", elsewhere.env("USER", "nobody").env("LANG", "tr_TR.UTF-8")),
        ("from a file of another name", build("deep", "er/other.name", &[])?),
        ("from standard input", build("deep", "-", &[])?.stdin(wasm)),
        ("from text", build("", "module.wat", &[])?),
    ];
    for (how, build) in variants {
        let bytes = build.succeed()?;
        if bytes != reference {
            let same = bytes.iter().zip(&reference).take_while(|(one, other)| one == other).count();
            let (one, other) = (bytes.len(), reference.len());
            return Err(format!("{how}: other bytes, from byte {same} on ({one} in all, before {other})"));
        }
    }
    Ok(())
}

fn path_text(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| format!("{} is no text", path.display()))
}

/// A module of many unlike functions that call each other, with memory, tables, globals, segments and names.
fn module() -> String {
    let mut text = String::from(
        "(module $large
  (import \"wasi_snapshot_preview1\" \"proc_exit\" (func $proc_exit (param i32)))
  (import \"wasi_snapshot_preview1\" \"random_get\" (func $random_get (param i32 i32) (result i32)))
  (memory (export \"memory\") 3 100)
  (data $passive \"passive\")
  (table $grown 5 1000 externref)
  (global $counter (mut i64) (i64.const 1))
",
    );
    let names = (0..FUNCTIONS).map(|index| format!(" $f{index}")).collect::<String>();
    let _ = writeln!(text, "  (table $all funcref (elem{names}))");
    for index in 0..FUNCTIONS {
        let _ = writeln!(text, "  (global $g{index} (mut i32) (i32.const {index}))");
        let _ = writeln!(text, "  (data (i32.const {}) \"data of {index}\")", u64::from(index) * 300);
        let _ = writeln!(
            text,
            "  (func $f{index} (export \"f{index}\") (param i32 i64) (result i32) (local f64 v128)\n    {})",
            body(index)
        );
    }
    text += "  (func (export \"_start\")
    (drop (call_indirect $all (param i32 i64) (result i32) (i32.const 3) (i64.const 4) (i32.const 5)))
    (drop (call $random_get (i32.const 0) (i32.const 8)))
    (call $proc_exit (i32.const 0))))
";
    text
}

/// The body of one function. Which operators it has depends on its index, and so does its length.
fn body(index: u32) -> String {
    let (next, other) = ((index * 7 + 1) % FUNCTIONS, (index * 31 + 17) % FUNCTIONS);
    let mut body = match index % 8 {
        0 => format!("(if (local.get 0) (then (return (call $f{next} (i32.const 0) (local.get 1)))))"),
        1 => format!("(global.set $g{next} (i32.load offset={other} (local.get 0)))"),
        2 => "(memory.init $passive (local.get 0) (i32.const 1) (i32.const 3))".into(),
        3 => "(local.set 3 (i32x4.add (v128.load (local.get 0)) (v128.const i32x4 1 2 3 4)))".into(),
        4 => "(block (block (block (br_table 0 1 2 0 (local.get 0))) (local.set 0 (i32.const 9))))".into(),
        5 => "(local.set 2 (f64.div (f64.convert_i64_u (local.get 1)) (f64.const 0x1.8p-7)))".into(),
        6 => "(drop (table.grow $grown (ref.null extern) (local.get 0)))".into(),
        _ => format!("(global.set $counter (i64.rem_s (local.get 1) (i64.const {})))", index + 1),
    };
    for step in 0..index % 23 {
        let _ = write!(
            body,
            "\n    (i32.store16 offset={step} (local.get 0) (i32.mul (local.get 0) (global.get $g{other})))"
        );
    }
    body + &format!("\n    (i32.xor (local.get 0) (i32.const {}))", index.wrapping_mul(0x9e37_79b9))
}
