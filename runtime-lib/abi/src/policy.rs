//! The policy of a program: the directories, variables and descriptors of the host that it may use.
//!
//! It is decided when the program is built, and carried in the executable, so that people can read it there (`wasmc
//! inspect`) and the runtime obeys what they read. The encoding is a sequence of records: a tag byte, a flag byte, then
//! two strings, each with its length as a little-endian `u32`. Unused strings are empty. Records keep the order in
//! which the user gave them. Decoding stops at the first damaged record; it must not skip one, because a policy without
//! a record is another policy.

pub mod entry;

use alloc::string::String;
use alloc::vec::Vec;

use entry::Refusal;

/// The whole policy. The default is closed: stdio and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Directories opened at start, in order; guest descriptors count from 3.
    pub preopens: Vec<Preopen>,
    /// Environment variables, in order.
    pub environment: Vec<EnvironmentVariable>,
    /// Whether the guest sees all of the host's environment (its `WASMC_*` variables excepted).
    pub inherit_environment: bool,
    /// The guest's `argv[0]`, if it is not that of the process.
    pub arg0: Option<String>,
    /// Host descriptors handed to the guest, after the preopened directories.
    pub inherited_descriptors: Vec<u32>,
    /// Whether `WASMC_DIR` and `WASMC_ENV` are ignored.
    pub sealed: bool,
}

/// A directory that the guest may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preopen {
    /// The directory on the host; relative to the working directory at start.
    pub host: String,
    /// The name under which the guest sees it.
    pub guest: String,
    /// Whether the guest may change anything below it.
    pub access: Access,
}

impl Preopen {
    /// Reads `HOST[::GUEST][:ro]`.
    ///
    /// # Errors
    /// See [`entry::directory`].
    pub fn parse(text: &str) -> Result<Preopen, Refusal> {
        let entry = entry::directory(text.as_bytes())?;
        Ok(Preopen { host: part(entry.host), guest: part(entry.guest), access: entry.access })
    }
}

/// The operations that are allowed below a preopened directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    ReadWrite,
    /// Nothing that changes a file, a directory or its times.
    ReadOnly,
}

/// One variable of the guest's environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvironmentVariable {
    /// Its name.
    pub name: String,
    /// Its value, or `None` to take the host's value at start. If the host has no such variable, the guest has none.
    pub value: Option<String>,
}

impl EnvironmentVariable {
    /// Reads `NAME[=VALUE]`.
    ///
    /// # Errors
    /// See [`entry::variable`].
    pub fn parse(text: &str) -> Result<EnvironmentVariable, Refusal> {
        let entry = entry::variable(text.as_bytes())?;
        Ok(EnvironmentVariable { name: part(entry.name), value: entry.value.map(part) })
    }
}

