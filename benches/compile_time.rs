//! How long, on how many processors and in how much memory does a module compile, compared with `wasmtime compile`?
//!
//! The modules are real ones of the test suite; `WASMC_BENCH_MODULES=a.wasm:b.wasm` measures others.

use std::path::PathBuf;
use wasmc_benches::measure::{Cost, Subject, interleaved, samples};
use wasmc_benches::programs::{Builder, real_module, text};
use wasmc_benches::record::Record;
use wasmc_benches::statistics::{median_estimate, ratio_estimate};
use wasmc_benches::{Failure, bench, rounds};

const QUESTION: &str = "What does it take to compile a module: time, processor time, memory? \
    wasmc makes an executable; wasmtime makes a precompiled module.";

/// Cases of the suite `tests/real`, from small to large.
const MODULES: [&str; 4] = ["lua", "sqlite", "cpython", "llvm"];

fn main() {
    bench(measure);
}

fn measure() -> Result<(), Failure> {
    let builder = Builder::new()?;
    let peers = builder.peers();
    let wasmtime = peers.want("wasmtime");
    let rounds = rounds(5);
    let mut record = Record::new(QUESTION, rounds, wasmtime.iter().map(|tool| tool.identity()).collect());
    for (name, module) in modules()? {
        // Read once, so that the first to compile it does not wait for the disk.
        let size = std::fs::read(&module).map_err(|error| format!("{}: {error}", module.display()))?.len();
        let name = format!("{name} ({:.1} MB)", size as f64 / 1e6);
        eprintln!("compiling {name}");
        let out = builder.path("out");
        let mut subjects: Vec<Subject> = ["1", "2"]
            .into_iter()
            .map(|jobs| {
                let label = format!("{name}, wasmc -j{jobs}");
                // Real modules may import functions that only their own host provides.
                let options = ["--unknown-imports", "trap", "-j", jobs, "-q", "-o", text(&out)];
                Subject::new(&label, builder.wasmc(), ["build", text(&module)].into_iter().chain(options))
            })
            .collect();
        for usage in ["compile-j1", "compile"] {
            let label = format!("{name}, wasmtime {usage}");
            subjects.extend(wasmtime.map(|tool| tool.subject(&label, usage, [text(&module), "-o", text(&out)])));
        }
        let costs = interleaved(&subjects, rounds)?;
        report(&mut record, &subjects, &costs);
        if wasmtime.is_some() {
            compare(&mut record, &name, &costs[1], &costs[3]);
        }
    }
    record.finish("compile_time")
}

fn report(record: &mut Record, subjects: &[Subject], costs: &[Vec<Cost>]) {
    for (subject, costs) in subjects.iter().zip(costs) {
        record.row(&subject.name, "wall", median_estimate(&samples(costs, |cost| cost.wall_seconds)), "s");
        record.row(&subject.name, "processor time", median_estimate(&samples(costs, |cost| cost.cpu_seconds)), "s");
        let peaks = samples(costs, |cost| cost.peak_bytes as f64 / 1e6);
        record.row(&subject.name, "peak memory", median_estimate(&peaks), "MB");
    }
}

fn compare(record: &mut Record, name: &str, wasmc: &[Cost], wasmtime: &[Cost]) {
    let name = format!("{name}, wasmc -j2 / wasmtime");
    let mut row = |measure: &str, number: fn(&Cost) -> f64| {
        record.row(&name, measure, ratio_estimate(&samples(wasmc, number), &samples(wasmtime, number)), "");
    };
    row("ratio of walls", |cost| cost.wall_seconds);
    row("ratio of processor times", |cost| cost.cpu_seconds);
    row("ratio of peak memories", |cost| cost.peak_bytes as f64);
}

fn modules() -> Result<Vec<(String, PathBuf)>, Failure> {
    if let Some(paths) = std::env::var_os("WASMC_BENCH_MODULES") {
        let named = |path: PathBuf| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path);
        return Ok(std::env::split_paths(&paths).map(named).collect());
    }
    MODULES.iter().map(|case| Ok((case.to_string(), real_module(case)?))).collect()
}
