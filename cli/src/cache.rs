//! Where `wasmc run` keeps what it compiled, so that the second run of a module starts at once.
//!
//! An entry is one file: the executable, followed by a checksum over its key and its bytes (the loader ignores what
//! follows the last segment). One file, so that no crash and no second process can leave a half of an entry; it appears by
//! renaming, like every output. The key is a hash of the modules, of all options and of this build of wasmc.
//!
//! # Trust
//! An entry is run without looking at the module again, so whoever can write here can run anything as this user. The
//! directory must therefore be the user's own and closed to others, an entry must be a regular file of the user's, and its
//! checksum must be right; everything else is passed over, and compiled and written anew.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};
use wasmc_compiler::{Cpu, Options};

use crate::compilation::Sources;
use crate::diagnostics::{Failure, quoted, reason};
use crate::output;

/// Bytes of all entries together, beyond which those that were not used for the longest time go.
const CACHE_BYTES_MAX: u64 = 2 << 30;
/// Bytes of a SHA-256.
const HASH_BYTES: usize = 32;
/// The part of the cache that holds executables; a change of the form of entries takes another name.
const PROGRAMS: &str = "programs";

/// What an entry is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key([u8; HASH_BYTES]);

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
        hash.update(&sources.main.bytes);
        Key(hash.finalize().into())
    }

    fn file_name(&self) -> String {
        self.0.iter().fold(String::new(), |mut name, byte| {
            let _ = write!(name, "{byte:02x}");
            name
        })
    }

    /// What follows the executable in its entry.
    fn checksum(&self, executable: &[u8]) -> [u8; HASH_BYTES] {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(executable);
        hash.finalize().into()
    }
}

/// Tells apart builds of wasmc that have the same version: a developer's, for example.
fn own_build() -> String {
    let metadata = std::env::current_exe().and_then(fs::metadata);
    metadata.map_or_else(
        |_| String::new(),
        |own| format!("{} {}.{} {}", own.len(), own.mtime(), own.mtime_nsec(), own.ino()),
    )
}

/// The features of this machine's processor: a home directory may be shared with machines that have others.
fn processor_features() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    // What Linux calls them on x86-64, Arm and RISC-V.
    let lists_them = |line: &&str| ["flags", "Features", "isa"].iter().any(|name| line.starts_with(name));
    information.lines().find(lists_them).unwrap_or_default().to_owned()
}

/// A directory of entries that can be trusted.
#[derive(Debug)]
pub(crate) struct Cache {
    directory: PathBuf,
    /// The user who runs wasmc.
    owner: u32,
}

impl Cache {
    /// The first usable place of: `$WASMC_CACHE`, `$XDG_CACHE_HOME/wasmc`, `~/.cache/wasmc`, and a directory of the user's
    /// among the temporary files.
    pub(crate) fn open() -> Result<Cache, Failure> {
        let mut last = None;
        for root in candidates() {
            match Cache::at(&root) {
                Ok(cache) => return Ok(cache),
                Err(error) => last = Some((root, error)),
            }
        }
        let why = last.map(|(root, error)| format!(": {}: {}", quoted(&root), reason(&error))).unwrap_or_default();
        Err(Failure::new(format!("there is no place for compiled programs{why}"))
            .hint("set WASMC_CACHE to a directory that you can write to, or use `wasmc build`"))
    }

    /// The cache below this root, which is made if it is not there.
    fn at(root: &Path) -> io::Result<Cache> {
        let private = || {
            let mut builder = DirBuilder::new();
            builder.recursive(true).mode(0o700);
            builder
        };
        private().create(root)?;
        let directory = root.join(PROGRAMS);
        private().create(&directory)?;
        // A file made here belongs to whoever runs wasmc, and shows that entries can be made.
        let owner = tempfile::tempfile_in(&directory)?.metadata()?.uid();
        let (above, metadata) = (fs::metadata(root)?, fs::symlink_metadata(&directory)?);
        // Who may rename things in the root could put another directory in the place of ours: its owner, and whoever can
        // write to it, unless it has the sticky bit as /tmp does.
        if above.mode() & 0o022 != 0 && above.mode() & 0o1000 == 0 {
            return Err(io::Error::other("others can write to it"));
        }
        let trusted = [0, owner].contains(&above.uid());
        if !trusted || !metadata.is_dir() || metadata.uid() != owner {
            return Err(io::Error::other("it belongs to someone else"));
        }
        if metadata.mode() & 0o077 != 0 {
            fs::set_permissions(&directory, Permissions::from_mode(0o700))?;
        }
        Ok(Cache { directory, owner })
    }

