//! Attempted escapes, by both ways of resolving a path: the kernel's and the walk.
//!
//! Each test runs in a directory with files around its root, and afterwards compares these with what they were. What
//! must not happen here: a test of one way only.

mod errors;

use std::fs;
use std::os::unix::fs::symlink as host_symlink;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::fd::AsFd;
use tempfile::TempDir;

use super::*;

/// A directory with a root in it and things around the root that must stay out of reach.
///
/// ```text
///   secret              "secret"
///   outside/            secret
///   root/               file dir/inner dir/sub/
/// ```
struct World {
    directory: TempDir,
    root: OwnedFd,
}

impl World {
    fn new() -> World {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let at = |path: &str| directory.path().join(path);
        fs::write(at("secret"), "secret").expect("written");
        fs::create_dir(at("outside")).expect("made");
        fs::write(at("outside/secret"), "secret").expect("written");
        fs::create_dir_all(at("root/dir/sub")).expect("made");
        fs::write(at("root/file"), "file").expect("written");
        fs::write(at("root/dir/inner"), "inner").expect("written");
        let flags = OFlags::DIRECTORY | OFlags::CLOEXEC;
        let root = rustix::fs::open(at("root"), flags, Mode::empty()).expect("it opens");
        World { directory, root }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.directory.path().join("root").join(path)
    }

    fn link(&self, target: &str, name: &str) {
        host_symlink(target, self.at(name)).expect("made");
    }

    fn root(&self) -> BorrowedFd<'_> {
        self.root.as_fd()
    }

    fn read(&self, text: &str, follow: Follow) -> Result<String, Errno> {
        let fd = open(self.root(), &path(text)?, follow, OFlags::RDONLY, Mode::empty())?;
        let mut bytes = [0; 64];
        let length = rustix::io::read(&fd, &mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes[..length]).into_owned())
    }

    fn create(&self, text: &str) -> Result<(), Errno> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC;
        open(self.root(), &path(text)?, Follow::Yes, flags, Mode::from_raw_mode(0o600)).map(|_| ())
    }

    /// What is around the root is as it was.
    fn assert_untouched(&self) {
        let at = |path: &str| self.directory.path().join(path);
        for secret in ["secret", "outside/secret"] {
            assert_eq!(fs::read_to_string(at(secret)).expect("still there"), "secret");
        }
        for (path, entries) in [("", 3), ("outside", 1)] {
            assert_eq!(fs::read_dir(at(path)).expect("still there").count(), entries, "in {path:?}");
        }
    }
}

fn path(text: &str) -> Result<GuestPath, Errno> {
    let mut bytes = text.as_bytes().to_vec();
    path::check_text(&bytes)?;
    bytes.push(0);
    GuestPath::new(bytes)
}

/// Runs a test both ways.
fn both_ways(test: impl Fn(&World)) {
    for walk_only in [false, true] {
        resolve::walk_only(walk_only);
        let world = World::new();
        test(&world);
        world.assert_untouched();
    }
}

/// Shapes of a path to the outside, for a root with the links of [`add_links`].
const ESCAPES: [&str; 20] = [
    "../secret",
    "dir/../../secret",
    "./../secret",
    "dir/sub/../../../secret",
    "..",
    "../",
    "dir/../..",
    "../root/file",
    "dir/../../root/file",
    "/etc/passwd",
    "absolute",
    "absolute/",
    "absolute/secret",
    "up",
    "up/",
    "up/secret",
    "up/.",
    "dir/deep/secret",
    "chain/secret",
    "to_secret",
];

fn add_links(world: &World) {
    let outside = world.directory.path().join("outside");
    host_symlink(&outside, world.at("absolute")).expect("made");
    world.link("../outside", "up");
    world.link("../../outside", "dir/deep");
    world.link("dir/deep", "chain");
    world.link("../secret", "to_secret");
    world.link("../new", "to_new");
}

