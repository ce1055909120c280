//! The replacement of the beginnings of paths in debug information, so that a program does not depend on the folder
//! that it was built in, or that a debugger finds the sources elsewhere.
//!
//! All paths that enter the output from a module go through this file.

use std::borrow::Cow;

/// Pairs of an old and a new beginning of a path; the last pair that fits a path counts.
#[derive(Clone, Copy)]
pub(crate) struct PrefixMap<'o>(&'o [(String, String)]);

impl<'o> PrefixMap<'o> {
    /// The map of these pairs.
    pub(crate) fn new(pairs: &'o [(String, String)]) -> PrefixMap<'o> {
        PrefixMap(pairs)
    }

    /// The path with its beginning replaced. Of several pairs that fit, the last counts, as in compilers of C.
    pub(crate) fn apply<'p>(self, path: &'p [u8]) -> Cow<'p, [u8]> {
        let replaced = self.0.iter().rev().find_map(|(from, to)| Some((path.strip_prefix(from.as_bytes())?, to)));
        match replaced {
            Some((rest, to)) => [to.as_bytes(), rest].concat().into(),
            None => path.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_pair_that_fits_counts() {
        let pairs = [("/build/me", "/a"), ("/build/me/src", "/b"), ("/other", "/c")];
        let pairs = pairs.map(|(from, to)| (from.to_owned(), to.to_owned()));
        let map = PrefixMap::new(&pairs);
        let apply = |path: &str| String::from_utf8(map.apply(path.as_bytes()).into_owned()).expect("text");
        assert_eq!(apply("/build/me/src/x.c"), "/b/x.c");
        assert_eq!(apply("/build/me/lib/x.c"), "/a/lib/x.c");
        assert_eq!(apply("lib/build/me"), "lib/build/me");
    }
}
