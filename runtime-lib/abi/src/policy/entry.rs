//! The two entries of a policy that people write: `HOST[::GUEST][:ro]` for a directory, `NAME[=VALUE]` for a variable.
//!
//! `wasmc` takes them after `--dir` and `--env`, a program at its start from `WASMC_DIR` and `WASMC_ENV`. Both call
//! these functions, so that an entry means the same, or is refused, in both places. Entries are bytes, because paths
//! and variables of a host are; nothing here allocates, opens a file or decides what happens after a refusal.

use super::Access;

/// A directory as an entry names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DirectoryEntry<'a> {
    /// The directory on the host.
    pub host: &'a [u8],
    /// The name under which the guest sees it: that of the host unless the entry gives another.
    pub guest: &'a [u8],
    /// Whether the guest may change anything below it.
    pub access: Access,
}

/// A variable as an entry names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariableEntry<'a> {
    /// Its name.
    pub name: &'a [u8],
    /// Its value, or `None` to take the host's.
    pub value: Option<&'a [u8]>,
}

/// Why an entry is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A directory without a name on the host.
    EmptyHost,
    /// `HOST::` without a name for the guest.
    EmptyGuest,
    /// A variable without a name.
    EmptyName,
}

impl Refusal {
    /// The reason, for people.
    pub fn message(self) -> &'static str {
        match self {
            Refusal::EmptyHost => "the host directory is empty",
            Refusal::EmptyGuest => "the guest's name for the directory is empty",
            Refusal::EmptyName => "the name is empty",
        }
    }
}

/// Reads `HOST[::GUEST][:ro]`. `:rw` is allowed too, for a directory whose name ends in `:ro`.
///
/// # Errors
/// A name that is empty.
pub fn directory(entry: &[u8]) -> Result<DirectoryEntry<'_>, Refusal> {
    let (names, access) = match entry {
        // `HOST::ro`: the second colon is not that of `:ro`, and `ro` is the guest's name.
        [names @ .., b':', b'r', b'o' | b'w'] if names.ends_with(b":") && !names.ends_with(b"::") => {
            (entry, Access::ReadWrite)
        }
        [names @ .., b':', b'r', b'o'] => (names, Access::ReadOnly),
        [names @ .., b':', b'r', b'w'] => (names, Access::ReadWrite),
        _ => (entry, Access::ReadWrite),
    };
    let separator = names.windows(2).position(|pair| pair == b"::");
    let both = separator.and_then(|end| Some((names.get(..end)?, names.get(end + 2..)?)));
    let (host, guest) = both.unwrap_or((names, names));
    match (host, guest) {
        ([], _) => Err(Refusal::EmptyHost),
        (_, []) => Err(Refusal::EmptyGuest),
        _ => Ok(DirectoryEntry { host, guest, access }),
    }
}

/// Reads `NAME[=VALUE]`.
///
/// # Errors
/// A name that is empty.
pub fn variable(entry: &[u8]) -> Result<VariableEntry<'_>, Refusal> {
    let mut parts = entry.splitn(2, |byte| *byte == b'=');
    let (name, value) = (parts.next().unwrap_or_default(), parts.next());
    if name.is_empty() { Err(Refusal::EmptyName) } else { Ok(VariableEntry { name, value }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories() {
        let check = |entry: &str, host: &str, guest: &str, access| {
            let expected = DirectoryEntry { host: host.as_bytes(), guest: guest.as_bytes(), access };
            assert_eq!(directory(entry.as_bytes()), Ok(expected), "{entry}");
        };
        check("a", "a", "a", Access::ReadWrite);
        check(".", ".", ".", Access::ReadWrite);
        check("/usr/lib:ro", "/usr/lib", "/usr/lib", Access::ReadOnly);
        check("a:b:rw", "a:b", "a:b", Access::ReadWrite);
        check("a::/", "a", "/", Access::ReadWrite);
        check("a::/lib:ro", "a", "/lib", Access::ReadOnly);
        check("x:ro:rw", "x:ro", "x:ro", Access::ReadWrite);
        check("a::ro", "a", "ro", Access::ReadWrite);
        check("a::ro:ro", "a", "ro", Access::ReadOnly);
        check("a b::é c", "a b", "é c", Access::ReadWrite);
        check("a:b::c:d", "a:b", "c:d", Access::ReadWrite);
        for (bad, refusal) in [
            ("", Refusal::EmptyHost),
            (":ro", Refusal::EmptyHost),
            ("::", Refusal::EmptyHost),
            ("::/x", Refusal::EmptyHost),
            ("a::", Refusal::EmptyGuest),
            ("a:::ro", Refusal::EmptyGuest),
        ] {
            assert_eq!(directory(bad.as_bytes()), Err(refusal), "{bad}");
        }
    }

    #[test]
    fn variables() {
        let check = |entry: &str, name: &str, value: Option<&str>| {
            let expected = VariableEntry { name: name.as_bytes(), value: value.map(str::as_bytes) };
            assert_eq!(variable(entry.as_bytes()), Ok(expected), "{entry}");
        };
        check("A", "A", None);
        check("A=", "A", Some(""));
        check("A=b=c", "A", Some("b=c"));
        for bad in ["", "=x", "="] {
            assert_eq!(variable(bad.as_bytes()), Err(Refusal::EmptyName), "{bad}");
        }
    }
}
