//! How fast is compiled code, compared with wasmtime and with the same C compiled natively?
//!
//! All variants of a program must print the same before any is measured: a fast program with a wrong result says
//! nothing.

use std::path::PathBuf;
use wasmc_benches::measure::{Subject, interleaved, samples};
use wasmc_benches::programs::{Builder, PROGRAMS, text};
use wasmc_benches::record::Record;
use wasmc_benches::statistics::{median_estimate, ratio_estimate};
use wasmc_benches::{Failure, bench, rounds};

const QUESTION: &str = "How much processor time does a C program need as an executable of wasmc, in wasmtime \
    (precompiled), and compiled natively? The programs are those of programs/.";

fn main() {
    bench(measure);
}

fn measure() -> Result<(), Failure> {
    let builder = Builder::new()?;
    let peers = builder.peers();
    let clang = peers.need("clang")?;
    let wasmtime = peers.want("wasmtime");
    let no_arguments: [&str; 0] = [];
    let rounds = rounds(15);
    let tools = std::iter::once(clang.identity()).chain(wasmtime.map(|tool| tool.identity())).collect();
    let mut record = Record::new(QUESTION, rounds, tools);
    let mut logarithms: Vec<(String, Vec<f64>)> = Vec::new();
    for program in PROGRAMS {
        eprintln!("running {program}");
        let wasm = builder.wasm(program)?;
        let mut variants: Vec<(&str, Subject)> = Vec::new();
        let mut add = |name: &'static str, path: PathBuf| {
            variants.push((name, Subject::new(&format!("{program}, {name}"), &path, no_arguments)));
        };
        add("wasmc", builder.executable(&wasm, &[], &format!("{program}.wasmc"))?);
        let explicit = ["--bounds-checks", "explicit"];
        add("wasmc, explicit bounds checks", builder.executable(&wasm, &explicit, &format!("{program}.explicit"))?);
        add("clang -O2", builder.native(clang, "native", program, &format!("{program}.native"))?);
        if let Some(tool) = wasmtime {
            let module = builder.precompiled(tool, &wasm, &format!("{program}.cwasm"))?;
            let label = format!("{program}, wasmtime");
            variants.push(("wasmtime", tool.subject(&label, "run", [text(&module)])));
        }
        let subjects: Vec<Subject> = variants.iter().map(|(_, subject)| subject.clone()).collect();
        same_output(&subjects)?;
        let costs = interleaved(&subjects, rounds)?;
        // Processor time: it hardly changes when other programs run on the same machine.
        let times: Vec<Vec<f64>> = costs.iter().map(|costs| samples(costs, |cost| cost.cpu_seconds)).collect();
        for (subject, times) in subjects.iter().zip(&times) {
            record.row(&subject.name, "processor time", median_estimate(times), "s");
        }
        for ((name, _), other) in variants.iter().zip(&times).skip(1) {
            let ratio = ratio_estimate(&times[0], other);
            record.row(&format!("{program}, wasmc / {name}"), "ratio", ratio, "");
            match logarithms.iter_mut().find(|(known, _)| known == name) {
                Some((_, values)) => values.push(ratio.value.ln()),
                None => logarithms.push((name.to_string(), vec![ratio.value.ln()])),
            }
        }
    }
    for (name, values) in &logarithms {
        let mean = (values.iter().sum::<f64>() / values.len() as f64).exp();
        let mean = wasmc_benches::statistics::Estimate::exact(mean);
        record.row(&format!("all, wasmc / {name}"), "geometric mean of ratios", mean, "");
    }
    record.finish("run_time")
}

/// A fast program with a wrong result is no result.
fn same_output(subjects: &[Subject]) -> Result<(), Failure> {
    let first = subjects[0].output()?;
    for subject in &subjects[1..] {
        let other = subject.output()?;
        if other != first {
            return Err(format!("{} printed {other:?}, but {} printed {first:?}", subject.name, subjects[0].name));
        }
    }
    Ok(())
}
