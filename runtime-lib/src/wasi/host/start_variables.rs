//! `WASMC_DIR` and `WASMC_ENV`: what the person who starts a program adds to the policy that was built into it.
//!
//! Both variables hold entries separated by `;`. They exist so that an executable can be given files and variables without
//! building it again, and this file decides whether they count. They do not if the executable is sealed. They do not either
//! if it runs with rights that its starter lacks (set-user-ID, set-group-ID, file capabilities): the starter would choose
//! what a stronger user's rights open, as with the `LD_*` variables, which dynamic loaders ignore then. Nothing else in
//! the runtime may read these variables.

use wasmc_abi::policy::{self, Record};

use crate::entry::args;
use crate::program;
use crate::sys::privilege;

/// The entries of a variable, without the empty ones; no entries if the variables do not count.
pub fn entries(variable: &[u8]) -> impl Iterator<Item = &'static [u8]> {
    let value = args::environment_variable(variable).filter(|_| do_count(is_sealed(), privilege::is_raised));
    value.unwrap_or_default().split(|byte| *byte == b';').filter(|entry| !entry.is_empty())
}

fn do_count(is_sealed: bool, is_raised: impl FnOnce() -> bool) -> bool {
    !is_sealed && !is_raised()
}

fn is_sealed() -> bool {
    policy::records(program::policy()).any(|record| record == Record::Sealed)
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
