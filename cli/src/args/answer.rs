//! The answer to a command line that cannot be read. clap makes it; here it gets better tips: a module without a
//! command gets one, and a tip that is far from what was typed goes. The words and their order remain clap's.

use std::ffi::OsString;
use std::path::Path;

use clap::CommandFactory;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use wasmc_compiler::nearest;

use super::Arguments;

/// What other tools call the commands.
const OTHER_NAMES: [(&str, &str); 6] = [
    ("compile", "build"),
    ("cc", "build"),
    ("exec", "run"),
    ("info", "inspect"),
    ("dump", "inspect"),
    ("cache", "clean"),
];

/// A list of values with more names than this is not shown.
const NAMES_MAX: usize = 10;

/// Improves the tips of an error about these arguments.
pub(crate) fn improve(mut error: clap::Error, arguments: &[OsString]) -> clap::Error {
    match error.kind() {
        ErrorKind::InvalidSubcommand => improve_command(&mut error),
        // If the tip goes, so must the usage, which has the option of the tip.
        ErrorKind::UnknownArgument
            if remove_far_tip(&mut error, ContextKind::InvalidArg, ContextKind::SuggestedArg) =>
        {
            restore_usage(&mut error, arguments);
        }
        ErrorKind::InvalidValue => {
            remove_far_tip(&mut error, ContextKind::InvalidValue, ContextKind::SuggestedValue);
            remove_long_list(&mut error);
        }
        _ => {}
    }
    error
}

fn improve_command(error: &mut clap::Error) {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else { return };
    let word = word.clone();
    let tip = if is_module(Path::new(&word)) {
        Some(format!("to run a module, write `wasmc run {word}`; to compile it, `wasmc build {word}`"))
    } else {
        let other = OTHER_NAMES.iter().find(|(other, _)| *other == word);
        other.map(|(_, command)| format!("the command is called '{command}'"))
    };
    match tip {
        Some(tip) => {
            error.remove(ContextKind::SuggestedSubcommand);
            error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![StyledStr::from(tip)]));
        }
        None => {
            remove_far_tip(error, ContextKind::InvalidSubcommand, ContextKind::SuggestedSubcommand);
        }
    }
}

/// Whether a word in the place of a command is a file to compile.
fn is_module(word: &Path) -> bool {
    word.extension().is_some_and(|extension| extension == "wasm" || extension == "wat") || word.is_file()
}

/// Removes a tip that is not close to what was typed: clap also counts words that only share letters.
fn remove_far_tip(error: &mut clap::Error, typed: ContextKind, tip: ContextKind) -> bool {
    let Some(ContextValue::String(typed)) = error.get(typed) else { return false };
    let tips: Vec<&str> = match error.get(tip) {
        Some(ContextValue::String(tip)) => vec![tip],
        Some(ContextValue::Strings(tips)) => tips.iter().map(String::as_str).collect(),
        _ => return false,
    };
    let name = |word| str::trim_start_matches(word, '-');
    let is_close = nearest(name(typed), tips.into_iter().map(name)).is_some();
    if !is_close {
        error.remove(tip);
    }
    !is_close
}

/// Removes a list of names that is there for completion alone: the help of the option says what it takes.
fn remove_long_list(error: &mut clap::Error) {
    if matches!(error.get(ContextKind::ValidValue), Some(ContextValue::Strings(names)) if names.len() > NAMES_MAX) {
        error.remove(ContextKind::ValidValue);
    }
}

fn restore_usage(error: &mut clap::Error, arguments: &[OsString]) {
    let mut wasmc = Arguments::command();
    wasmc.build();
    let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    let name = words.find(|word| wasmc.find_subcommand(word).is_some());
    if let Some(command) = name.and_then(|name| wasmc.find_subcommand_mut(name)) {
        error.insert(ContextKind::Usage, ContextValue::StyledStr(command.render_usage()));
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn answer(line: &str) -> String {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let error = Arguments::try_parse_from(&arguments).expect_err(line);
        improve(error, &arguments).to_string()
    }

    #[test]
    fn a_module_without_a_command_is_told_what_to_type() {
        let tip = "tip: to run a module, write `wasmc run x/app.wasm`; to compile it, `wasmc build x/app.wasm`";
        assert!(answer("wasmc x/app.wasm a").contains(tip));
        assert!(answer("wasmc x.wat").contains("`wasmc build x.wat`"));
        assert!(answer("wasmc /proc/self/status").contains("`wasmc run /proc/self/status`"));
    }

    #[test]
    fn tips_are_close_to_what_was_typed() {
        assert!(answer("wasmc biuld a").contains("a similar subcommand exists: 'build'"));
        assert!(answer("wasmc compile a").contains("tip: the command is called 'build'"));
        assert!(!answer("wasmc frobnicate").contains("tip"));
        assert!(answer("wasmc build a --unknown-import=trap").contains("'--unknown-imports'"));
        for far in ["wasmc build a --release", "wasmc build a --realease", "wasmc build a --emit native"] {
            assert!(!answer(far).contains("tip"), "{}", answer(far));
        }
        assert!(answer("wasmc build a --release").contains("Usage: wasmc build [OPTIONS] <MODULE>"));
    }
}
