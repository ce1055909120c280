//! The names that a program may import from libSystem: those in `libSystem.tbd`, a list that other linkers can read
//! too.
//!
//! macOS has no stable system calls, so programs call its C library. If the runtime uses a name that is not in the
//! list, linking must fail here, and not in dyld on a user's machine.

use super::Architecture;

/// A text-based stub of the library.
const LIBRARY: &str = include_str!("../libSystem.tbd");

/// The names for a processor, in the order of the list.
pub(super) fn names(architecture: Architecture) -> Vec<&'static str> {
    let target = match architecture {
        Architecture::Arm64 => "arm64-macos",
        Architecture::X86_64 => "x86_64-macos",
    };
    // Each entry of `exports` has a list of targets and a list of symbols, both in brackets.
    let exports = LIBRARY.split_once("\nexports:").map_or("", |(_, exports)| exports);
    let entries = exports.split("- targets:").skip(1);
    let lists = entries.filter_map(|entry| {
        let (targets, symbols) = entry.split_once("symbols:")?;
        Some((items(targets), items(symbols)))
    });
    let lists = lists.filter(|(targets, _)| targets.contains(&target));
    lists.flat_map(|(_, symbols)| symbols).collect()
}

/// The items of a list in brackets, without their quotes.
fn items(list: &str) -> Vec<&str> {
    let list = list.trim().trim_start_matches('[');
    let list = list.split_once(']').map_or(list, |(list, _)| list);
    list.split(',').map(|item| item.trim().trim_matches('\'')).filter(|item| !item.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_processor_has_its_own_names_and_the_common_ones() {
        let (arm64, x86_64) = (names(Architecture::Arm64), names(Architecture::X86_64));
        assert!(arm64.contains(&"_writev") && x86_64.contains(&"_writev"));
        assert!(arm64.contains(&"_fstat") && !x86_64.contains(&"_fstat"));
        assert!(x86_64.contains(&"_fstat$INODE64") && !arm64.contains(&"_fstat$INODE64"));
        assert!(arm64.iter().chain(&x86_64).all(|name| name.starts_with('_')));
    }
}
