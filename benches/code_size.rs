//! How large is hello world, and how much of it is the runtime library?
//!
//! Small executables are a promise of the README, and this shows what each part costs. `wasmc inspect` counts the
//! parts; the benchmark must not parse executables itself, so that both agree.

use serde_json::Value;
use std::path::Path;
use std::process::Command;
use wasmc_benches::measure::Subject;
use wasmc_benches::programs::{Builder, PROGRAMS, text};
use wasmc_benches::record::Record;
use wasmc_benches::statistics::Estimate;
use wasmc_benches::{Failure, bench};

const QUESTION: &str = "How large is an executable, stripped, and what share of it is the runtime library? \
    Machine code of the other programs is compared with their WebAssembly.";

fn main() {
    bench(measure);
}

fn measure() -> Result<(), Failure> {
    let builder = Builder::new()?;
    let peers = builder.peers();
    let mut record = Record::new(QUESTION, 1, vec![peers.need("clang")?.identity()]);
    let bytes = |path: &Path| Ok::<_, Failure>(Estimate::exact(size(path)? as f64));

    let wasm = builder.wasm("hello")?;
    let hello = builder.executable(&wasm, &[], "hello.wasmc")?;
    record.row("hello", "WebAssembly", bytes(&wasm)?, "bytes");
    record.row("hello, wasmc", "executable", bytes(&hello)?, "bytes");
    for (part, size) in parts(builder.wasmc(), &hello)? {
        record.row("hello, wasmc", &format!("of that, {part}"), Estimate::exact(size), "bytes");
    }
    let stripped = builder.path("hello.stripped");
    let strip = Command::new("strip").args(["-o", text(&stripped), text(&hello)]).status();
    match strip {
        Ok(status) if status.success() => record.row("hello, wasmc", "stripped", bytes(&stripped)?, "bytes"),
        _ => println!("left out: strip is not installed: apt-get install binutils"),
    }
    for peer in ["gcc", "musl"] {
        if let Some(tool) = peers.want(peer) {
            let native = builder.native(tool, "static", "hello", &format!("hello.{peer}"))?;
            record.row(&format!("hello, {peer} -static -s"), "executable", bytes(&native)?, "bytes");
        }
    }
    for program in PROGRAMS {
        let wasm = builder.wasm(program)?;
        let executable = builder.executable(&wasm, &[], program)?;
        record.row(program, "WebAssembly", bytes(&wasm)?, "bytes");
        record.row(program, "executable", bytes(&executable)?, "bytes");
        if let Some((_, code)) = parts(builder.wasmc(), &executable)?.into_iter().find(|(part, _)| part == "code") {
            record.row(program, "machine code of the module", Estimate::exact(code), "bytes");
        }
    }
    record.finish("code_size")
}

fn size(path: &Path) -> Result<u64, Failure> {
    std::fs::metadata(path).map(|metadata| metadata.len()).map_err(|error| format!("{}: {error}", path.display()))
}

/// The parts of an executable, as wasmc itself counts them.
fn parts(wasmc: &Path, executable: &Path) -> Result<Vec<(String, f64)>, Failure> {
    let json = Subject::new("wasmc", wasmc, ["inspect", "--json", text(executable)]).output()?;
    let inspection: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    let parts = inspection["parts"].as_array().ok_or("wasmc inspect --json has no parts")?;
    let part = |part: &Value| Some((part["name"].as_str()?.to_owned(), part["bytes"].as_f64()?));
    Ok(parts.iter().filter_map(part).collect())
}