#[test]
fn nothing_outside_is_opened() {
    both_ways(|world| {
        add_links(world);
        for escape in ESCAPES {
            assert_eq!(world.read(escape, Follow::Yes), Err(Errno::PERM), "reading {escape}");
            let created = world.create(escape);
            assert!(matches!(created, Err(Errno::PERM | Errno::ISDIR)), "creating {escape}: {created:?}");
        }
        assert_eq!(world.create("to_new"), Err(Errno::PERM));
    });
}

#[test]
fn nothing_outside_is_looked_at_or_changed() {
    both_ways(|world| {
        add_links(world);
        let root = world.root();
        let times = Timestamps {
            last_access: rustix::fs::Timespec { tv_sec: 1, tv_nsec: 0 },
            last_modification: rustix::fs::Timespec { tv_sec: 1, tv_nsec: 0 },
        };
        for escape in ESCAPES {
            let Ok(mut escape_path) = path(escape) else { continue };
            let stat = stat(root, &mut escape_path, Follow::Yes);
            assert!(matches!(stat, Err(Errno::PERM)), "stat {escape}");
            let set = set_times(root, &mut escape_path, Follow::Yes, &times);
            assert_eq!(set, Err(Errno::PERM), "times {escape}");
        }
        for escape in ["../new", "up/new", "dir/deep/new", "dir/../../new", "absolute/new", "chain/new/", "up/new/"] {
            let new = || path(escape).expect("a good path");
            let file = || path("file").expect("a good path");
            assert_eq!(create_directory(root, &mut new()), Err(Errno::PERM), "mkdir {escape}");
            assert_eq!(link(root, &mut file(), Follow::No, root, &mut new()), Err(Errno::PERM), "link {escape}");
            assert_eq!(rename(root, &mut file(), root, &mut new()), Err(Errno::PERM), "rename {escape}");
            let target = LinkTarget::new(b"x\0".to_vec()).expect("a good target");
            assert_eq!(symlink(&target, root, &mut new()), Err(Errno::PERM), "symlink {escape}");
        }
        for escape in ["../secret", "up/secret", "chain/secret", "absolute/secret", "up/../secret", "up/secret/"] {
            let secret = || path(escape).expect("a good path");
            assert_eq!(unlink_file(root, &mut secret()), Err(Errno::PERM), "unlink {escape}");
            assert_eq!(remove_directory(root, &mut secret()), Err(Errno::PERM), "rmdir {escape}");
            assert_eq!(read_link(root, &mut secret()), Err(Errno::PERM), "readlink {escape}");
            let mut stolen = path("stolen").expect("a good path");
            for follow in [Follow::No, Follow::Yes] {
                assert_eq!(link(root, &mut secret(), follow, root, &mut stolen), Err(Errno::PERM), "link {escape}");
            }
            assert_eq!(rename(root, &mut secret(), root, &mut stolen), Err(Errno::PERM), "rename {escape}");
        }
    });
}

#[test]
fn trailing_slashes_follow_no_link_out() {
    both_ways(|world| {
        add_links(world);
        let root = world.root();
        for link_name in ["absolute", "up", "chain", "to_secret", "to_new"] {
            for suffix in ["/", "//", "/.", "/./", "/..", "/../", "/./."] {
                let text = format!("{link_name}{suffix}");
                let new = || path(&text).expect("a good path");
                for follow in [Follow::Yes, Follow::No] {
                    assert!(world.read(&text, follow).is_err(), "{text}");
                    assert!(stat(root, &mut new(), follow).is_err(), "{text}");
                }
                let mut file = path("file").expect("a good path");
                assert!(create_directory(root, &mut new()).is_err(), "{text}");
                assert!(remove_directory(root, &mut new()).is_err(), "{text}");
                assert!(unlink_file(root, &mut new()).is_err(), "{text}");
                assert!(rename(root, &mut new(), root, &mut file).is_err(), "{text}");
                assert!(rename(root, &mut file, root, &mut new()).is_err(), "{text}");
                assert!(link(root, &mut new(), Follow::No, root, &mut file).is_err(), "{text}");
                assert!(link(root, &mut file, Follow::No, root, &mut new()).is_err(), "{text}");
                assert!(read_link(root, &mut new()).is_err(), "{text}");
            }
        }
    });
}

