//! `wasmc targets`: the values of `--target` and `--cpu`, as aligned text for people or as JSON for programs, both on
//! stdout.
//!
//! The lists come from the library; this file only arranges them.

use serde::Serialize;
use wasmc_compiler::{Cpu, Format, TARGETS, Target, has_runtime};

use crate::args::TargetsArguments;
use crate::diagnostics::{Failure, escape_json};
use crate::output;

/// The version of the JSON form.
const SCHEMA: u32 = 1;

pub(crate) fn targets(arguments: &TargetsArguments) -> Result<(), Failure> {
    let targets = TARGETS.map(Description::of);
    let text = if arguments.json { json(&targets) } else { text(&targets) };
    output::stdout(text.as_bytes())
}

/// A target, in the order of fields that the JSON form has.
#[derive(Serialize)]
struct Description {
    name: String,
    /// The machine in words.
    description: String,
    triple: String,
    /// `elf` or `mach-o`.
    format: Format,
    /// Whether it is the machine that wasmc runs on.
    host: bool,
    /// Whether its runtime library is in this wasmc; only a wasmc that was built with `WASMC_RUNTIME=source` can lack
    /// one.
    runtime: bool,
    /// Levels and other names that `--cpu` takes.
    cpus: Vec<String>,
    /// Features that `--cpu` takes behind a sign.
    features: Vec<String>,
}

impl Description {
    fn of(target: Target) -> Description {
        let native = (target == Target::host()).then_some("native");
        let cpus = ["baseline"].into_iter().chain(native).chain(Cpu::levels(target)).map(str::to_owned);
        Description {
            name: target.name().into(),
            description: target.description().into(),
            triple: target.triple().to_string(),
            format: target.format(),
            host: target == Target::host(),
            runtime: has_runtime(target),
            cpus: cpus.collect(),
            features: Cpu::features(target).into_iter().map(str::to_owned).collect(),
        }
    }
}

fn json(targets: &[Description]) -> String {
    #[derive(Serialize)]
    struct Document<'a> {
        schema: u32,
        targets: &'a [Description],
    }
    let document = Document { schema: SCHEMA, targets };
    escape_json(&serde_json::to_string_pretty(&document).expect("string keys only")) + "\n"
}

fn text(targets: &[Description]) -> String {
    let mut rows = vec![["TARGET", "EXECUTABLES FOR", "--cpu"].map(str::to_owned)];
    rows.extend(targets.iter().map(|target| {
        let mut machine = target.description.clone();
        if target.host {
            machine.push_str(" (this machine)");
        }
        if !target.runtime {
            machine.push_str(" (not in this build)");
        }
        [target.name.clone(), machine, target.cpus.join(" ")]
    }));
    let mut text = table(&rows);
    text.push_str("\n--cpu also takes features behind a sign, as in --cpu +FEATURE or --cpu LEVEL,-FEATURE:\n");
    text.push_str(&table(&grouped(targets, |target| &target.features)));
    text
}

/// A row for each distinct list: the targets that have it, and the list.
fn grouped(targets: &[Description], list: fn(&Description) -> &Vec<String>) -> Vec<[String; 2]> {
    let mut groups: Vec<(String, &Vec<String>)> = Vec::new();
    for target in targets {
        match groups.iter_mut().find(|(_, other)| *other == list(target)) {
            Some((names, _)) => *names = format!("{names}, {}", target.name),
            None => groups.push((format!("  {}", target.name), list(target))),
        }
    }
    groups.into_iter().map(|(names, list)| [names, list.join(" ")]).collect()
}

/// Rows with aligned columns.
fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let widths: [usize; N] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let line = |row: &[String; N]| {
        let cells: Vec<_> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