    /// The executable of this key, if there is an entry that can be trusted. It counts as used now.
    pub(crate) fn find(&self, key: &Key) -> Option<PathBuf> {
        let path = self.directory.join(key.file_name());
        let mut file = self.open_entry(&path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        let (executable, checksum) = bytes.split_last_chunk::<HASH_BYTES>()?;
        if key.checksum(executable) != *checksum {
            return None;
        }
        // What cannot be marked as used is only removed earlier.
        let _ = file.set_modified(SystemTime::now());
        Some(path)
    }

    /// Opens an entry, unless it is something that [`Cache::store`] did not make.
    fn open_entry(&self, path: &Path) -> Option<File> {
        let named = fs::symlink_metadata(path).ok()?;
        if !named.is_file() {
            return None;
        }
        let file = File::open(path).ok()?;
        let opened = file.metadata().ok()?;
        let same = (named.dev(), named.ino()) == (opened.dev(), opened.ino());
        let private = opened.uid() == self.owner && opened.mode() & 0o022 == 0 && opened.mode() & 0o100 != 0;
        (same && private).then_some(file)
    }

    /// Makes the entry of this key, in the place of whatever has its name.
    pub(crate) fn store(&self, key: &Key, executable: &[u8]) -> Result<PathBuf, Failure> {
        let path = self.directory.join(key.file_name());
        let entry = [executable, &key.checksum(executable)].concat();
        output::replace(&path, &entry, 0o700).map_err(|error| {
            Failure::new(format!("cannot write the compiled program {}: {}", quoted(&path), reason(&error)))
                .hint("set WASMC_CACHE to a directory with enough space, or use `wasmc build`")
        })?;
        self.evict(&path, CACHE_BYTES_MAX);
        Ok(path)
    }

    /// Removes the entries that were not used for the longest time until all together have `limit_bytes` at most; never the
    /// one at `kept`.
    fn evict(&self, kept: &Path, limit_bytes: u64) {
        let Ok(entries) = fs::read_dir(&self.directory) else { return };
        let entry = |entry: fs::DirEntry| {
            let metadata = entry.metadata().ok()?;
            Some((metadata.modified().ok()?, metadata.len(), entry.path()))
        };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).filter_map(entry).collect();
        let mut total: u64 = entries.iter().map(|(_, bytes, _)| bytes).sum();
        entries.sort();
        for (_, bytes, path) in entries {
            if total <= limit_bytes {
                break;
            }
            if path != kept && fs::remove_file(&path).is_ok() {
                total -= bytes;
            }
        }
    }
}

