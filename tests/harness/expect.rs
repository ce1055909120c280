//! Compares an actual result with an expected file, and rewrites the file when the user asks for it.
//!
//! All suites bless in the same way, with `WASMC_BLESS=1`. Nothing else may write an expected file.

use crate::{Failure, context, unified_diff};
use std::path::Path;

/// Whether expected files are to be rewritten: `WASMC_BLESS=1`.
pub fn bless() -> bool {
    std::env::var_os("WASMC_BLESS").is_some_and(|value| value == "1")
}

/// Compares with the content of a file; under [`bless`] writes the file instead. An absent file is an empty one, so
/// that "nothing is written" needs none.
pub fn check_file(expected: &Path, actual: &[u8]) -> Result<(), Failure> {
    if !bless() {
        let bytes = if expected.exists() { context(std::fs::read(expected), expected.display())? } else { Vec::new() };
        return check_bytes(&expected.display().to_string(), &bytes, actual);
    }
    if actual.is_empty() {
        let removed = if expected.exists() { std::fs::remove_file(expected) } else { Ok(()) };
        return context(removed, expected.display());
    }
    let parent = expected.parent().expect("an expected file lies in a folder");
    context(std::fs::create_dir_all(parent).and_then(|()| std::fs::write(expected, actual)), expected.display())
}

/// Compares two byte strings; the error shows the difference under this title.
pub fn check_bytes(title: &str, expected: &[u8], actual: &[u8]) -> Result<(), Failure> {
    match unified_diff(expected, actual) {
        None => Ok(()),
        Some(difference) => Err(format!("{title}\n{difference}")),
    }
}
