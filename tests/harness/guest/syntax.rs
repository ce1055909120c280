//! The grammar of the directives in a guest program's header: lines, words, escapes, and the values of single keys.
//!
//! [`Program`](super::Program) gives the keys their meaning. A value that cannot be read is an error, never a default,
//! so that a misspelled expectation cannot pass.

use super::{Directory, Reference, Stdin};
use crate::{Ending, Failure};

/// The `key: value` lines of the first comment.
pub(super) fn directives(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let comment = source.lines().map_while(|line| line.strip_prefix("//").or_else(|| line.strip_prefix(";;")));
    comment.filter_map(|line| {
        let (key, value) = line.trim().split_once(':')?;
        let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        is_key.then(|| (key, value.trim()))
    })
}

pub(super) fn directory(value: &str) -> Directory {
    let (path, read_only) = value.strip_suffix(":ro").map_or((value, false), |path| (path, true));
    let (host, guest) = path.split_once("::").unwrap_or((path, ""));
    let guest = if guest.is_empty() { format!("/{host}") } else { guest.into() };
    Directory { host: host.into(), guest, read_only }
}

pub(super) fn stdin(value: &str) -> Result<Stdin, Failure> {
    let (kind, rest) = value.split_once(' ').unwrap_or((value, ""));
    match kind {
        "null" => Ok(Stdin::Null),
        "closed" => Ok(Stdin::Closed),
        "silent" => Ok(Stdin::Silent),
        "text" => Ok(Stdin::Text(unescape(rest)?)),
        "file" => Ok(Stdin::File(rest.into())),
        _ => Err("expected null, closed, silent, text or file".into()),
    }
}

pub(super) fn endings(value: &str) -> Result<(Vec<Ending>, bool), Failure> {
    let ending = |text: &str| match text.strip_prefix("signal ") {
        Some(signal) => signal.parse().map(Ending::Signal),
        None => text.parse().map(Ending::Status),
    };
    let (traps, others): (Vec<&str>, Vec<&str>) = value.split('|').map(str::trim).partition(|text| *text == "trap");
    let endings = others.into_iter().map(|text| ending(text).map_err(|_| format!("no status: {text}")));
    Ok((endings.collect::<Result<_, _>>()?, !traps.is_empty()))
}

pub(super) fn reference(value: &str) -> Result<Reference, Failure> {
    let (kind, reason) = value.split_once(':').ok_or("expected KIND: REASON")?;
    match kind {
        "differs" => Ok(Reference::Differs { reason: reason.trim().into(), shows: String::new() }),
        "none" => Ok(Reference::Cannot(reason.trim().into())),
        _ => Err("expected `differs: REASON` or `none: REASON`".into()),
    }
}

/// Splits at spaces; `"` keeps a word with spaces, or an empty one, together.
pub(super) fn words(text: &str) -> Result<Vec<String>, Failure> {
    let mut words = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or("a quote is not closed")?,
            None => rest.split_once(' ').unwrap_or((rest, "")),
        };
        words.push(word.into());
        rest = after.trim_start();
    }
    Ok(words)
}

/// `\n`, `\t`, `\\` and `\s` (a space at an end) stand for themselves; the rest is as written.
pub(super) fn unescape(text: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let mut characters = text.bytes();
    while let Some(byte) = characters.next() {
        bytes.push(match byte {
            b'\\' => match characters.next() {
                Some(b'n') => b'\n',
                Some(b't') => b'\t',
                Some(b's') => b' ',
                Some(b'\\') => b'\\',
                _ => return Err("unknown escape".into()),
            },
            byte => byte,
        });
    }
    Ok(bytes)
}
