//! The cache of `wasmc run`: compiled programs, so that the second run of a module starts at once.
//!
//! An entry is one file: the executable, followed by a checksum over its key and its bytes (the loader ignores bytes
//! after the last segment). Because it is one file, which appears by renaming like every output, no crash and no second
//! process can leave half an entry. Its name is a hash of the modules, all options and this build of wasmc ([`Key`]).
//!
//! # Trust
//! An entry is run without looking at the module again, so anybody who can write here can run any program as this user.
//! Therefore the directory must belong to the user and be closed to others (`cache/place.rs`), an entry must be a
//! regular file of the user, and its checksum must be right. Any other entry is ignored, and the program compiled and
//! written again.

mod key;
mod place;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::diagnostics::{Failure, quoted, reason};
use crate::output;
use key::HASH_BYTES;
use place::Place;

pub(crate) use key::Key;

/// The size of all entries together. Beyond it, those that were not used for the longest time are removed.
pub(crate) const CACHE_BYTES_MAX: u64 = 2 << 30;

/// A directory of entries that can be trusted.
#[derive(Debug)]
pub(crate) struct Cache {
    place: Place,
}

/// An entry that may be run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Program {
    /// For the system, as long as the cache is open.
    pub(crate) path: PathBuf,
    /// For people.
    pub(crate) name: PathBuf,
}

/// An entry, as a list of them shows it.
#[derive(Debug)]
pub(crate) struct Entry {
    path: PathBuf,
    /// For people.
    pub(crate) name: String,
    pub(crate) bytes: u64,
    used: SystemTime,
}

impl Entry {
    /// How long ago it was used; nothing if the clock was set back since.
    pub(crate) fn age(&self) -> Duration {
        self.used.elapsed().unwrap_or_default()
    }

    pub(crate) fn remove(&self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }
}

impl Cache {
    /// The first place that can be used.
    pub(crate) fn open() -> Result<Cache, Failure> {
        let mut refused = Vec::new();
        for candidate in place::candidates() {
            match candidate.open() {
                Ok(place) => return Ok(Cache { place }),
                Err(error) => refused.push(format!("\n  {}: {}", quoted(&candidate.root), reason(&error))),
            }
        }
        Err(Failure::new(format!("there is no place for compiled programs:{}", refused.concat()))
            .hint("set WASMC_CACHE to a directory of your own in which programs may run, or use `wasmc build`"))
    }

    /// The caches in all places that exist: programs stay in one place when a later run uses another.
    pub(crate) fn existing() -> Vec<Cache> {
        let candidates = place::candidates().filter(|candidate| candidate.root.join(place::PROGRAMS).is_dir());
        candidates.filter_map(|candidate| candidate.open().ok()).map(|place| Cache { place }).collect()
    }

    /// Where it is, for people.
    pub(crate) fn name(&self) -> &Path {
        &self.place.name
    }

    fn program(&self, key: &Key) -> Program {
        let file = key.file_name();
        Program { path: self.place.path.join(&file), name: self.place.name.join(file) }
    }

