//! The sections of the manual beside the options: one table for each, which `--help` and the manual pages show. A text
//! about a single option does not belong here but to its definition.

use wasmc_compiler::Proposals;

/// A heading and its entries.
pub(crate) struct Section {
    pub(crate) heading: &'static str,
    pub(crate) entries: &'static [(&'static str, &'static str)],
}

/// In the order of man-pages(7).
pub(crate) const SECTIONS: [Section; 3] = [
    Section {
        heading: "Exit status",
        entries: &[
            ("0", "It was done."),
            (
                "1",
                "It failed: the input is no valid module, a file cannot be read or written, memory ran out, or wasmc \
                 has a bug.",
            ),
            ("2", "The command line is invalid."),
            (
                "other",
                "Under `wasmc run`, the status of the program, whatever it is; 134 if it trapped. Executables behave \
                 alike.",
            ),
        ],
    },
    Section {
        heading: "Environment",
        entries: &[
            ("NO_COLOR", "If set and not empty, messages have no color."),
            (
                "WASMC_CACHE",
                "Where `wasmc run` keeps compiled programs, instead of $XDG_CACHE_HOME/wasmc or ~/.cache/wasmc. Where \
                 none of these can be used, because others can write there or programs cannot run there, it is \
                 wasmc-cache-UID in $TMPDIR or /tmp.",
            ),
            (
                "WASMC_DIR, WASMC_ENV",
                "Read by the executables, not by wasmc: more directories and variables, unless they were built with \
                 --sealed.",
            ),
        ],
    },
    Section {
        heading: "Files",
        entries: &[
            (
                "~/.cache/wasmc/programs",
                "Programs that `wasmc run` compiled, by a hash of the module and everything that shapes the result. \
                 Each is checked before it runs. Beyond 2 GiB, those that were not used for the longest time are \
                 removed; `wasmc clean` removes all of them, and `wasmc clean --list` shows them.",
            ),
            (
                ".wasmc-*.tmp",
                "A result that is being written. One whose writer was killed is removed by the next build there.",
            ),
        ],
    },
];

/// The long help of `--wasm-features`, with the names of the proposals that this version of wasmc compiles.
pub(crate) fn wasm_features() -> String {
    format!(
        "Which proposals modules may use: +NAME and -NAME, or a set [default: all that wasmc compiles]\n\nWith commas \
         between them, as in -threads,-simd or wasm2,+tail-call. A module that uses another is refused, with the name \
         of the proposal. A proposal brings those that it builds on, and takes with it those that build on it. A set \
         replaces what stands before it: all, mvp (none), wasm1, wasm2, or wasm3, which is that version of the \
         specification as far as wasmc compiles it. The proposals are {}.",
        Proposals::all().names().join(", ")
    )
}

/// The sections as plain text, for `--help`.
pub(crate) fn after_help() -> String {
    let mut text = String::new();
    for section in &SECTIONS {
        text.push_str(section.heading);
        text.push_str(":\n");
        for (term, meaning) in section.entries {
            text.push_str(&format!("  {term}\n          {meaning}\n"));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}
