//! How long does hello world take, from `exec` to its end, compared with the same C program compiled natively?
//!
//! Start-up is where an executable of wasmc differs most from a runtime that compiles or loads a module first. The
//! program must do nothing else: any work would hide the start.

use wasmc_benches::measure::{Subject, interleaved, samples, warm_up};
use wasmc_benches::programs::{Builder, text};
use wasmc_benches::record::Record;
use wasmc_benches::statistics::{median_estimate, ratio_estimate};
use wasmc_benches::{Failure, bench, rounds};

const QUESTION: &str = "How long does hello world in C take, from its start to its end as its parent sees it, \
    compared with the same program compiled natively and linked statically?";

fn main() {
    bench(measure);
}

fn measure() -> Result<(), Failure> {
    let builder = Builder::new()?;
    let peers = builder.peers();
    let no_arguments: [&str; 0] = [];

    let clang = peers.need("clang")?;
    let wasm = builder.wasm("hello")?;
    let hello = builder.executable(&wasm, &[], "hello.wasmc")?;
    let mut subjects = vec![Subject::new("wasmc", &hello, no_arguments)];
    let mut tools = vec![clang.identity()];
    for (peer, name) in [("gcc", "gcc -static (glibc)"), ("musl", "musl-gcc -static")] {
        if let Some(tool) = peers.want(peer) {
            let native = builder.native(tool, "static", "hello", &format!("hello.{peer}"))?;
            subjects.push(Subject::new(name, &native, no_arguments));
            tools.push(tool.identity());
        }
    }
    if let Some(wasmtime) = peers.want("wasmtime") {
        let module = builder.precompiled(wasmtime, &wasm, "hello.cwasm")?;
        subjects.push(wasmtime.subject("wasmtime, precompiled", "run", [text(&module)]));
        tools.push(wasmtime.identity());
    }

    let rounds = rounds(500);
    let mut record = Record::new(QUESTION, rounds, tools);
    warm_up(&subjects)?;
    let costs = interleaved(&subjects, rounds)?;
    let walls: Vec<Vec<f64>> = costs.iter().map(|costs| samples(costs, |cost| cost.wall_seconds * 1e3)).collect();
    for (subject, walls) in subjects.iter().zip(&walls) {
        record.row(&subject.name, "wall", median_estimate(walls), "ms");
    }
    for (subject, other) in subjects.iter().zip(&walls).skip(1) {
        let name = format!("wasmc / {}", subject.name);
        record.row(&name, "ratio of walls", ratio_estimate(&walls[0], other), "");
    }
    record.finish("cold_start")
}
