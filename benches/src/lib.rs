//! The parts that all benchmarks use: measured processes, peers, statistics and the record of results.
//!
//! A benchmark is one file that asks one question and is read from top to bottom. It must not assert anything about
//! time: it prints measurements with intervals, and the reader judges. Compared measurements are interleaved, round by
//! round, so that a change of the machine's load affects all of them.
//!
//! Variables that steer a run:
//! - `WASMC_BIN` is a built `wasmc`; otherwise cargo builds one in release mode.
//! - `WASMC_BENCH_RECORD=NAME` writes the result into files of that name in the folder of results.
//! - `WASMC_BENCH_NOTE` is a remark for the record about the machine during this run.
//! - `WASMC_BENCH_ROUNDS` is the number of rounds, if the benchmark's own number is too large.

#![forbid(unsafe_code)]

pub mod measure;
pub mod peers;
pub mod programs;
pub mod record;
pub mod statistics;

/// Why a benchmark could not be run, for people.
pub type Failure = String;

/// Runs a benchmark when cargo asks for one; `cargo test --all-targets` starts these programs without `--bench`.
pub fn bench(body: impl FnOnce() -> Result<(), Failure>) {
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("a benchmark: run it with `cargo bench -p wasmc-benches`");
        return;
    }
    if let Err(failure) = body() {
        eprintln!("error: {failure}");
        std::process::exit(1);
    }
}

/// The number of rounds: `WASMC_BENCH_ROUNDS`, or the benchmark's own number.
pub fn rounds(wanted: usize) -> usize {
    std::env::var("WASMC_BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(wanted).max(2)
}
