//! What a benchmark found: printed as a table, and kept in `results/` where that is asked for.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Failure;
use crate::statistics::Estimate;

/// The result of one benchmark.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// What was asked.
    question: String,
    /// The day of the run.
    date: String,
    /// Processors, system and load when it began.
    machine: String,
    /// What was special about this run.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    /// Rounds, each with one run of every subject.
    rounds: usize,
    /// The tools, with versions.
    tools: Vec<String>,
    /// The numbers.
    rows: Vec<Row>,
}

/// One number.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Row {
    /// Of whom.
    subject: String,
    /// What.
    measure: String,
    value: f64,
    /// The interval that holds it with 95 % confidence.
    low: f64,
    high: f64,
    unit: String,
}

impl Record {
    /// An empty record of a run that begins now.
    pub fn new(question: &str, rounds: usize, tools: Vec<String>) -> Record {
        let note = std::env::var("WASMC_BENCH_NOTE").unwrap_or_default();
        let (date, machine) = (today(), machine());
        Record { question: question.into(), date, machine, note, rounds, tools, rows: Vec::new() }
    }

    /// Adds a number.
    pub fn row(&mut self, subject: &str, measure: &str, estimate: Estimate, unit: &str) {
        let Estimate { value, low, high } = estimate;
        let (subject, measure, unit) = (subject.into(), measure.into(), unit.into());
        self.rows.push(Row { subject, measure, value, low, high, unit });
    }

    /// Prints it, and keeps it under the name of the benchmark if `WASMC_BENCH_RECORD` names a machine.
    pub fn finish(self, bench: &str) -> Result<(), Failure> {
        println!("{}", self.markdown(bench));
        match std::env::var("WASMC_BENCH_RECORD") {
            Ok(machine) if !machine.is_empty() => self.keep(bench, &machine),
            _ => Ok(()),
        }
    }

    fn keep(self, bench: &str, machine: &str) -> Result<(), Failure> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
        let path = folder.join(format!("{machine}.toml"));
        let mut records: BTreeMap<String, Record> = match fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?,
            Err(_) => BTreeMap::new(),
        };
        records.insert(bench.into(), self);
        let toml = toml::to_string(&records).map_err(|error| error.to_string())?;
        let mut markdown =
            format!("# Results: {machine}\n\nWritten by `cargo bench -p wasmc-benches`; the numbers are those of ");
        markdown.push_str(&format!("`{machine}.toml`.\nIntervals are 95 % (bootstrap). Times are medians.\n"));
        for (bench, record) in &records {
            markdown.push('\n');
            markdown.push_str(&record.markdown(bench));
        }
        let written = fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&path, toml))
            .and_then(|()| fs::write(folder.join(format!("{machine}.md")), markdown));
        written.map_err(|error| format!("{}: {error}", path.display()))
    }

    fn markdown(&self, bench: &str) -> String {
        let mut text = format!("## {bench}\n\n{}\n\n", self.question);
        let mut line = |label: &str, value: &str| {
            if !value.is_empty() {
                text.push_str(&format!("- {label}: {value}\n"));
            }
        };
        line("date", &self.date);
        line("machine", &self.machine);
        line("note", &self.note);
        line("rounds", &self.rounds.to_string());
        line("tools", &self.tools.join("; "));
        text.push_str("\n| subject | measure | value | interval |\n| --- | --- | --- | --- |\n");
        for row in &self.rows {
            let interval =
                if row.low == row.high { String::new() } else { format!("{}–{}", short(row.low), short(row.high)) };
            // Writing into a string cannot fail.
            let _ = writeln!(
                text,
                "| {} | {} | {} {} | {interval} |",
                row.subject,
                row.measure,
                short(row.value),
                row.unit
            );
        }
        text
    }
}

/// Three digits after the point, or as many as there are.
fn short(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

fn today() -> String {
    let output = Command::new("date").args(["-u", "+%Y-%m-%d"]).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

/// The kind of machine, without a name by which it could be found.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_once([':', '=']))
            .map_or(String::new(), |(_, value)| value.trim().trim_matches('"').to_owned())
    };
    let cpu = field(&read("/proc/cpuinfo"), "model name");
    let system = field(&read("/etc/os-release"), "PRETTY_NAME");
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let virtual_machine = if read("/proc/cpuinfo").contains("hypervisor") { ", virtual" } else { "" };
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or_default();
    format!("{} ({cpu}), {cores} cores{virtual_machine}, {system}; load {load} at the start", std::env::consts::ARCH)
}
