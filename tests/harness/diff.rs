//! A readable difference of two texts, for the message of a failed comparison.
//!
//! It computes the longest common subsequence of lines between the common start and the common end. Two large texts
//! that differ throughout would need quadratic time, so beyond a limit the whole middle counts as changed.

use std::fmt::Write;

/// How many lines around a change are shown.
const CONTEXT: usize = 3;
/// The largest table of the longest common subsequence, in cells.
const TABLE_CELLS_MAX: usize = 4_000_000;
/// The longest difference that is shown, in lines.
const SHOWN_LINES_MAX: usize = 200;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edit<'a> {
    Keep(&'a str),
    Remove(&'a str),
    Add(&'a str),
}

/// The unified difference that leads from `expected` to `actual`, or nothing if they are equal. Bytes that are no UTF-8
/// and control characters are shown escaped.
pub fn unified_diff(expected: &[u8], actual: &[u8]) -> Option<String> {
    if expected == actual {
        return None;
    }
    let (expected, actual) = (readable(expected), readable(actual));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (expected.split_inclusive('\n').collect(), actual.split_inclusive('\n').collect());
    let edits = edits(&old, &new);
    let mut text = String::from("--- expected\n+++ actual\n");
    let mut shown = 0;
    let near = |index: usize| {
        let around = &edits[index.saturating_sub(CONTEXT)..(index + CONTEXT + 1).min(edits.len())];
        around.iter().any(|edit| !matches!(edit, Edit::Keep(_)))
    };
    let (mut line, mut gap) = (1, true);
    for (index, edit) in edits.iter().enumerate() {
        if near(index) && shown < SHOWN_LINES_MAX {
            if gap {
                let _ = writeln!(text, "@@ line {line} @@");
            }
            let (mark, content) = match edit {
                Edit::Keep(content) => (' ', content),
                Edit::Remove(content) => ('-', content),
                Edit::Add(content) => ('+', content),
            };
            let _ = match content.strip_suffix('\n') {
                Some(content) => writeln!(text, "{mark}{content}"),
                None => writeln!(text, "{mark}{content}\n\\ no newline at the end"),
            };
            shown += 1;
        }
        gap = !near(index);
        line += usize::from(!matches!(edit, Edit::Add(_)));
    }
    if shown == SHOWN_LINES_MAX {
        text.push_str("... and more\n");
    }
    Some(text)
}

/// UTF-8 with everything that a terminal would not show made visible.
fn readable(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            if character.is_control() && character != '\n' && character != '\t' {
                text.extend(character.escape_default());
            } else {
                text.push(character);
            }
        }
        for byte in chunk.invalid() {
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}

fn edits<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Edit<'a>> {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = rest.take_while(|(old, new)| old == new).count();
    let mut edits: Vec<Edit<'a>> = old[..start].iter().map(|line| Edit::Keep(line)).collect();
    middle(&old[start..old.len() - end], &new[start..new.len() - end], &mut edits);
    edits.extend(old[old.len() - end..].iter().map(|line| Edit::Keep(line)));
    edits
}

fn middle<'a>(old: &[&'a str], new: &[&'a str], edits: &mut Vec<Edit<'a>>) {
    if old.len().saturating_mul(new.len()) > TABLE_CELLS_MAX {
        edits.extend(old.iter().map(|line| Edit::Remove(line)));
        edits.extend(new.iter().map(|line| Edit::Add(line)));
        return;
    }
    // length[i][j] is the length of the longest common subsequence of old[i..] and new[j..].
    let mut length = vec![vec![0u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            length[i][j] =
                if old[i] == new[j] { length[i + 1][j + 1] + 1 } else { length[i + 1][j].max(length[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            edits.push(Edit::Keep(old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && length[i + 1][j] >= length[i][j + 1]) {
            edits.push(Edit::Remove(old[i]));
            i += 1;
        } else {
            edits.push(Edit::Add(new[j]));
            j += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unified_diff;

    #[test]
    fn equal_texts_have_no_difference() {
        assert_eq!(unified_diff(b"a\nb\n", b"a\nb\n"), None);
    }

    #[test]
    fn a_changed_line_is_shown_in_its_surroundings() {
        let (expected, actual) = (b"1\n2\n3\n4\n5\n6\n7\n8\n9\n", b"1\n2\n3\n4\nfive\n6\n7\n8\n9\n");
        let difference = "--- expected\n+++ actual\n@@ line 2 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n";
        assert_eq!(unified_diff(expected, actual).as_deref(), Some(difference));
    }

    #[test]
    fn what_a_terminal_hides_is_visible() {
        let difference = unified_diff(b"a", b"a\r\xff").unwrap();
        assert!(difference.ends_with("-a\n\\ no newline at the end\n+a\\r\\xff\n\\ no newline at the end\n"));
    }
}
