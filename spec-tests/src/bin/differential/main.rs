//! The program `differential`: it runs many differential cases (`--cases 100000 --seed 1`) or one of them (`--case
//! SEED`).
//!
//! `src/differential/README.md` explains cases and findings. All work is in the library, so that the tests of CI do the
//! same. The exit status must be 1 if there is a finding.

#![forbid(unsafe_code)]

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use wasmc_spec_tests::Failure;
use wasmc_spec_tests::differential::campaign::{self, Campaign, Source, Tally};
use wasmc_spec_tests::differential::generate::Task;
use wasmc_spec_tests::differential::mode::{Mode, modes};

/// Compares what wasmc's programs do with what an interpreter does.
#[derive(Parser)]
struct Arguments {
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of seeds.
    #[arg(long, default_value_t = 1000)]
    cases: u64,
    /// Make the cases of vector instructions only.
    #[arg(long)]
    vectors: bool,
    /// Only modes whose name starts with this, such as `x86_64/guard` or `riscv64`; may be repeated.
    #[arg(long)]
    mode: Vec<String>,
    /// The number of cases that are compiled together.
    #[arg(long, default_value_t = 50)]
    batch: u64,
    /// The number of programs in work at once.
    #[arg(long, default_value_t = std::thread::available_parallelism().map_or(1, |threads| threads.get()))]
    threads: usize,
    /// Show this case, write its module to `case-SEED.wat`, and run it in every mode.
    #[arg(long, value_name = "SEED")]
    case: Option<u64>,
    /// With `--case`: take the module from this file, for example after making it smaller.
    #[arg(long, requires = "case")]
    module: Option<PathBuf>,
}

impl Arguments {
    fn source(&self) -> Source {
        if self.vectors { Source::Vectors } else { Source::Modules }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let chosen = |mode: &Mode| {
        arguments.mode.is_empty() || arguments.mode.iter().any(|start| mode.name().starts_with(start.as_str()))
    };
    let modes: Vec<Mode> = modes().into_iter().filter(chosen).collect();
    if modes.is_empty() {
        eprintln!("differential: no such mode; there are:");
        wasmc_spec_tests::differential::mode::modes().iter().for_each(|mode| eprintln!("  {}", mode.name()));
        return ExitCode::from(2);
    }
    let result = match arguments.case {
        Some(seed) => show(seed, &arguments, &modes),
        None => run(&arguments, modes),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("differential: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Runs many cases. True if there is no finding.
fn run(arguments: &Arguments, modes: Vec<Mode>) -> Result<bool, Failure> {
    let Arguments { seed, cases, batch, threads, .. } = *arguments;
    let campaign =
        Campaign { source: arguments.source(), seed, cases, modes, batch: batch.max(1), threads: threads.max(1) };
    let start = Instant::now();
    let last = Mutex::new(start);
    let tallies = campaign.run(|done, findings| {
        for finding in findings {
            println!("{} in {}: {}", finding.seed, finding.mode, finding.failure);
        }
        let mut last = last.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if last.elapsed() > Duration::from_secs(20) {
            *last = Instant::now();
            eprintln!("{done} of {cases} after {:.0} s", start.elapsed().as_secs_f64());
        }
    })?;
    let mut clean = true;
    for (mode, tally) in &tallies {
        println!("{mode}: {tally}");
        clean &= tally.findings.is_empty();
    }
    println!("{cases} cases from seed {seed} in {:.0} s", start.elapsed().as_secs_f64());
    Ok(clean)
}

/// Shows one case and runs it in every mode. True if there is no finding.
fn show(seed: u64, arguments: &Arguments, modes: &[Mode]) -> Result<bool, Failure> {
    let case = match &arguments.module {
        None => arguments.source().case(seed)?,
        Some(path) => {
            let text = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let module = wat::parse_bytes(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            arguments.source().with_module(seed, module.into_owned())?
        }
    };
    if arguments.module.is_none() {
        let path = format!("case-{seed}.wat");
        let text =
            wasmprinter::print_bytes(&case.wasm).map_err(|error| format!("the module has no text: {error:#}"))?;
        std::fs::write(&path, text).map_err(|error| format!("{path}: {error}"))?;
        println!("{path}: {} bytes", case.wasm.len());
    }
    if let Task::Run { exports, steps, fuel } = &case.task {
        println!("fuel {fuel}");
        for (index, step) in steps.iter().enumerate() {
            println!("step {index}: {}", step.describe(exports));
        }
    }
    let mut clean = true;
    for mode in modes {
        let tally: Tally = campaign::single(mode, case.clone())?;
        println!("{}: {tally}", mode.name());
        for finding in &tally.findings {
            println!("  {}", finding.failure);
        }
        clean &= tally.findings.is_empty();
    }
    Ok(clean)
}
