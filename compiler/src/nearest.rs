//! Tips after an unknown name: the known name that was probably meant. One rule for all names (targets, processors,
//! proposals, and those of the command line), so that none gets a tip that is far from what was typed.

/// A word that is longer than this is no typing error of a known name.
const WORD_BYTES_MAX: usize = 64;

/// The known name that is closest to a mistyped one, if a third of its letters or fewer have to change. The first of
/// equally close ones, so that the answer depends on the order of a table and nothing else.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > WORD_BYTES_MAX {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let distances = known.into_iter().map(|name| (distance(word.as_bytes(), name.as_bytes()), name));
    let (changes, name) = distances.min_by_key(|(changes, _)| *changes)?;
    (changes * 3 <= word.len().max(name.len())).then_some(name)
}

/// Bytes to insert, remove, replace or swap with their neighbor in `left` to get `right` (the distance of optimal
/// string alignment), row by row of the usual table.
fn distance(left: &[u8], right: &[u8]) -> usize {
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, a) in left.iter().enumerate() {
        let mut next = vec![line + 1];
        for (column, b) in right.iter().enumerate() {
            let replaced = row[column] + usize::from(a != b);
            let one_more = row[column + 1].min(next[column]) + 1;
            let is_swap = line > 0 && column > 0 && *a == right[column - 1] && left[line - 1] == *b;
            let swapped = if is_swap { above[column - 1] + 1 } else { usize::MAX };
            next.push(replaced.min(one_more).min(swapped));
        }
        above = std::mem::replace(&mut row, next);
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
        assert_eq!(distance(b"biuld", b"build"), 1);
        assert_eq!(distance(b"ab", b"ba"), 1);
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
