//! The report on a compilation that took place: warnings and statistics for `-v`, times for `--time`. It goes to
//! stderr, and nothing of it changes an output.

use wasmc_compiler::{Options, Output};

use crate::args::resolve::{Compilation, Verbosity};
use crate::diagnostics::{note, plain, warning};
use crate::quantities::bytes_text;
use crate::times::Times;

/// Says what the user asked to know; the outputs are in the order of the options.
pub(crate) fn report(outputs: &[Output], times: &Times, compilation: &Compilation) {
    if compilation.verbosity == Verbosity::Verbose {
        for (output, options) in outputs.iter().zip(&compilation.options) {
            let target = match outputs {
                [_] => None,
                _ => Some(options),
            };
            report_output(output, target);
        }
    }
    if compilation.time {
        plain(&times.table());
    }
}

/// Of one of several outputs, the target is said as well.
fn report_output(output: &Output, of_several: Option<&Options>) {
    let target = of_several.map_or_else(String::new, |options| format!("{}: ", options.target));
    for message in &output.warnings {
        warning(&format!("{target}{message}"));
    }
    let statistics = &output.statistics;
    note(&format!(
        "{target}{} functions compiled, {} dropped; {} of code, {} of start image, {} in all",
        statistics.functions,
        statistics.functions_dropped,
        bytes_text(statistics.code_bytes),
        bytes_text(statistics.image_bytes),
        bytes_text(output.bytes.len() as u64),
    ));
    let lost = [
        (statistics.debug_units_damaged, "damaged units, translated up to the damage"),
        (statistics.debug_locations_lost, "locations that no debugger can follow in the program, left out"),
    ];
    for (count, what) in lost.into_iter().filter(|(count, _)| *count > 0) {
        note(&format!("{target}debug information: {count} {what}"));
    }
}
