//! The directory of the cache: the choice of it, and the checks that nobody but the user can change its contents.
//!
//! The directory is opened once and then reached through its descriptor alone, so that the checked directory is the one
//! that is used. Its name can lead elsewhere a moment later, if others may change a directory above. So no other file
//! may use the name, except to show it.

use std::fs::{self, DirBuilder, File, Metadata, Permissions};
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags, StatVfsMountFlags};

/// The part of the cache that holds executables; a change of the form of entries takes another name.
pub(super) const PROGRAMS: &str = "programs";

/// A directory that may be the root of the cache.
pub(super) struct Candidate {
    pub(super) root: PathBuf,
    links: Links,
}

/// Whether the root may be a symbolic link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    /// Only a link that belongs to the user or to the superuser: a cache may lie on another disk.
    Own,
    /// No link. The root lies in a directory where everybody can make links, and wasmc makes none.
    Refused,
}

/// The candidates in order: `$WASMC_CACHE`, `$XDG_CACHE_HOME/wasmc` or else `~/.cache/wasmc`, and a directory for this
/// user among the temporary files.
pub(super) fn candidates() -> impl Iterator<Item = Candidate> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    // The XDG base directory specification says to ignore relative paths.
    let xdg = variable("XDG_CACHE_HOME").filter(|path| path.is_absolute()).map(|path| path.join("wasmc"));
    let home = variable("HOME").filter(|path| path.is_absolute()).map(|path| path.join(".cache/wasmc"));
    let own = [variable("WASMC_CACHE"), xdg.or(home)].into_iter().flatten();
    let temporary = std::env::temp_dir().join(format!("wasmc-cache-{}", user()));
    own.map(|root| Candidate { root, links: Links::Own }).chain([Candidate { root: temporary, links: Links::Refused }])
}

/// The user who runs wasmc.
fn user() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// The open directory of the entries.
#[derive(Debug)]
pub(super) struct Place {
    /// For the system: the descriptor's name in /proc, or where there is none, the name.
    pub(super) path: PathBuf,
    /// For people.
    pub(super) name: PathBuf,
    /// Keeps `path` valid.
    directory: File,
}

impl Candidate {
    /// Opens the directory of the entries, and makes it if it is missing.
    pub(super) fn open(&self) -> io::Result<Place> {
        private().create(&self.root)?;
        let root = self.open_root()?;
        let metadata = root.metadata()?;
        if ![0, user()].contains(&metadata.uid()) {
            return Err(foreign());
        }
        // A user who can write to the root could replace the directory in it, unless the root has the sticky bit, as
        // /tmp does.
        if metadata.mode() & 0o022 != 0 && metadata.mode() & 0o1000 == 0 {
            return Err(io::Error::other("others can write to it"));
        }
        let below_root = handle_path(&root, &self.root).join(PROGRAMS);
        private().create(&below_root)?;
        let directory = open_directory(&below_root, OFlags::NOFOLLOW)?;
        let name = self.root.join(PROGRAMS);
        let place = Place { path: handle_path(&directory, &name), name, directory };
        place.check()?;
        Ok(place)
    }

    fn open_root(&self) -> io::Result<File> {
        let named = fs::symlink_metadata(&self.root)?;
        if !named.is_symlink() {
            return open_directory(&self.root, OFlags::NOFOLLOW);
        }
        if self.links == Links::Refused || ![0, user()].contains(&named.uid()) {
            return Err(io::Error::other("it is a symbolic link"));
        }
        open_directory(&self.root, OFlags::empty())
    }
}

impl Place {
    /// Refuses a directory that others can change, and one where programs cannot be made or cannot be run.
    fn check(&self) -> io::Result<()> {
        let metadata = self.directory.metadata()?;
        if metadata.uid() != user() {
            return Err(foreign());
        }
        if metadata.mode() & 0o077 != 0 {
            self.directory.set_permissions(Permissions::from_mode(0o700))?;
        }
        if rustix::fs::fstatvfs(&self.directory)?.f_flag.contains(StatVfsMountFlags::NOEXEC) {
            return Err(io::Error::other("its file system is mounted with noexec"));
        }
        tempfile::tempfile_in(&self.path).map(drop)
    }