fn candidates() -> impl Iterator<Item = PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    // The XDG base directory specification says to ignore relative paths.
    let xdg = variable("XDG_CACHE_HOME").filter(|path| path.is_absolute()).map(|path| path.join("wasmc"));
    let home = variable("HOME").filter(|path| path.is_absolute()).map(|path| path.join(".cache/wasmc"));
    let temporary = std::env::temp_dir();
    let fallback = tempfile::tempfile_in(&temporary).and_then(|file| file.metadata()).ok();
    let fallback = fallback.map(|metadata| temporary.join(format!("wasmc-cache-{}", metadata.uid())));
    [variable("WASMC_CACHE"), xdg.or(home), fallback].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;
    use std::time::Duration;

    use wasmc_compiler::Proposals;

    use super::*;
    use crate::input::Contents;

    const PROGRAM: &[u8] = b"#!/bin/sh\nexit 0\n";

    fn cache() -> (tempfile::TempDir, Cache) {
        let root = tempfile::tempdir().expect("a temporary directory");
        let cache = Cache::at(root.path()).expect("usable");
        (root, cache)
    }

    fn key(byte: u8) -> Key {
        Key([byte; HASH_BYTES])
    }

    #[test]
    fn an_entry_is_found_again() {
        let (_root, cache) = cache();
        assert_eq!(cache.find(&key(1)), None);
        let path = cache.store(&key(1), PROGRAM).expect("stored");
        assert_eq!(cache.find(&key(1)), Some(path));
        assert_eq!(cache.find(&key(2)), None);
        assert_eq!(fs::metadata(&cache.directory).expect("there").mode() & 0o777, 0o700);
    }

    #[test]
    fn what_was_changed_is_passed_over_and_made_anew() {
        let (_root, cache) = cache();
        let path = cache.store(&key(1), PROGRAM).expect("stored");
        let whole = fs::read(&path).expect("readable");
        let attempt = |bytes: &[u8]| {
            fs::write(&path, bytes).expect("writable");
            cache.find(&key(1))
        };
        for position in [0, PROGRAM.len(), whole.len() - 1] {
            let mut flipped = whole.clone();
            flipped[position] ^= 1;
            assert_eq!(attempt(&flipped), None);
        }
        for length in [0, 5, HASH_BYTES, whole.len() - 1] {
            assert_eq!(attempt(&whole[..length]), None);
        }
        assert_eq!(attempt(&whole), Some(path.clone()));

        let other = cache.store(&key(2), PROGRAM).expect("stored");
        fs::rename(&other, &path).expect("renamed");
        assert_eq!(cache.find(&key(1)), None, "the entry of another key");
        fs::set_permissions(&path, Permissions::from_mode(0o722)).expect("ours");
        assert_eq!(cache.find(&key(1)), None, "others could write to it");
        fs::remove_file(&path).expect("there");
        let elsewhere = cache.directory.join("elsewhere");
        fs::write(&elsewhere, &whole).expect("writable");
        symlink(&elsewhere, &path).expect("linked");
        assert_eq!(cache.find(&key(1)), None, "a link");
        cache.store(&key(1), PROGRAM).expect("stored");
        assert_eq!(cache.find(&key(1)), Some(path));
    }

    #[test]
    fn places_that_cannot_be_trusted_are_not_used() {
        let root = tempfile::tempdir().expect("a temporary directory");
        let open = root.path().join("open");
        fs::create_dir(&open).expect("made");
        fs::set_permissions(&open, Permissions::from_mode(0o777)).expect("ours");
        assert!(Cache::at(&open).is_err());
        let linked = root.path().join("linked");
        fs::create_dir(&linked).expect("made");
        symlink(root.path(), linked.join(PROGRAMS)).expect("linked");
        assert!(Cache::at(&linked).is_err());
        assert!(Cache::at(Path::new("/proc/wasmc")).is_err());
    }

    #[test]
    fn the_entries_not_used_for_longest_go_first() {
        let (_root, cache) = cache();
        let paths: Vec<_> = (0..4).map(|byte| cache.store(&key(byte), PROGRAM).expect("stored")).collect();
        for (age, path) in [30, 10, 20, 40].into_iter().zip(&paths) {
            let then = SystemTime::now() - Duration::from_secs(age);
            File::open(path).and_then(|file| file.set_modified(then)).expect("ours");
        }
        let entry_bytes = (PROGRAM.len() + HASH_BYTES) as u64;
        cache.evict(&paths[3], entry_bytes * 2);
        let left: Vec<_> = paths.iter().map(|path| path.exists()).collect();
        assert_eq!(left, [false, true, false, true]);
    }

    fn contents(bytes: &[u8]) -> Contents {
        Contents { bytes: bytes.into(), identity: None }
    }

    fn sources(bytes: &[u8]) -> Sources {
        Sources { main: contents(bytes), preloads: Vec::new() }
    }

    #[test]
    fn keys_depend_on_everything_that_shapes_the_program() {
        let options = Options::default();
        let plain = Key::new(&sources(b"module"), &options);
        let preloads = vec![("name".into(), contents(b"module"))];
        assert_ne!(plain, Key::new(&Sources { preloads, ..sources(b"module") }, &options));
        assert_eq!(plain, Key::new(&sources(b"module"), &options));
        assert_ne!(plain, Key::new(&sources(b"modulf"), &options));
        let sealed =
            Options { policy: wasmc_compiler::Policy { sealed: true, ..Default::default() }, ..options.clone() };
        assert_ne!(plain, Key::new(&sources(b"module"), &sealed));
        let fewer = Options { wasm_features: Proposals::parse("-simd").expect("a list"), ..options.clone() };
        assert_ne!(plain, Key::new(&sources(b"module"), &fewer));
        assert_ne!(plain, Key::new(&sources(b"module"), &Options { stack_bytes: 1 << 20, ..options.clone() }));
        assert_ne!(plain, Key::new(&sources(b"module"), &Options { cpu: Cpu::Native, ..options }));
    }
}
