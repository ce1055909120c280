//! The record of how the committed runtime libraries were made: `compiler/runtimes/manifest.toml`.
//!
//! The build script compares it with the sources and the files; `runtime-lib/builder` writes it, and reads in it which
//! compiler gives the same bytes. The form is TOML, of which only tables and strings without escapes are read: enough
//! for hashes and versions, and no dependency for each build of wasmc.

use std::fmt;

/// Its name, in the folder of the libraries.
pub(crate) const FILE: &str = "manifest.toml";

const COMMENT: &str = "# Written by `cargo runtimes --bless`; see README.md.\n";

/// What the file says. Keys of tables are in the order of the file.
pub(crate) struct Manifest {
    /// The hash of all sources; see `sources.rs`.
    pub(crate) sources: String,
    /// Names and values that identify the compiler.
    pub(crate) compiler: Vec<(String, String)>,
    /// Targets, with the hash of each library as it is packed.
    pub(crate) archives: Vec<(String, String)>,
}

/// The file of a target's library.
pub(crate) fn file_name(target: &str) -> String {
    format!("{target}.deflate")
}

impl Manifest {
    /// Reads the form that [`fmt::Display`] writes.
    pub(crate) fn parse(text: &str) -> Result<Manifest, String> {
        let mut manifest = Manifest { sources: String::new(), compiler: Vec::new(), archives: Vec::new() };
        let mut table = "";
        for (number, line) in (1..).zip(text.lines()) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                table = name;
                continue;
            }
            let entry = line.split_once(" = ").and_then(|(key, value)| {
                Some((key.to_owned(), value.strip_prefix('"')?.strip_suffix('"')?.to_owned()))
            });
            match (table, entry) {
                ("", Some((key, value))) if key == "sources" => manifest.sources = value,
                ("compiler", Some(entry)) => manifest.compiler.push(entry),
                ("archives", Some(entry)) => manifest.archives.push(entry),
                _ => return Err(format!("line {number} is not understood: {line}")),
            }
        }
        Ok(manifest)
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{COMMENT}\nsources = \"{}\"\n", self.sources)?;
        for (table, entries) in [("compiler", &self.compiler), ("archives", &self.archives)] {
            write!(f, "\n[{table}]\n")?;
            entries.iter().try_for_each(|(key, value)| writeln!(f, "{key} = \"{value}\""))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(entries: &[(&str, &str)]) -> Vec<(String, String)> {
        entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_written_manifest_is_read_as_it_was() {
        let manifest = Manifest {
            sources: "5e".into(),
            compiler: entries(&[("rustc", "rustc 1.96.0 (a = b)"), ("llvm", "22")]),
            archives: entries(&[("x86_64", "0f")]),
        };
        let read = Manifest::parse(&manifest.to_string()).expect("it has just been written");
        assert_eq!(read.sources, manifest.sources);
        assert_eq!(read.compiler, manifest.compiler);
        assert_eq!(read.archives, manifest.archives);
    }

    #[test]
    fn other_lines_are_errors() {
        for line in ["sources = 5e", "source = \"5e\"", "[compiler]\nrustc: 1", "[other]\nx = \"y\"", "<<<<<<< HEAD"] {
            assert!(Manifest::parse(line).is_err(), "{line}");
        }
    }
}