/// A part of a text that was cut at ASCII characters, so that it is text again.
fn part(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// One record of the encoding, borrowed: the runtime reads these without allocating.
///
/// Texts are bytes here: the runtime hands them to the system as they are, and a check that they are UTF-8 would be
/// half a kilobyte of code in each executable. [`Policy::decode`], which makes strings, has the check.
#[derive(Clone, Copy, Debug)]
pub enum Record<'a> {
    /// See [`Preopen`].
    Preopen {
        /// Host path.
        host: &'a [u8],
        /// Guest name.
        guest: &'a [u8],
        /// Rights.
        access: Access,
    },
    /// See [`EnvironmentVariable`].
    Environment {
        /// Name.
        name: &'a [u8],
        /// Value, or `None` for the host's.
        value: Option<&'a [u8]>,
    },
    /// See [`Policy::inherit_environment`].
    InheritEnvironment,
    /// See [`Policy::arg0`].
    Arg0(&'a [u8]),
    /// See [`Policy::inherited_descriptors`].
    InheritedDescriptor(u32),
    /// See [`Policy::sealed`].
    Sealed,
}

const TAG_PREOPEN: u8 = 1;
const TAG_ENVIRONMENT: u8 = 2;
const TAG_INHERIT_ENVIRONMENT: u8 = 3;
const TAG_ARG0: u8 = 4;
const TAG_DESCRIPTOR: u8 = 5;
const TAG_SEALED: u8 = 6;

impl Policy {
    /// The bytes that go into the executable.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for preopen in &self.preopens {
            let read_only = u8::from(preopen.access == Access::ReadOnly);
            write(&mut out, TAG_PREOPEN, read_only, preopen.host.as_bytes(), preopen.guest.as_bytes());
        }
        for variable in &self.environment {
            let value = variable.value.as_deref();
            let given = u8::from(value.is_some());
            write(&mut out, TAG_ENVIRONMENT, given, variable.name.as_bytes(), value.unwrap_or("").as_bytes());
        }
        if self.inherit_environment {
            write(&mut out, TAG_INHERIT_ENVIRONMENT, 0, &[], &[]);
        }
        if let Some(arg0) = &self.arg0 {
            write(&mut out, TAG_ARG0, 0, arg0.as_bytes(), &[]);
        }
        for descriptor in &self.inherited_descriptors {
            write(&mut out, TAG_DESCRIPTOR, 0, &descriptor.to_le_bytes(), &[]);
        }
        if self.sealed {
            write(&mut out, TAG_SEALED, 0, &[], &[]);
        }
        out
    }

    /// Reads back what [`Policy::encode`] wrote, or `None` if these bytes are no policy.
    pub fn decode(bytes: &[u8]) -> Option<Policy> {
        let mut policy = Policy::default();
        let mut records = Records { bytes };
        let text = |bytes: &[u8]| String::from_utf8(bytes.into()).ok();
        for record in &mut records {
            match record {
                Record::Preopen { host, guest, access } => {
                    policy.preopens.push(Preopen { host: text(host)?, guest: text(guest)?, access });
                }
                Record::Environment { name, value } => {
                    let value = match value {
                        Some(value) => Some(text(value)?),
                        None => None,
                    };
                    policy.environment.push(EnvironmentVariable { name: text(name)?, value });
                }
                Record::InheritEnvironment => policy.inherit_environment = true,
                Record::Arg0(arg0) => policy.arg0 = Some(text(arg0)?),
                Record::InheritedDescriptor(descriptor) => policy.inherited_descriptors.push(descriptor),
                Record::Sealed => policy.sealed = true,
            }
        }
        records.bytes.is_empty().then_some(policy)
    }
}

/// The records of an encoded policy, in order; ends at the first that is damaged.
pub fn records(bytes: &[u8]) -> impl Iterator<Item = Record<'_>> {
    Records { bytes }
}

struct Records<'a> {
    bytes: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (&[tag, flag], rest) = self.bytes.split_first_chunk()?;
        let (first, rest) = string(rest)?;
        let (second, rest) = string(rest)?;
        let record = match tag {
            TAG_PREOPEN => {
                let access = if flag == 1 { Access::ReadOnly } else { Access::ReadWrite };
                Record::Preopen { host: first, guest: second, access }
            }
            TAG_ENVIRONMENT => Record::Environment { name: first, value: (flag == 1).then_some(second) },
            TAG_INHERIT_ENVIRONMENT => Record::InheritEnvironment,
            TAG_ARG0 => Record::Arg0(first),
            TAG_DESCRIPTOR => Record::InheritedDescriptor(u32::from_le_bytes(first.try_into().ok()?)),
            TAG_SEALED => Record::Sealed,
            _ => return None,
        };
        self.bytes = rest;
        Some(record)
    }
}

fn write(out: &mut Vec<u8>, tag: u8, flag: u8, first: &[u8], second: &[u8]) {
    out.extend([tag, flag]);
    for string in [first, second] {
        out.extend((string.len() as u32).to_le_bytes());
        out.extend(string);
    }
}

fn string(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_survives_the_encoding() {
        let policy = Policy {
            preopens: [Preopen { host: "/a b".into(), guest: "/".into(), access: Access::ReadOnly }].into(),
            environment: [
                EnvironmentVariable { name: "A".into(), value: Some(String::new()) },
                EnvironmentVariable { name: "B".into(), value: None },
            ]
            .into(),
            inherit_environment: true,
            arg0: Some("é".into()),
            inherited_descriptors: [3, 9].into(),
            sealed: true,
        };
        let bytes = policy.encode();
        assert_eq!(Policy::decode(&bytes), Some(policy));
        let no_text: Vec<u8> = bytes.iter().map(|byte| if *byte == b'A' { 0xff } else { *byte }).collect();
        assert_eq!(Policy::decode(&no_text), None);
        for end in 1..bytes.len() {
            assert_ne!(Policy::decode(&bytes[..end]), Policy::decode(&bytes));
        }
    }
}
