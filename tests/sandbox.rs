//! Attempts to leave the sandbox: every program of `sandbox/` tries, and the host checks that nothing outside was read,
//! made or changed.
//!
//! The cases come from the published advisories of other runtimes, and from variations of them. Some programs need a
//! host that acts during the run (`driver:` in the header); the function with that name here is that host. With
//! `WASMC_REFERENCE=wasmtime` that engine also runs the programs. No case may be weakened to make a change pass.

use libtest_mimic::{Arguments, Trial};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;
use wasmc_tests::Failure;
use wasmc_tests::guest::{self, Check, Engine, Program, Running, play};

fn main() {
    let arguments = Arguments::from_args();
    let programs = guest::programs("sandbox");
    let mut trials: Vec<Trial> = programs.iter().flat_map(|program| guest::trials(program, driver(program))).collect();
    trials.extend(programs.iter().filter(|program| OLD_KERNEL.contains(&program.name.as_str())).map(on_an_old_kernel));
    libtest_mimic::run(&arguments, trials).exit();
}

fn driver(program: &Program) -> Check {
    match program.driver.as_deref() {
        None => guest::check,
        Some("race") => race,
        Some("replaced-preopen") => replaced_preopen,
        Some("large-directory") => large_directory,
        Some("names-not-utf8") => names_not_utf8,
        Some(other) => panic!("{}: no driver {other}", program.name),
    }
}

/// The programs that matter most when paths are walked without the kernel's help.
const OLD_KERNEL: [&str; 7] =
    ["absolute", "dot_dot", "links_by_guest", "links_out", "proc_links", "rename_link_border", "trailing_slashes"];

/// The same on a kernel without `openat2`, which strace simulates: the runtime's own walk must keep the guest inside.
fn on_an_old_kernel(program: &Program) -> Trial {
    let strace = "strace -f --seccomp-bpf -e trace=openat2 -e inject=openat2:error=ENOSYS -o /dev/null";
    let mut program = program.clone();
    program.under = strace.split(' ').map(String::from).collect();
    let name = format!("without_openat2/{}", program.name);
    guest::trial_named(name, &program, guest::check)
}

/// `swap` is the directory for a moment, then nothing, then the link, then nothing, and so on while the guest lives.
fn race(program: &Program, engine: &Engine) -> Result<(), Failure> {
    play(
        program,
        engine,
        |_| Ok(()),
        |root, running| {
            let sandbox = root.join("sandbox");
            let (swap, aside, link) = (sandbox.join("swap"), sandbox.join("aside"), sandbox.join("link"));
            let exchange = || -> std::io::Result<()> {
                fs::rename(&aside, &swap)?;
                fs::rename(&swap, &aside)?;
                fs::rename(&link, &swap)?;
                fs::rename(&swap, &link)
            };
            let mut rounds = 0;
            while running.is_running() {
                for _ in 0..200 {
                    exchange().map_err(|error| format!("the host cannot exchange its directory: {error}"))?;
                    rounds += 1;
                }
            }
            if rounds < 1000 { Err(format!("only {rounds} exchanges: that was no race")) } else { Ok(()) }
        },
    )
}

fn replaced_preopen(program: &Program, engine: &Engine) -> Result<(), Failure> {
    let replaced = |root: &Path, running: &mut Running| -> Result<(), Failure> {
        running.wait_for(&root.join("sandbox/ready"))?;
        let moved = fs::rename(root.join("sandbox"), root.join("moved"));
        moved.and_then(|()| fs::rename(root.join("other"), root.join("sandbox"))).map_err(|error| error.to_string())?;
        running.say(b"\n")?;
        while running.is_running() {
            std::thread::sleep(Duration::from_millis(1));
        }
        // Back again, so that the host tree can be compared; the new file shows which directory the guest wrote to.
        let restore = || -> std::io::Result<()> {
            fs::rename(root.join("sandbox"), root.join("other"))?;
            fs::rename(root.join("moved"), root.join("sandbox"))
        };
        restore().map_err(|error| error.to_string())?;
        if root.join("sandbox/new").exists() { Ok(()) } else { Err("the guest wrote into another directory".into()) }
    };
    // The renames change the time of the tree's root, which the comparison would see.
    let outer = |root: &Path, running: &mut Running| {
        let modified =
            fs::metadata(root).and_then(|metadata| metadata.modified()).map_err(|error| error.to_string())?;
        replaced(root, running)?;
        let times = fs::FileTimes::new().set_modified(modified);
        fs::File::open(root).and_then(|file| file.set_times(times)).map_err(|error| error.to_string())
    };
    play(program, engine, |_| Ok(()), outer)
}

fn large_directory(program: &Program, engine: &Engine) -> Result<(), Failure> {
    let fill = |root: &Path| {
        let large = root.join("sandbox/large");
        fs::create_dir(&large)?;
        (0..50_000).try_for_each(|number| fs::write(large.join(format!("{number:05}")), ""))
    };
    play(program, engine, fill, |_, _| Ok(()))
}

fn names_not_utf8(program: &Program, engine: &Engine) -> Result<(), Failure> {
    let fill = |root: &Path| {
        let sandbox = root.join("sandbox");
        let name = |bytes: &'static [u8]| sandbox.join(std::ffi::OsStr::from_bytes(bytes));
        (0..19).try_for_each(|number| fs::write(sandbox.join(format!("plain-{number:02}")), "text"))?;
        symlink(std::ffi::OsStr::from_bytes(b"to-\xff"), sandbox.join("plain-link"))?;
        fs::write(name(b"\xff"), "text")?;
        fs::write(name(b"latin-\xe4\xf6\xfc"), "text")?;
        fs::create_dir(name(b"cut-\xe2\x98"))?;
        fs::write(name(b"surrogate-\xed\xa0\x80"), "text")?;
        fs::write(name(b"overlong-\xc0\xaf"), "text")
    };
    play(program, engine, fill, |_, _| Ok(()))
}