#[test]
fn paths_inside_lead_where_they_say() {
    both_ways(|world| {
        world.link("dir", "to_dir");
        world.link("dir/sub/../inner", "to_inner");
        world.link("../dir/./inner", "dir/around");
        world.link("dir/", "with_slash");
        world.link("sub/..", "dir/dots");
        for (text, contents) in [
            ("file", "file"),
            ("./file", "file"),
            ("dir//inner", "inner"),
            ("dir/../dir/./sub/../inner", "inner"),
            ("to_dir/inner", "inner"),
            ("to_inner", "inner"),
            ("dir/around", "inner"),
            ("to_dir/around", "inner"),
            ("with_slash/inner", "inner"),
            ("dir/dots/inner", "inner"),
        ] {
            assert_eq!(world.read(text, Follow::Yes).as_deref(), Ok(contents), "{text}");
        }
        let many = format!("{}file", "dir/../".repeat(300));
        assert_eq!(world.read(&many, Follow::Yes).as_deref(), Ok("file"));
        for text in [".", "./", "dir/..", "dir/sub/../..", "to_dir/..", "with_slash/", "to_dir/"] {
            assert!(
                open(world.root(), &path(text).expect("good"), Follow::No, OFlags::DIRECTORY, Mode::empty()).is_ok()
            );
            assert!(is(
                &stat(world.root(), &mut path(text).expect("good"), Follow::No).expect(text),
                FileType::Directory
            ));
        }
    });
}

#[test]
fn dangling_links_create_their_target_inside() {
    both_ways(|world| {
        world.link("dir/created", "link");
        assert_eq!(world.create("link"), Ok(()));
        assert!(world.at("dir/created").exists());
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
        world.link("dir/other", "second");
        let result = open(world.root(), &path("second").expect("good"), Follow::Yes, flags, Mode::empty());
        assert_eq!(result.err(), Some(Errno::EXIST));
    });
}

#[test]
fn magic_links_are_not_followed() {
    for walk_only in [false, true] {
        resolve::walk_only(walk_only);
        let proc = rustix::fs::open("/proc", OFlags::DIRECTORY, Mode::empty()).expect("it opens");
        for text in ["self/exe", "self/cwd", "self/root/etc/passwd", "self/fd/0", "thread-self/root"] {
            let result = open(proc.as_fd(), &path(text).expect("good"), Follow::Yes, OFlags::RDONLY, Mode::empty());
            assert!(matches!(result, Err(Errno::PERM | Errno::LOOP | Errno::NOENT)), "{text}: {result:?}");
        }
    }
}

/// A host thread swaps a directory with a link to the outside while the guest goes through it.
#[test]
fn races_with_the_host_are_not_escapes() {
    both_ways(|world| {
        let stop = AtomicBool::new(false);
        let (inner, swapped) = (world.at("dir"), world.at("swap"));
        world.link("../outside", "swap");
        fs::write(world.at("dir/secret"), "inside").expect("written");
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let exchange = rustix::fs::RenameFlags::EXCHANGE;
                while !stop.load(Ordering::Relaxed) {
                    let cwd = rustix::fs::CWD;
                    rustix::fs::renameat_with(cwd, &inner, cwd, &swapped, exchange).expect("exchanged");
                }
            });
            for round in 0..4000 {
                for text in ["dir/secret", "swap/secret", "dir/sub/../secret", "dir/../swap/secret"] {
                    match world.read(text, Follow::Yes) {
                        Ok(contents) => assert_eq!(contents, "inside"),
                        Err(error) => assert!(matches!(error, Errno::PERM | Errno::NOENT), "{error:?}"),
                    }
                }
                let mut new = path(&format!("dir/new{round}")).expect("good");
                let _ = create_directory(world.root(), &mut new);
                let _ = rename(world.root(), &mut new, world.root(), &mut path("swap/new").expect("good"));
                let _ = remove_directory(world.root(), &mut path("dir/new").expect("good"));
                let _ = unlink_file(world.root(), &mut path("swap/gone").expect("good"));
            }
            stop.store(true, Ordering::Relaxed);
        });
    });
}
