//! Programs on a host that fails: full disks, broken pipes, closed streams, limits, interrupted calls, signals. Each
//! program of `anomaly/` must see the errno for its failure, or the process must end as a native one would.
//!
//! A runtime that ignores a failure loses data silently, and ordinary tests never fail. strace injects faults of single
//! system calls (`under:` in the header of a program). With `WASMC_REFERENCE=wasmtime`, that engine also runs the
//! programs, except for those whose header says why it cannot.
//!
//! One trial starts a program as another user, which only root may do: for other users it is ignored.

use libtest_mimic::{Arguments, Trial};
use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use wasmc_tests::guest::{self, Check, Engine, Program, Running};
use wasmc_tests::{Ending, Failure, Process, context, suite_directory, wasmc};

fn main() {
    let arguments = Arguments::from_args();
    let programs = guest::programs("anomaly");
    let mut trials: Vec<Trial> = programs.iter().flat_map(|program| guest::trials(program, driver(program))).collect();
    let behaviors = guest::programs("wasi");
    trials.extend(behaviors.iter().filter(|program| INTERRUPTED.contains(&program.name.as_str())).map(interrupted));
    trials.push(Trial::test("processor_lacks_features", || Ok(processor_lacks_features()?)));
    trials.push(Trial::test("set_user_id", || Ok(set_user_id()?)).with_ignored_flag(!is_root()));
    libtest_mimic::run(&arguments, trials).exit();
}

fn driver(program: &Program) -> Check {
    match program.driver.as_deref() {
        None => guest::check,
        Some("start-failure") => start_failure,
        Some("kill") => kill,
        Some("stop-and-continue") => stop_and_continue,
        Some(other) => panic!("{}: no driver {other}", program.name),
    }
}

/// Programs of the `wasi` suite that between them make every call which a signal can interrupt.
const INTERRUPTED: [&str; 18] = [
    "p1_fd_allocate",
    "p1_fd_filestat_set_size",
    "p1_fd_readdir",
    "p1_fd_sync",
    "p1_file_pread_pwrite",
    "p1_file_read_write",
    "p1_interesting_paths",
    "p1_poll_clock",
    "p1_poll_silent",
    "p1_poll_stdio",
    "p1_random_get",
    "p1_sock_accept",
    "p1_sock_datagram",
    "p1_sock_shutdown",
    "p1_sock_stream",
    "p1_stdin_read",
    "p1_stdio_write",
    "p1_symlink_create",
];

/// Every second of these calls comes back with EINTR. The guest must not notice.
fn interrupted(program: &Program) -> Trial {
    let calls = "read,readv,pread64,preadv,preadv2,write,writev,pwrite64,pwritev,pwritev2,open,openat,openat2,\
                 poll,ppoll,nanosleep,clock_nanosleep,fsync,fdatasync,ftruncate,fallocate,\
                 accept,accept4,recvmsg,sendmsg,recvfrom,sendto,getrandom";
    let mut program = program.clone();
    let inject = format!("inject={calls}:error=EINTR:when=1+2");
    let trace = format!("trace={calls}");
    let strace = ["strace", "-f", "--seccomp-bpf", "-e", &trace, "-e", &inject, "-o", "/dev/null"];
    program.under = strace.map(String::from).into();
    let name = format!("interrupted/{}", program.name);
    guest::trial_named(name, &program, guest::check)
}

/// A program that cannot start says why, in one line, and that it is not the program's fault.
fn start_failure(program: &Program, engine: &Engine) -> Result<(), Failure> {
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let wasm = guest::compile(program)?;
    let built = engine.build(program, &program.builds[0], &wasm, scratch.path())?;
    let case = guest::Case::new(program)?;
    let outcome = built.start(program, &program.runs[0], &case)?.finish()?;
    guest::expect_ending(&outcome, &program.runs[0])?;
    let stderr = String::from_utf8_lossy(&outcome.stderr);
    if stderr.contains("wasm trap") || stderr.trim().is_empty() || stderr.lines().count() > 4 {
        return Err(format!("expected a short message that is no trap, came {stderr:?}"));
    }
    Ok(())
}

fn send(signal: &str, running: &Running) -> Result<(), Failure> {
    let id = running.id().to_string();
    let sent = std::process::Command::new("sh").args(["-c", "kill -s \"$1\" \"$2\"", "sh", signal, &id]).status();
    if sent.is_ok_and(|status| status.success()) { Ok(()) } else { Err(format!("cannot send SIG{signal} to {id}")) }
}

/// A fault that no instruction of the guest made is not its trap: the process dies by the signal, as any other would.
fn kill(program: &Program, engine: &Engine) -> Result<(), Failure> {
    for (signal, number) in [("SEGV", 11), ("BUS", 7), ("ILL", 4), ("FPE", 8), ("TERM", 15)] {
        let mut program = program.clone();
        program.runs[0].endings = vec![wasmc_tests::Ending::Signal(number)];
        let deadly = |root: &Path, running: &mut Running| {
            running.wait_for(&root.join("sandbox/ready"))?;
            send(signal, running)
        };
        guest::play(&program, engine, |_| Ok(()), deadly).map_err(|failure| format!("SIG{signal}: {failure}"))?;
    }
    Ok(())
}

