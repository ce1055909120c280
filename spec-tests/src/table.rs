//! The table of counts: a row for each script, in README.md below the line `MARK`, and printed at the end of each run.
//!
//! It guards against a harness that silently runs nothing: a script must have exactly the counts of its row.
//! `WASMC_BLESS=1` rewrites the table.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::verdict::Tally;

/// The line above the table.
const MARK: &str = "<!-- Below this line everything is counted: WASMC_BLESS=1 rewrites it. -->";

/// The columns between the name and the reason.
const COLUMNS: [&str; 11] = [
    "assertions",
    "rejected",
    "unlinkable",
    "returns",
    "traps",
    "exceptions",
    "modules",
    "not compiled",
    "refused for gc",
    "not run for that",
    "known to fail",
];

/// The counts of a script, or the sums of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    counts: [usize; COLUMNS.len()],
    /// The reasons of its known failures.
    reasons: String,
}

impl Row {
    /// The row of a script that ran.
    pub fn of(tally: &Tally, known: usize, reasons: &[&str]) -> Row {
        let counts = [
            tally.assertions(),
            tally.rejected,
            tally.unlinkable,
            tally.returns,
            tally.traps,
            tally.exceptions,
            tally.modules,
            tally.not_compiled,
            tally.gc,
            tally.not_run,
            known,
        ];
        Row { counts, reasons: reasons.join(" ") }
    }

    fn add(&mut self, other: &Row) {
        for (sum, count) in self.counts.iter_mut().zip(other.counts) {
            *sum += count;
        }
    }

    /// Reads a line of the table.
    fn parse(line: &str) -> Option<(String, Row)> {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [name, counts @ .., reasons] = cells.as_slice() else { return None };
        let counts: Vec<usize> = counts.iter().map(|cell| cell.parse().ok()).collect::<Option<_>>()?;
        Some(((*name).into(), Row { counts: counts.try_into().ok()?, reasons: (*reasons).into() }))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.counts.iter().try_for_each(|count| write!(f, " {count} |"))?;
        write!(f, " {} |", self.reasons)
    }
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> Result<String, Failure> {
    fs::read_to_string(path()).map_err(|error| format!("README.md: {error}"))
}

/// The rows in README.md, by script.
pub fn read() -> Result<BTreeMap<String, Row>, Failure> {
    let readme = readme()?;
    let generated = readme.split_once(MARK).map_or("", |(_, generated)| generated);
    Ok(generated.lines().filter_map(Row::parse).filter(|(name, _)| name.contains('/')).collect())
}

/// Writes these rows to README.md. Other rows stay, unless their scripts are gone.
pub fn bless(rows: &BTreeMap<String, Row>, exists: impl Fn(&str) -> bool) -> Result<(), Failure> {
    let mut all = read()?;
    all.retain(|name, _| exists(name));
    all.extend(rows.iter().map(|(name, row)| (name.clone(), row.clone())));
    let readme = readme()?;
    let by_hand = readme.split(MARK).next().unwrap_or_default().trim_end();
    let text = format!("{by_hand}\n\n{MARK}\n\n{}", render(&all));
    fs::write(path(), text).map_err(|error| format!("README.md: {error}"))
}

/// The text of the table: the sums of folders, then the scripts.
pub fn render(rows: &BTreeMap<String, Row>) -> String {
    let mut folders: BTreeMap<&str, Row> = BTreeMap::new();
    let mut all = Row::default();
    for (name, row) in rows {
        let folder = name.split('/').next().unwrap_or_default();
        folders.entry(folder).or_default().add(row);
        all.add(row);
    }
    let folders: Vec<(&str, &Row)> = folders.iter().map(|(name, row)| (*name, row)).chain([("all", &all)]).collect();
    let scripts: Vec<(&str, &Row)> = rows.iter().map(|(name, row)| (name.as_str(), row)).collect();
    format!("{}\n{}", table("folder", &folders), table("script", &scripts))
}

fn table(first: &str, rows: &[(&str, &Row)]) -> String {
    let mut text = format!("| {first} | {} | why |\n|---|{}---|\n", COLUMNS.join(" | "), "--:|".repeat(COLUMNS.len()));
    text.extend(rows.iter().map(|(name, row)| format!("| {name} |{row}\n")));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let tally = Tally { returns: 3, traps: 2, modules: 1, ..Tally::default() };
        let row = Row::of(&tally, 1, &["for a reason"]);
        let line = format!("| core/x |{row}");
        assert_eq!(Row::parse(&line), Some(("core/x".into(), row)));
        assert!(Row::parse("| script | assertions | why |").is_none());
    }
}
