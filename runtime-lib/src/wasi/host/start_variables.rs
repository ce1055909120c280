//! `WASMC_DIR` and `WASMC_ENV`: what the person who starts a program adds to the policy that was built into it.
//!
//! Both variables hold entries separated by `;`. They exist so that an executable can be given files and variables
//! without building it again, and this file decides whether they count. They do not if the executable is sealed. They
//! do not either if it runs with rights that its starter lacks (set-user-ID, set-group-ID, file capabilities): the
//! starter would choose what a stronger user's rights open, as with the `LD_*` variables, which dynamic loaders ignore
//! then. Nothing else in the runtime may read these variables.

use wasmc_abi::policy::entry::{self, DirectoryEntry, Refusal, VariableEntry};
use wasmc_abi::policy::{self, Record};

use crate::diagnostic::{Message, refuse_to_start};
use crate::entry::args;
use crate::program;
use crate::sys::privilege;

/// The directories that `WASMC_DIR` adds.
pub fn directories() -> impl Iterator<Item = DirectoryEntry<'static>> {
    entries(
        "WASMC_DIR",
        entry::directory,
        "its entries are HOST[::GUEST][:ro], as for --dir, with semicolons between them",
    )
}

/// The variables that `WASMC_ENV` adds.
pub fn variables() -> impl Iterator<Item = VariableEntry<'static>> {
    entries(
        "WASMC_ENV",
        entry::variable,
        "its entries are NAME or NAME=VALUE, as for --env, with semicolons between them",
    )
}

/// The entries of a variable that are not empty, as `parse` reads them; no entries if the variables do not count. An
/// entry that `parse` refuses ends the program: it would run without something that its starter meant to give it.
fn entries<T>(
    variable: &'static str,
    parse: fn(&'static [u8]) -> Result<T, Refusal>,
    form: &'static str,
) -> impl Iterator<Item = T> {
    let value = args::environment_variable(variable.as_bytes()).filter(|_| do_count(is_sealed(), privilege::is_raised));
    let entries = value.unwrap_or_default().split(|byte| *byte == b';').filter(|entry| !entry.is_empty());
    entries.map(move |entry| match parse(entry) {
        Ok(parsed) => parsed,
        Err(refusal) => {
            let mut message = Message::new();
            message.text("wasmc: the entry '").escaped(entry).text("' of ").text(variable).text(" is refused: ");
            refuse_to_start(message.text(refusal.message()), form)
        }
    })
}

fn do_count(is_sealed: bool, is_raised: impl FnOnce() -> bool) -> bool {
    !is_sealed && !is_raised()
}

fn is_sealed() -> bool {
    policy::records(program::policy()).any(|record| matches!(record, Record::Sealed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_count_unless_the_program_is_sealed_or_privileged() {
        assert!(do_count(false, || false));
        assert!(!do_count(false, || true));
        assert!(!do_count(true, || false));
        assert!(!do_count(true, || true));
    }

    #[test]
    fn tests_run_without_raised_rights() {
        assert!(!privilege::is_raised());
    }
}
