//! `wasmc inspect`: describes a file on stdout, for people as aligned text and for programs as JSON. Only the JSON is
//! stable. Every name from the file must be escaped before it is shown.

use wasmc_compiler::{
    BuildSummary, ExecutableSummary, Inspection, MemorySummary, ModuleKind, ModuleSummary, PartSize, PolicySummary,
};

use crate::args::InspectArguments;
use crate::crash;
use crate::diagnostics::{Failure, escape, escape_json};
use crate::input::Input;
use crate::output;
use crate::quantities::bytes_text;

pub(crate) fn inspect(arguments: InspectArguments) -> Result<(), Failure> {
    let input = Input::new(arguments.input);
    let name = input.display();
    let bytes = input.read()?.bytes;
    let inspected = crash::guard(&name, || wasmc_compiler::inspect(&bytes))?;
    let inspection = inspected.map_err(|error| Failure::library(&name, &error))?;
    let text = if arguments.json { escape_json(&inspection.to_json()) + "\n" } else { text(&name, &inspection) };
    output::stdout(text.as_bytes())
}

fn text(name: &str, inspection: &Inspection) -> String {
    let mut page = Page::default();
    match inspection {
        Inspection::Module { module } => {
            page.line(&format!("{name}: WebAssembly module, {}, {}", kind(module.kind), bytes_text(module.bytes)));
            page.module(module);
            page.sizes("size by section", &module.sections, module.bytes);
            page.sizes("size by custom section", &module.custom_sections, module.bytes);
        }
        Inspection::Executable(executable) => page.executable(name, executable),
    }
    page.text
}

fn kind(kind: ModuleKind) -> &'static str {
    match kind {
        ModuleKind::Command => "command",
        ModuleKind::Reactor => "reactor",
        ModuleKind::Neither => "neither command nor reactor",
    }
}

/// The text so far.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A heading with rows of aligned columns under it, or nothing if there are no rows.
    fn table(&mut self, heading: &str, rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        self.line(&format!("\n{heading}"));
        let widths = widths(rows);
        for row in rows {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("  {cell:<width$}"));
            self.line(&cells.collect::<String>());
        }
    }

    fn module(&mut self, module: &ModuleSummary) {
        let proposals = |supported: bool| {
            let names = module.proposals.iter().filter(|proposal| proposal.supported == supported);
            names.map(|proposal| proposal.name.clone()).collect::<Vec<_>>().join(", ")
        };
        let mut rows = vec![
            row(["functions", &module.functions.to_string()]),
            row(["globals", &module.globals.to_string()]),
            row(["proposals", &or_none(proposals(true))]),
        ];
        let unsupported = proposals(false);
        if !unsupported.is_empty() {
            rows.push(row(["not compiled", &unsupported]));
        }
        for (index, memory) in module.memories.iter().enumerate() {
            rows.push(row([&format!("memory {index}"), &memory_text(memory)]));
        }
        for (index, table) in module.tables.iter().enumerate() {
            let limits = limits(table.minimum, table.maximum);
            rows.push(row([&format!("table {index}"), &format!("{limits} of {}", table.element)]));
        }
        self.table("module", &rows);
        self.imports(module);
        let exports = module.exports.iter().map(|export| row([&escape(&export.name), &export.ty]));
        self.table(&format!("exports ({})", module.exports.len()), &exports.collect::<Vec<_>>());
    }

    fn imports(&mut self, module: &ModuleSummary) {
        let missing = module.imports.iter().filter(|import| !import.provided).count();
        let heading = match missing {
            0 => format!("imports ({})", module.imports.len()),
            _ => format!("imports ({}, of which nothing provides {missing})", module.imports.len()),
        };
        let rows = module.imports.iter().map(|import| {
            let provider = if import.provided { "" } else { "not provided" };
            row([&escape(&import.module), &escape(&import.name), &import.ty, provider])
        });
        self.table(&heading, &rows.collect::<Vec<_>>());
    }

    fn executable(&mut self, name: &str, executable: &ExecutableSummary) {
        let build = &executable.build;
        self.line(&format!(
            "{name}: {} {} made by wasmc {} for {}, {}",
            executable.object_format,
            if executable.linked { "executable" } else { "object" },
            escape(&build.version),
            escape(&build.target),
            bytes_text(executable.bytes)
        ));
        self.table("build", &build_rows(build));
        self.table("may touch", &policy_rows(&executable.policy));
        let module = &executable.module;
        self.line(&format!("\nmade from a WebAssembly module, {}, {}", kind(module.kind), bytes_text(module.bytes)));
        self.module(module);
        self.sizes("size by part", &executable.parts, executable.bytes);
        self.sizes("size by section", &executable.sections, executable.bytes);
    }

    fn sizes(&mut self, heading: &str, parts: &[PartSize], whole: u64) {
        let rows = parts.iter().map(|part| {
            let percent = part.bytes as f64 * 100.0 / whole.max(1) as f64;
            row([&escape(&part.name), &format!("{:>12}", part.bytes), &format!("{percent:>5.1}%")])
        });
        self.table(heading, &rows.collect::<Vec<_>>());
    }
}

