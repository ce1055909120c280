//! The name of an entry: a hash of everything that shapes the program. Nothing of that may be left out, or `wasmc run`
//! would start a program that was compiled from other modules or with other options.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::MetadataExt;

use sha2::{Digest, Sha256};
use wasmc_compiler::{Cpu, Options};

use crate::compilation::Sources;

/// Bytes of a SHA-256.
pub(super) const HASH_BYTES: usize = 32;

/// The identity of a compiled program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key(pub(super) [u8; HASH_BYTES]);

impl Key {
    /// The key of these modules compiled with these options by this build of wasmc.
    pub(crate) fn new(sources: &Sources, options: &Options) -> Key {
        let mut hash = Sha256::new();
        // `Debug` shows every field, so that an option added later cannot be forgotten here.
        let processor = if options.cpu == Cpu::Native { processor_features() } else { String::new() };
        for part in [env!("CARGO_PKG_VERSION"), &own_build(), &format!("{options:?}"), &processor] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        for (name, module) in &sources.preloads {
            for part in [name.as_bytes(), &module.bytes] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        for files in &sources.files {
            let path = files.path.as_deref().unwrap_or_default();
            let directory = files.source_directory.as_deref().unwrap_or_default();
            for part in [path.as_bytes(), directory.as_bytes(), files.source_map.as_deref().unwrap_or_default()] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        hash.update(&sources.main.bytes);
        Key(hash.finalize().into())
    }

    pub(super) fn file_name(&self) -> String {
        self.0.iter().fold(String::new(), |mut name, byte| {
            let _ = write!(name, "{byte:02x}");
            name
        })
    }

    /// The checksum after the executable in its entry.
    pub(super) fn checksum(&self, executable: &[u8]) -> [u8; HASH_BYTES] {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(executable);
        hash.finalize().into()
    }
}

/// The identity of the running wasmc, since builds of a developer have the same version.
fn own_build() -> String {
    let metadata = std::env::current_exe().and_then(fs::metadata);
    metadata.map_or_else(
        |_| String::new(),
        |own| format!("{} {}.{} {}", own.len(), own.mtime(), own.mtime_nsec(), own.ino()),
    )
}

/// The features of this machine's processor: a home directory may be shared with machines whose processors differ.
fn processor_features() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    // The names that Linux has for the list on x86-64, Arm and RISC-V.
    let lists_them = |line: &&str| ["flags", "Features", "isa"].iter().any(|name| line.starts_with(name));
    information.lines().find(lists_them).unwrap_or_default().to_owned()
}

/// Whether a file of this name can be an entry.
pub(super) fn is_file_name(name: &str) -> bool {
    name.len() == 2 * HASH_BYTES && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use wasmc_compiler::Proposals;

    use super::*;
    use crate::debug_files::DebugFiles;
    use crate::input::Contents;

    fn contents(bytes: &[u8]) -> Contents {
        Contents { bytes: bytes.into(), identity: None }
    }

    fn sources(bytes: &[u8]) -> Sources {
        Sources { main: contents(bytes), preloads: Vec::new(), files: Vec::new() }
    }

    #[test]
    fn keys_depend_on_everything_that_shapes_the_program() {
        let options = Options::default();
        let plain = Key::new(&sources(b"module"), &options);
        let preloads = vec![("name".into(), contents(b"module"))];
        assert_ne!(plain, Key::new(&Sources { preloads, ..sources(b"module") }, &options));
        assert_eq!(plain, Key::new(&sources(b"module"), &options));
        assert_ne!(plain, Key::new(&sources(b"modulf"), &options));
        let files = vec![DebugFiles { source_map: Some(b"{}".into()), ..DebugFiles::default() }];
        assert_ne!(plain, Key::new(&Sources { files, ..sources(b"module") }, &options));
        let sealed =
            Options { policy: wasmc_compiler::Policy { sealed: true, ..Default::default() }, ..options.clone() };
        assert_ne!(plain, Key::new(&sources(b"module"), &sealed));
        let fewer = Options { wasm_features: Proposals::parse("-simd").expect("a list"), ..options.clone() };
        assert_ne!(plain, Key::new(&sources(b"module"), &fewer));
        assert_ne!(plain, Key::new(&sources(b"module"), &Options { stack_bytes: 1 << 20, ..options.clone() }));
        assert_ne!(plain, Key::new(&sources(b"module"), &Options { cpu: Cpu::Native, ..options }));
    }
}
