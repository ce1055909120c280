//! What somebody who typed an unknown name may have meant: one of a few known names, if one is close.

/// Longer words are not typing errors of a known name.
const WORD_BYTES_MAX: usize = 64;

/// The known name that is closest to a word, if a third of its letters or fewer have to change. The first of equally
/// close ones, so that the answer depends on the order of a table and nothing else.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > WORD_BYTES_MAX {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let distances = known.into_iter().map(|name| (distance(word.as_bytes(), name.as_bytes()), name));
    let (changes, name) = distances.min_by_key(|(changes, _)| *changes)?;
    (changes * 3 <= word.len().max(name.len())).then_some(name)
}

/// Bytes to insert, remove or replace in `left` to get `right` (Levenshtein's distance), row by row of the usual table.
fn distance(left: &[u8], right: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, a) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_single_changes() {
        assert_eq!(distance(b"kitten", b"sitting"), 3);
        assert_eq!(distance(b"", b"abc"), 3);
        assert_eq!(distance(b"same", b"same"), 0);
    }

    #[test]
    fn only_what_is_close_is_suggested() {
        let known = ["x86-64-v2", "x86-64-v3", "rv64gcv"];
        assert_eq!(nearest("x86_64_v3", known), Some("x86-64-v3"));
        assert_eq!(nearest("X86-64-V2", known), Some("x86-64-v2"));
        assert_eq!(nearest("z80", known), None);
        assert_eq!(nearest(&"x".repeat(1 << 20), known), None);
        assert_eq!(nearest("x", []), None);
    }
}