/// Stops the process and lets it go on, again and again, while it waits.
fn stop_and_continue(program: &Program, engine: &Engine) -> Result<(), Failure> {
    let nag = |root: &Path, running: &mut Running| {
        running.wait_for(&root.join("sandbox/ready"))?;
        for _ in 0..50 {
            send("STOP", running)?;
            send("CONT", running)?;
        }
        running.say(b"go on")
    };
    guest::play(program, engine, |_| Ok(()), nag)
}

/// Whether this user may start a program as another one.
fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// A set-user-ID program takes no directories and no variables from the user who starts it: they would be opened with
/// the rights of the program's owner. The same program takes them without that bit, which shows that the attempt is a
/// real one.
fn set_user_id() -> Result<(), Failure> {
    let scratch = context(tempfile::tempdir(), "a temporary folder")?;
    let set_mode =
        |path: &Path, mode| context(std::fs::set_permissions(path, Permissions::from_mode(mode)), path.display());
    set_mode(scratch.path(), 0o755)?;
    let start = |guest: &str, mode| {
        let executable = scratch.path().join(guest);
        let module = suite_directory("cli/guests").join(format!("{guest}.wat"));
        Process::new(wasmc()?)
            .inherit_all()
            .args(["build".as_ref(), module.as_os_str(), "-o".as_ref()])
            .args([&executable])
            .succeed()?;
        set_mode(&executable, mode)?;
        let nobody =
            Process::new("setpriv").inherit(&["PATH"]).args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
        let nobody = nobody.args([&executable]).env("WASMC_DIR", "/::/root").env("WASMC_ENV", "A=1").directory("/");
        // Statuses differ: what is preopened is not theirs to write to.
        Ok::<_, Failure>(String::from_utf8_lossy(&nobody.run()?.stdout).into_owned())
    };
    for (mode, directories, words) in
        [(0o755, "/root\n", "words\nA=1\n"), (0o4755, "", "words\n"), (0o2755, "", "words\n")]
    {
        for (guest, expected) in [("directories", directories), ("words", words)] {
            let found = start(guest, mode)?;
            if found != expected {
                return Err(format!("{guest} with mode {mode:o} says {found:?} instead of {expected:?}"));
            }
        }
    }
    Ok(())
}

/// A program that was built for more than its target's baseline says which features the processor lacks, and runs where
/// there are all of them. The processors are models of qemu-user.
fn processor_lacks_features() -> Result<(), Failure> {
    let scratch = context(tempfile::tempdir(), "a temporary folder")?;
    let module = suite_directory("cli/guests").join("hello.wat");
    for (target, cpu, model, missing) in [
        ("x86_64", "x86-64-v2", "Nehalem", ""),
        ("x86_64", "x86-64-v3", "Nehalem", "lzcnt, bmi1, bmi2, avx, avx2, fma"),
        ("x86_64", "+popcnt", "qemu64,-popcnt", "popcnt"),
        ("x86_64", "x86-64-v4,+avx512vbmi", "max", "avx512f, avx512dq, avx512vl, avx512vbmi"),
        // The processor has AVX, but the system does not save its registers.
        ("x86_64", "+avx", "max,-xsave", "avx"),
        ("aarch64", "armv8.1-a", "cortex-a76", ""),
        ("aarch64", "armv8.1-a", "cortex-a53", "lse"),
        ("aarch64", "+lse,+fp16,+dotprod,+i8mm", "cortex-a72", "lse, fp16, dotprod, i8mm"),
        // This emulator does not answer, so nothing is taken as missing.
        ("riscv64", "rva22u64", "rv64", ""),
    ] {
        let executable = scratch.path().join(format!("{target}-{cpu}"));
        let build = Process::new(wasmc()?).inherit_all().args(["build".as_ref(), module.as_os_str(), "-o".as_ref()]);
        build.args([&executable]).args(["--target", target, "--cpu", cpu]).succeed()?;
        let emulator = Process::new(format!("/usr/bin/qemu-{target}")).args(["-cpu", model]).args([&executable]);
        let outcome = emulator.run().map_err(|failure| format!("{failure}: apt-get install qemu-user"))?;
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        let said = stderr.lines().find(|line| line.starts_with("wasmc: ")).unwrap_or_default();
        let (ending, expected) = match missing {
            "" => (0, String::new()),
            _ => (125, format!("wasmc: this processor lacks {missing}, for which the program was built")),
        };
        if outcome.ending != Ending::Status(ending) || said != expected {
            return Err(format!("--cpu {cpu} on {model}: {:?} {stderr}", outcome.ending));
        }
    }
    Ok(())
}
