//! The errors of paths that lead nowhere, by both ways of resolving a path: the kernel's and the walk.
//!
//! The two ways must not differ, or a guest would see on which system it runs. What must not happen here: an attempted
//! escape; those are in the file above.

use super::*;

#[test]
fn opening_fails_as_the_specification_says() {
    both_ways(|world| {
        let root = world.root();
        world.link("file", "to_file");
        world.link("dir", "to_dir");
        world.link("missing", "dangling");
        world.link("loop", "loop");
        world.link("b", "a");
        world.link("a", "b");
        for (text, follow, expected) in [
            ("missing", Follow::Yes, Errno::NOENT),
            ("missing/x", Follow::Yes, Errno::NOENT),
            ("missing/", Follow::Yes, Errno::NOENT),
            ("file/x", Follow::Yes, Errno::NOTDIR),
            ("file/", Follow::Yes, Errno::NOTDIR),
            ("file/.", Follow::Yes, Errno::NOTDIR),
            ("file/..", Follow::Yes, Errno::NOTDIR),
            ("to_file/", Follow::No, Errno::NOTDIR),
            ("to_file", Follow::No, Errno::LOOP),
            ("dangling", Follow::Yes, Errno::NOENT),
            ("dangling", Follow::No, Errno::LOOP),
            ("loop", Follow::Yes, Errno::LOOP),
            ("loop/x", Follow::Yes, Errno::LOOP),
            ("a", Follow::Yes, Errno::LOOP),
            ("", Follow::Yes, Errno::NOENT),
        ] {
            assert_eq!(world.read(text, follow), Err(expected), "{text}");
        }
        assert_eq!(world.read(&"x".repeat(300), Follow::Yes), Err(Errno::NAMETOOLONG));
        let directory = open(root, &path("to_dir").expect("good"), Follow::No, OFlags::DIRECTORY, Mode::empty());
        assert_eq!(directory.err(), Some(Errno::NOTDIR));
    });
}

#[test]
fn changes_fail_as_the_specification_says() {
    both_ways(|world| {
        let root = world.root();
        world.link("dir", "to_dir");
        let check = |expected: Errno, result: Result<(), Errno>| assert_eq!(result, Err(expected));
        let p = |text| path(text).expect("a good path");
        check(Errno::EXIST, create_directory(root, &mut p("dir")));
        check(Errno::EXIST, create_directory(root, &mut p("to_dir/")));
        check(Errno::EXIST, create_directory(root, &mut p("dir/.")));
        check(Errno::EXIST, create_directory(root, &mut p("dir/..")));
        check(Errno::NOENT, create_directory(root, &mut p("missing/x")));
        check(Errno::NOTEMPTY, remove_directory(root, &mut p("dir")));
        check(Errno::NOTEMPTY, remove_directory(root, &mut p("dir/..")));
        check(Errno::INVAL, remove_directory(root, &mut p("dir/.")));
        check(Errno::NOTDIR, remove_directory(root, &mut p("to_dir")));
        check(Errno::NOTDIR, remove_directory(root, &mut p("to_dir/")));
        check(Errno::NOTDIR, remove_directory(root, &mut p("file/")));
        check(Errno::ISDIR, unlink_file(root, &mut p("dir")));
        check(Errno::ISDIR, unlink_file(root, &mut p("dir/")));
        check(Errno::ISDIR, unlink_file(root, &mut p("dir/.")));
        check(Errno::NOTDIR, unlink_file(root, &mut p("file/")));
        check(Errno::NOENT, unlink_file(root, &mut p("missing/")));
        check(Errno::BUSY, rename(root, &mut p("dir/."), root, &mut p("x")));
        check(Errno::INVAL, rename(root, &mut p("dir"), root, &mut p("dir/sub/x")));
        check(Errno::NOTDIR, rename(root, &mut p("file/"), root, &mut p("x")));
        check(Errno::NOTDIR, rename(root, &mut p("file"), root, &mut p("x/")));
        check(Errno::NOTDIR, rename(root, &mut p("to_dir/"), root, &mut p("x")));
        check(Errno::PERM, link(root, &mut p("dir"), Follow::No, root, &mut p("x")));
        check(Errno::NOTDIR, link(root, &mut p("file/"), Follow::No, root, &mut p("x")));
        check(Errno::EXIST, link(root, &mut p("file"), Follow::No, root, &mut p("dir/")));
        assert_eq!(read_link(root, &mut p("file")), Err(Errno::INVAL));
        assert_eq!(read_link(root, &mut p("to_dir/")), Err(Errno::INVAL));
        assert_eq!(read_link(root, &mut p("to_dir")).as_deref(), Ok(&b"dir"[..]));
        assert_eq!(rename(root, &mut p("dir/"), root, &mut p("moved/")), Ok(()));
        assert_eq!(create_directory(root, &mut p("new/")), Ok(()));
        assert_eq!(remove_directory(root, &mut p("new/")), Ok(()));
    });
}