    /// The executable of this key, if there is an entry that can be trusted. It counts as used now.
    pub(crate) fn find(&self, key: &Key) -> Option<Program> {
        let program = self.program(key);
        let mut file = self.place.open_entry(&program.path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        let (executable, checksum) = bytes.split_last_chunk::<HASH_BYTES>()?;
        if key.checksum(executable) != *checksum {
            return None;
        }
        // An entry that cannot be marked as used is only removed earlier.
        let _ = file.set_modified(SystemTime::now());
        Some(program)
    }

    /// Makes the entry of this key, and replaces anything of that name.
    pub(crate) fn store(&self, key: &Key, executable: &[u8]) -> Result<Program, Failure> {
        let program = self.program(key);
        let entry = [executable, &key.checksum(executable)].concat();
        // Renaming a file replaces anything but a directory.
        if fs::symlink_metadata(&program.path).is_ok_and(|metadata| metadata.is_dir()) {
            let _ = fs::remove_dir_all(&program.path);
        }
        output::replace(&program.path, &entry, 0o700).map_err(|error| {
            Failure::new(format!("cannot write the compiled program {}: {}", quoted(&program.name), reason(&error)))
                .hint("set WASMC_CACHE to a directory with enough space, or use `wasmc build`")
        })?;
        self.evict(&program.path, CACHE_BYTES_MAX);
        Ok(program)
    }

    /// Writes a file that is no entry, for another program to read, and gives its path. It is written each time, so
    /// nothing that lies there is believed.
    pub(crate) fn store_script(&self, name: &str, script: &str) -> Result<PathBuf, Failure> {
        let shown = self.place.name.join(name);
        output::replace(&self.place.path.join(name), script.as_bytes(), 0o600).map_err(|error| {
            Failure::new(format!("cannot write {}: {}", quoted(&shown), reason(&error)))
                .hint("set WASMC_CACHE to a directory with enough space")
        })?;
        Ok(shown)
    }

    /// The entries, from the one that was not used for the longest time on. Files with other names are no entries.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let entry = |entry: fs::DirEntry| {
            let name = entry.file_name().into_string().ok().filter(|name| key::is_file_name(name))?;
            let metadata = entry.metadata().ok().filter(|metadata| metadata.is_file())?;
            Some(Entry { path: entry.path(), name, bytes: metadata.len(), used: metadata.modified().ok()? })
        };
        let entries = fs::read_dir(&self.place.path).into_iter().flatten();
        let mut entries: Vec<_> = entries.filter_map(Result::ok).filter_map(entry).collect();
        entries.sort_by(|left, right| (left.used, &left.name).cmp(&(right.used, &right.name)));
        entries
    }

    /// Removes the entries that were not used for the longest time, until all together have `limit_bytes` at most. It
    /// never removes the entry at `protected`.
    fn evict(&self, protected: &Path, limit_bytes: u64) {
        let entries = self.entries();
        let mut total: u64 = entries.iter().map(|entry| entry.bytes).sum();
        for entry in entries {
            if total <= limit_bytes {
                break;
            }
            if entry.path != protected && entry.remove().is_ok() {
                total -= entry.bytes;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{File, Permissions};
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    const PROGRAM: &[u8] = b"#!/bin/sh\nexit 0\n";

    fn cache() -> (tempfile::TempDir, Cache) {
        let root = tempfile::tempdir().expect("a temporary directory");
        let place = place::tests::open(root.path()).expect("usable");
        (root, Cache { place })
    }

    fn key(byte: u8) -> Key {
        Key([byte; HASH_BYTES])
    }

    #[test]
    fn an_entry_is_found_again() {
        let (root, cache) = cache();
        assert_eq!(cache.find(&key(1)), None);
        let program = cache.store(&key(1), PROGRAM).expect("stored");
        assert_eq!(program.name, root.path().join("programs").join(key(1).file_name()));
        assert_eq!(cache.find(&key(1)), Some(program));
        assert_eq!(cache.find(&key(2)), None);
        let mode = fs::metadata(cache.name()).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn what_was_changed_is_passed_over_and_made_anew() {
        let (_root, cache) = cache();
        let path = cache.store(&key(1), PROGRAM).expect("stored").path;
        let entry = fs::read(&path).expect("readable");
        let attempt = |bytes: &[u8]| {
            fs::write(&path, bytes).expect("writable");
            cache.find(&key(1)).is_some()
        };
        for position in [0, PROGRAM.len(), entry.len() - 1] {
            let mut flipped = entry.clone();
            flipped[position] ^= 1;
            assert!(!attempt(&flipped));
        }
        for length in [0, 5, HASH_BYTES, entry.len() - 1] {
            assert!(!attempt(&entry[..length]));
        }
        assert!(attempt(&entry));

        let other = cache.store(&key(2), PROGRAM).expect("stored").path;
        fs::rename(&other, &path).expect("renamed");
        assert_eq!(cache.find(&key(1)), None, "the entry of another key");
        fs::set_permissions(&path, Permissions::from_mode(0o722)).expect("ours");
        assert_eq!(cache.find(&key(1)), None, "others could write to it");
        fs::remove_file(&path).expect("there");
        let elsewhere = cache.place.path.join("elsewhere");
        fs::write(&elsewhere, &entry).expect("writable");
        symlink(&elsewhere, &path).expect("linked");
        assert_eq!(cache.find(&key(1)), None, "a link");
        cache.store(&key(1), PROGRAM).expect("stored");
        assert!(cache.find(&key(1)).is_some());
    }

    #[test]
    fn a_directory_in_the_place_of_an_entry_makes_room() {
        let (_root, cache) = cache();
        let path = cache.program(&key(1)).path;
        fs::create_dir_all(path.join("below")).expect("made");
        assert_eq!(cache.find(&key(1)), None);
        cache.store(&key(1), PROGRAM).expect("stored");
        assert!(cache.find(&key(1)).is_some());
    }

    #[test]
    fn the_entries_not_used_for_longest_go_first() {
        let (_root, cache) = cache();
        let paths: Vec<_> = (0..4).map(|byte| cache.store(&key(byte), PROGRAM).expect("stored").path).collect();
        for (age, path) in [30, 10, 20, 40].into_iter().zip(&paths) {
            let then = SystemTime::now() - Duration::from_secs(age);
            File::open(path).and_then(|file| file.set_modified(then)).expect("ours");
        }
        let stranger = cache.place.path.join("stranger");
        fs::write(&stranger, [0; 1000]).expect("writable");
        let entry_bytes = (PROGRAM.len() + HASH_BYTES) as u64;
        cache.evict(&paths[3], entry_bytes * 2);
        let there: Vec<_> = paths.iter().map(|path| path.exists()).collect();
        assert_eq!(there, [false, true, false, true]);
        assert!(stranger.exists(), "what is no entry is neither counted nor removed");
    }
}
