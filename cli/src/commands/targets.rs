//! `wasmc targets`: what `--target` and `--cpu` take, and what this wasmc can do for each, for people as
//! aligned text and for programs as JSON, both on stdout.

use serde::Serialize;
use wasmc_compiler::{Cpu, Format, TARGETS, Target};

use crate::args::TargetsArguments;
use crate::diagnostics::{Failure, escape, escape_json};
use crate::output;

/// The version of the JSON form.
const SCHEMA: u32 = 1;

pub(crate) fn targets(arguments: &TargetsArguments) -> Result<(), Failure> {
    let targets = TARGETS.map(Description::of);
    let text = if arguments.json { json(&targets) } else { text(&targets) };
    output::stdout(text.as_bytes())
}

/// What there is to know of a target.
#[derive(Serialize)]
struct Description {
    name: String,
    triple: String,
    /// `elf` or `mach-o`.
    format: Format,
    /// Whether it is the machine that wasmc runs on.
    host: bool,
    /// Whether its runtime library is in this wasmc.
    runtime: bool,
    /// What is missing for executables, and how to get it.
    missing: Option<Missing>,
    /// What `--cpu` takes.
    cpus: Vec<String>,
    /// What `--cpu` takes behind a sign.
    features: Vec<String>,
}

#[derive(Serialize)]
struct Missing {
    message: String,
    hint: Option<String>,
}

impl Description {
    fn of(target: Target) -> Description {
        let native = (target == Target::host()).then_some("native");
        let cpus = ["baseline"].into_iter().chain(native).chain(Cpu::levels(target)).map(str::to_owned);
        let missing = target.check().err();
        Description {
            name: target.name().into(),
            triple: target.triple().to_string(),
            format: target.format(),
            host: target == Target::host(),
            runtime: target.has_runtime(),
            missing: missing.map(|error| Missing { message: error.to_string(), hint: error.hint() }),
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
    let mut rows = vec![["TARGET", "TRIPLE", "FORMAT", "RUNTIME"].map(str::to_owned)];
    rows.extend(targets.iter().map(|target| {
        [
            target.name.clone(),
            target.triple.clone(),
            target.format.to_string(),
            if target.runtime { "built in" } else { "missing" }.into(),
        ]
    }));
    let mut text = table(&rows);
    for target in targets {
        if let Some(missing) = &target.missing {
            text.push_str(&format!("\n{}\n", escape(&missing.message)));
            text.extend(missing.hint.iter().map(|hint| format!("  {}\n", hint.replace('\n', "\n  "))));
        }
    }
    text.push_str("\n--cpu takes\n");
    text.push_str(&table(&grouped(targets, |target| &target.cpus)));
    text.push_str("\n  and features, as in --cpu +feature or --cpu LEVEL,-feature\n");
    text.push_str(&table(&grouped(targets, |target| &target.features)));
    text
}

/// Targets with equal lists, and the list.
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
