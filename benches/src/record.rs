//! The result of a benchmark: printed as a table, and written into `results/` when `WASMC_BENCH_RECORD` names the
//! machine.
//!
//! Recorded numbers are compared over months, so a record has the date, the kind of machine and the versions of tools.
//! It must not contain the machine's host name or a user's name.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::Failure;
use crate::statistics::Estimate;

/// The result of one benchmark.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The question of the benchmark.
    question: String,
    /// The day of the run.
    date: String,
    /// Processors, system and load when it began.
    machine: String,
    /// A remark about this run.
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
    /// The program or the pair of programs that was measured.
    subject: String,
    /// The quantity, such as `wall`.
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

    /// Prints it, and writes it under the name of the benchmark if `WASMC_BENCH_RECORD` names a machine.
    pub fn finish(self, bench: &str) -> Result<(), Failure> {
        println!("{}", self.markdown(bench));
        match std::env::var("WASMC_BENCH_RECORD") {
            Ok(machine) if !machine.is_empty() => self.write(bench, &machine),
            _ => Ok(()),
        }
    }

    fn write(self, bench: &str, machine: &str) -> Result<(), Failure> {
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
            let Row { subject, measure, value, unit, .. } = row;
            text += &format!("| {subject} | {measure} | {} {unit} | {interval} |\n", short(*value));
        }
        text
    }
}

/// Three digits after the point, or as many as there are.
fn short(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

/// The day of the run, in UTC.
fn today() -> String {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    date(since_1970.as_secs() / 86_400)
}

/// The date of a day, counted from 1970, in the Gregorian calendar.
fn date(mut days: u64) -> String {
    let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
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

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_have_dates() {
        let days =
            [(0, "1970-01-01"), (58, "1970-02-28"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_819, "2027-01-01")];
        for (day, expected) in days {
            assert_eq!(date(day), expected);
        }
    }
}
