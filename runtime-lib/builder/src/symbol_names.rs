//! Names of the runtime's functions for people who debug or profile an executable.
//!
//! Each executable has these names, and full names were a tenth of a small one. So they have no hash, a short name of
//! the crate, and of a path in angle brackets, which is a type or a trait, only the last part. The path of the function
//! itself must stay: it tells where in the sources the function is.

/// The runtime's crate, and its name in executables.
const CRATE: &str = "wasmc_runtime::";
const CRATE_SHORT: &str = "wasmc::";

/// The name that people read, of a mangled name.
pub(crate) fn readable(mangled: &str) -> String {
    shorten(&format!("{:#}", rustc_demangle::demangle(mangled))).replace(CRATE, CRATE_SHORT)
}

/// Cuts each path in angle brackets to its last part.
fn shorten(name: &str) -> String {
    let mut short = String::new();
    let mut depth = 0;
    // The start in `short` of the path that is being read.
    let mut path = 0;
    let mut rest = name;
    while let Some(character) = rest.chars().next() {
        // A path that goes on after a closed bracket, as `<T as Trait>::method`, is not one to cut.
        if depth > 0 && rest.starts_with("::") && !short.ends_with('>') {
            short.truncate(path);
            rest = &rest[2..];
            continue;
        }
        short.push(character);
        rest = &rest[character.len_utf8()..];
        match character {
            '<' => depth += 1,
            '>' if !short.ends_with("->") => depth -= 1,
            _ => {}
        }
        if !(character.is_alphanumeric() || "_{}#>".contains(character)) {
            path = short.len();
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_hash_and_a_short_crate() {
        assert_eq!(readable("_ZN13wasmc_runtime6memory4grow17h0123456789abcdefE"), "wasmc::memory::grow");
        assert_eq!(readable("memcpy"), "memcpy");
    }

    #[test]
    fn paths_in_brackets_are_cut() {
        for (name, expected) in [
            ("wasmc_runtime::memory::reserve::open", "wasmc_runtime::memory::reserve::open"),
            ("<&usize as core::fmt::Debug>::fmt", "<&usize as Debug>::fmt"),
            ("alloc::vec::Vec<T,A>::try_reserve", "alloc::vec::Vec<T,A>::try_reserve"),
            (
                "<a::b::Map<I,F> as core::iter::traits::iterator::Iterator>::try_fold",
                "<Map<I,F> as Iterator>::try_fold",
            ),
            ("core::ptr::drop<core::option::Option<a::Box<b::c::D>>>", "core::ptr::drop<Option<Box<D>>>"),
            ("a::b::<impl a::c::D>::hold", "a::b::<impl D>::hold"),
            ("<A as B>::f::{closure#0}", "<A as B>::f::{closure#0}"),
            ("memcpy", "memcpy"),
        ] {
            assert_eq!(shorten(name), expected);
        }
    }
}
