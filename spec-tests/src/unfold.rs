//! Rewrites the folded `try` of the older exceptions to its plain form, the only form that our parser of text reads:
//!
//! ```text
//!   (try $t (result i32) (do a) (catch $e b))   becomes   try $t (result i32) a catch $e b end
//!   (try (do a) (delegate $t))                  becomes   try a delegate $t
//! ```
//!
//! It works on words, not on syntax: a `try` that is an operand of a folded instruction would become wrong, but no
//! script has one. Line numbers must stay the same, because reports name lines.

/// The construct that an open parenthesis belongs to.
enum Open {
    /// A `try`, and whether a `delegate` has ended it.
    Try(bool),
    /// A part of a `try`, which has no parentheses in the plain form.
    Part,
    /// Anything else.
    Other,
}

/// The text with every folded `try` unfolded.
pub fn unfold(text: &str) -> String {
    let (mut plain, mut open, mut rest) = (String::with_capacity(text.len()), Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let token = token(rest, first);
        rest = &rest[token.len()..];
        match token {
            "(" => {
                let word = rest.split([' ', '\n', '(', ')']).next().unwrap_or_default();
                let (kind, kept) = opened(word, &mut open);
                match kind {
                    Open::Other => plain.push('('),
                    _ => {
                        plain.push(' ');
                        plain.push_str(kept);
                        rest = &rest[word.len()..];
                    }
                }
                open.push(kind);
            }
            ")" => plain.push_str(match open.pop() {
                Some(Open::Try(true)) | Some(Open::Part) => " ",
                Some(Open::Try(false)) => " end ",
                Some(Open::Other) | None => ")",
            }),
            token => plain.push_str(token),
        }
    }
    plain
}

/// The construct that begins with this word, and the word that the plain form has for it.
fn opened<'a>(word: &'a str, open: &mut [Open]) -> (Open, &'a str) {
    match (word, open.last_mut()) {
        ("try", _) => (Open::Try(false), word),
        ("do", Some(Open::Try(_))) => (Open::Part, ""),
        ("catch" | "catch_all", Some(Open::Try(_))) => (Open::Part, word),
        ("delegate", Some(Open::Try(delegated))) => {
            *delegated = true;
            (Open::Part, word)
        }
        _ => (Open::Other, word),
    }
}

/// The next token: a whole string or comment, or else one character.
fn token(text: &str, first: char) -> &str {
    let end = |found: Option<usize>, width: usize| found.map_or(text.len(), |at| at + width);
    let length = if text.starts_with(";;") {
        end(text.find('\n'), 0)
    } else if text.starts_with("(;") {
        end(text.find(";)"), 2)
    } else if first == '"' {
        let mut escaped = false;
        let close = text[1..].find(|character| {
            let closes = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            closes
        });
        // The position was counted from behind the first quote.
        end(close, 2)
    } else {
        first.len_utf8()
    };
    &text[..length]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_lose_their_parentheses() {
        let unfolded =
            unfold("(func (try $t (result i32) (do (call $f)) (catch $e (drop)) (catch_all)) (do \"(try\"))");
        let words: Vec<&str> = unfolded.split_whitespace().collect();
        assert_eq!(words.join(" "), "(func try $t (result i32) (call $f) catch $e (drop) catch_all end (do \"(try\"))");
    }

    #[test]
    fn a_delegate_ends_a_try() {
        let unfolded = unfold("(try (do (try (do a) (delegate 0))) (catch_all))");
        let words: Vec<&str> = unfolded.split_whitespace().collect();
        assert_eq!(words.join(" "), "try try a delegate 0 catch_all end");
    }
}