fn build_rows(build: &BuildSummary) -> Vec<Vec<String>> {
    let mut rows = vec![
        row(["cpu", &escape(&build.cpu)]),
        row(["optimization", &format!("-O{}", escape(&build.opt_level))]),
        row(["bounds checks", &escape(&build.bounds_checks)]),
        row(["unknown imports", &escape(&build.unknown_imports)]),
        row(["stack", &bytes_text(build.stack_bytes)]),
    ];
    if build.deterministic {
        rows.push(row(["results", "the same on every processor"]));
    }
    if let Some(bytes) = build.max_memory_bytes {
        rows.push(row(["memory limit", &bytes_text(bytes)]));
    }
    if let Some(export) = &build.invoke {
        rows.push(row(["runs the export", &escape(export)]));
    }
    rows
}

fn policy_rows(policy: &PolicySummary) -> Vec<Vec<String>> {
    let mut rows = vec![row(["stdin, stdout, stderr", ""])];
    for preopen in &policy.preopens {
        let access = if preopen.read_only { "read only" } else { "read and write" };
        let names = format!("{} as {}", escape(&preopen.host), escape(&preopen.guest));
        rows.push(row(["directory", &names, access]));
    }
    for variable in &policy.environment {
        let shown = match &variable.value {
            Some(value) => format!("{}={}", escape(&variable.name), escape(value)),
            None => format!("{} (the host's value)", escape(&variable.name)),
        };
        rows.push(row(["variable", &shown]));
    }
    if policy.inherit_environment {
        rows.push(row(["variables", "all of the host's"]));
    }
    for descriptor in &policy.inherited_descriptors {
        rows.push(row(["descriptor", &descriptor.to_string()]));
    }
    if let Some(arg0) = &policy.arg0 {
        rows.push(row(["is called", &escape(arg0)]));
    }
    let more = if policy.sealed { "nothing (sealed)" } else { "what WASMC_DIR and WASMC_ENV add" };
    rows.push(row(["and at start", more]));
    rows
}

fn memory_text(memory: &MemorySummary) -> String {
    let size = |pages: u64| bytes_text(pages.saturating_mul(memory.page_bytes));
    let pages = limits(memory.minimum_pages, memory.maximum_pages);
    let of = if memory.page_bytes == 65536 { String::new() } else { format!(" of {}", bytes_text(memory.page_bytes)) };
    let mut text = match memory.maximum_pages {
        Some(maximum) => format!("{pages} pages{of} ({} to {})", size(memory.minimum_pages), size(maximum)),
        None => format!("{pages} pages{of} ({})", size(memory.minimum_pages)),
    };
    for (is, word) in [(memory.imported, "imported"), (memory.shared, "shared"), (memory.memory64, "64-bit")] {
        if is {
            text.push_str(", ");
            text.push_str(word);
        }
    }
    text
}

fn limits(minimum: u64, maximum: Option<u64>) -> String {
    match maximum {
        Some(maximum) => format!("{minimum} to {maximum}"),
        None => format!("{minimum} or more"),
    }
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none beyond WebAssembly 1.0".into() } else { text }
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).into()
}

/// The widest column. Longer cells stick out, since one name of a megabyte must not widen every line.
const COLUMN_WIDTH_MAX: usize = 48;

fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count().min(COLUMN_WIDTH_MAX)).max().unwrap_or(0)
    };
    (0..columns).map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(wat: &str) -> String {
        text("'x'", &wasmc_compiler::inspect(wat.as_bytes()).expect("a module"))
    }

    #[test]
    fn a_module_is_shown_in_aligned_columns() {
        let text = shown(
            r#"(module
                (import "wasi_snapshot_preview1" "proc_exit" (func (param i32)))
                (import "env" "f\1b" (func (result i64)))
                (memory 1 2) (table 3 funcref)
                (func (export "_start")) (export "memory" (memory 0)))"#,
        );
        let expected = "\
'x': WebAssembly module, command, 112 B

module
  functions  3
  globals    0
  proposals  none beyond WebAssembly 1.0
  memory 0   1 to 2 pages (64.0 KiB to 128.0 KiB)
  table 0    3 or more of funcref

imports (2, of which nothing provides 1)
  wasi_snapshot_preview1  proc_exit  (func (param i32))
  env                     f\\u{1b}    (func (result i64))  not provided

exports (2)
  _start  (func)
  memory  (memory 1 2)

size by section
";
        assert_eq!(text.get(..expected.len()), Some(expected), "{text}");
    }

    #[test]
    fn proposals_that_are_not_compiled_are_told_apart() {
        let text = shown("(module (memory 1 1 shared) (type (struct)) (func (result v128) v128.const i64x2 0 0))");
        assert!(text.contains("  proposals     simd, threads\n  not compiled  gc\n"), "{text}");
        assert!(text.contains("1 to 1 pages (64.0 KiB to 64.0 KiB), shared\n"), "{text}");
    }
}
