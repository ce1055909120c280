//! Files that appear complete or not at all.
//!
//! A file is written under another name in its directory and then renamed, so that a build that fails, or is killed at
//! any moment, leaves the old file. The other name is `.wasmc-XXXXXX.tmp`, and its writer holds a lock on it. A file of
//! that name without a lock is the rest of a killed process, and the next build into that directory removes it. No
//! file of another name, and none whose lock is held, may be removed here.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use tempfile::TempPath;

use super::parent;

/// Makes `path` a file with these bytes, or fails and leaves it as it is.
pub(crate) fn replace(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let directory = parent(path);
    remove_stale(directory);
    let (mut file, temporary, lock) = create_temporary(directory, mode)?;
    file.write_all(bytes)?;
    // An executable that is open for writing cannot be run (ETXTBSY), so it is closed before it gets its name.
    drop(file);
    temporary.persist(path).map_err(|error| error.error)?;
    drop(lock);
    Ok(())
}

/// Start and end of the name that a file has before it is complete.
const PREFIX: &str = ".wasmc-";
const SUFFIX: &str = ".tmp";
/// An attempt fails only if another process removes the file between its creation and its lock.
const ATTEMPTS: u32 = 64;

/// A new file, its path, and the lock that says that its writer is alive.
///
/// The lock belongs to a second, read-only descriptor, so that it outlives the one for writing. On a file system
/// without locks there is none, and [`remove_stale`] removes nothing there.
fn create_temporary(directory: &Path, mode: u32) -> io::Result<(File, TempPath, Option<File>)> {
    for _ in 0..ATTEMPTS {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX).permissions(Permissions::from_mode(mode));
        let (file, path) = builder.tempfile_in(directory)?.into_parts();
        let lock = File::open(&path).and_then(|lock| lock.lock().map(|()| lock)).ok();
        if file.metadata()?.nlink() > 0 {
            return Ok((file, path, lock));
        }
    }
    Err(io::Error::other("temporary files vanish as soon as they are made"))
}

/// Removes the temporary files of killed processes. Failures are ignored, since nothing depends on it.
fn remove_stale(directory: &Path) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let name = name.as_bytes();
        let is_temporary = name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes());
        // The type is that of the entry itself: wasmc made no link or pipe of this name.
        if !is_temporary || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        if let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            // Removed under the lock, so that a writer that waits for it finds its file gone and makes another.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::super::tests::{names, place};
    use super::super::{EXECUTABLE_MODE, FILE_MODE};
    use super::*;

    #[test]
    fn a_file_is_replaced_with_its_mode_and_nothing_is_left_beside_it() {
        let place = place();
        let path = place.path().join("app");
        fs::write(&path, "old").expect("writable");
        replace(&path, b"new", EXECUTABLE_MODE).expect("replaced");
        assert_eq!(fs::read(&path).expect("readable"), b"new");
        let mode = fs::metadata(&path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode & 0o700, 0o700);
        assert_eq!(mode & !0o755, 0);
        assert_eq!(names(place.path()), ["app"]);
    }

    #[test]
    fn only_temporaries_without_a_living_writer_are_removed() {
        let place = place();
        let (_file, living, _lock) = create_temporary(place.path(), FILE_MODE).expect("made");
        let dead = place.path().join(".wasmc-dead00.tmp");
        fs::write(&dead, "half").expect("writable");
        fs::write(place.path().join(".wasmc-other"), "not ours").expect("writable");
        symlink(place.path().join(".wasmc-other"), place.path().join(".wasmc-link.tmp")).expect("linked");
        remove_stale(place.path());
        assert!(living.exists());
        assert!(!dead.exists());
        assert_eq!(names(place.path()).len(), 3);
    }

    #[test]
    fn many_writers_of_one_path_leave_one_whole_file() {
        let place = place();
        let path = place.path().join("app");
        std::thread::scope(|scope| {
            for letter in b'a'..b'u' {
                let path = &path;
                scope.spawn(move || replace(path, &vec![letter; 100_000], EXECUTABLE_MODE).expect("replaced"));
            }
        });
        let bytes = fs::read(&path).expect("readable");
        assert_eq!(bytes.len(), 100_000);
        assert!(bytes.iter().all(|byte| *byte == bytes[0]));
        assert_eq!(names(place.path()), ["app"]);
    }
}