    /// Opens an entry, unless wasmc cannot have made it: a link, a file of another user, or a file that others can
    /// write.
    pub(super) fn open_entry(&self, path: &Path) -> Option<File> {
        let named = fs::symlink_metadata(path).ok()?;
        if !named.is_file() {
            return None;
        }
        let file = File::open(path).ok()?;
        let opened = file.metadata().ok()?;
        let identity = |metadata: &Metadata| (metadata.dev(), metadata.ino());
        let private = opened.uid() == user() && opened.mode() & 0o022 == 0 && opened.mode() & 0o100 != 0;
        (identity(&named) == identity(&opened) && private).then_some(file)
    }
}

/// Makes a directory that is closed to others, and missing directories above it.
fn private() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder
}

fn open_directory(path: &Path, flags: OFlags) -> io::Result<File> {
    let flags = flags | OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

/// A path that leads to this open directory, wherever its name leads by then. On macOS, and in a container without
/// /proc, there are no such paths, and the result is the name.
fn handle_path(directory: &File, name: &Path) -> PathBuf {
    let path = PathBuf::from(format!("/proc/self/fd/{}", directory.as_raw_fd()));
    if path.exists() { path } else { name.to_owned() }
}

fn foreign() -> io::Error {
    io::Error::other("it belongs to someone else")
}

#[cfg(test)]
pub(super) mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// The place below this root, as if the user had chosen it.
    pub(in crate::cache) fn open(root: &Path) -> io::Result<Place> {
        Candidate { root: root.to_owned(), links: Links::Own }.open()
    }

    fn refusal(root: &Path, links: Links) -> String {
        Candidate { root: root.to_owned(), links }.open().expect_err("refused").to_string()
    }

    #[test]
    fn a_directory_in_which_others_have_a_say_is_not_used() {
        let place = tempfile::tempdir().expect("a temporary directory");
        let path = |name: &str| place.path().join(name);
        fs::create_dir(path("open")).expect("made");
        fs::set_permissions(path("open"), Permissions::from_mode(0o777)).expect("ours");
        assert_eq!(refusal(&path("open"), Links::Own), "others can write to it");
        fs::create_dir_all(path("linked")).expect("made");
        symlink(place.path(), path("linked/programs")).expect("linked");
        open(&path("linked")).expect_err("a link in the place of the directory");
        open(Path::new("/proc/wasmc")).expect_err("nothing can be made there");
    }

    #[test]
    fn a_link_is_followed_only_where_the_user_chose_the_place() {
        let place = tempfile::tempdir().expect("a temporary directory");
        let (directory, link) = (place.path().join("directory"), place.path().join("link"));
        fs::create_dir(&directory).expect("made");
        symlink(&directory, &link).expect("linked");
        assert_eq!(refusal(&link, Links::Refused), "it is a symbolic link");
        assert!(!directory.join(PROGRAMS).exists(), "nothing is made behind a link that is refused");
        open(&link).expect("the user's own link");
        if user() == 0 {
            std::os::unix::fs::lchown(&link, Some(1), None).expect("the superuser may");
            assert_eq!(refusal(&link, Links::Own), "it is a symbolic link");
            std::os::unix::fs::chown(&directory, Some(1), None).expect("the superuser may");
            assert_eq!(refusal(&directory, Links::Own), "it belongs to someone else");
        }
    }

    #[test]
    fn what_was_opened_is_used_although_its_name_leads_elsewhere() {
        let place = tempfile::tempdir().expect("a temporary directory");
        let root = place.path().join("root");
        let opened = open(&root).expect("usable");
        fs::rename(&root, place.path().join("moved")).expect("renamed");
        fs::create_dir_all(root.join(PROGRAMS)).expect("another in its place");
        fs::write(opened.path.join("entry"), "").expect("writable");
        assert!(place.path().join("moved/programs/entry").exists());
        assert!(!root.join("programs/entry").exists());
    }
}
