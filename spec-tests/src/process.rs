//! Runs the programs that wasmc made: on this machine, or under an emulator of their processor.
//!
//! The scripts of the specification and the differential cases both run programs in this way. What a program means is
//! for them to say: nothing here reads what it printed.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};
use wasmc_compiler::Target;

use crate::Failure;

/// No program here needs nearly as long; one that is still running then is caught in a loop.
const TIME_MAX: Duration = Duration::from_secs(60);
/// How much slower an emulated program may be, at worst.
const EMULATED_SLOWNESS: u32 = 10;

/// A RISC-V processor's vector registers. Code must not depend on their length, nor on the bytes behind a vector of 128
/// bits: version 1.0 of the vector extension (3.4.3) lets an instruction leave them as they are or fill them with ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VectorRegisters {
    /// 128 bits, the least that a processor with the vector extension has.
    Bits128,
    /// 256 bits, as common processors have. What follows the elements of a vector becomes ones.
    Bits256Ones,
    /// 1024 bits. What follows the elements of a vector stays.
    Bits1024,
}

impl VectorRegisters {
    /// All of them.
    pub const ALL: [VectorRegisters; 3] =
        [VectorRegisters::Bits128, VectorRegisters::Bits256Ones, VectorRegisters::Bits1024];

    /// Their length in bits.
    pub fn bits(self) -> u32 {
        match self {
            VectorRegisters::Bits128 => 128,
            VectorRegisters::Bits256Ones => 256,
            VectorRegisters::Bits1024 => 1024,
        }
    }
}

/// The words in front of an executable: qemu-user (Debian's package `qemu-user`), unless this machine can run it. A
/// real RISC-V has the vector registers that it has.
pub fn emulator(target: Target, registers: VectorRegisters) -> &'static [&'static str] {
    match target {
        target if target == Target::host() => &[],
        Target::Aarch64Linux => &["qemu-aarch64"],
        Target::Riscv64Linux => match registers {
            VectorRegisters::Bits128 => &["qemu-riscv64", "-cpu", "rv64,v=true,vlen=128,vext_spec=v1.0"],
            VectorRegisters::Bits256Ones => {
                &["qemu-riscv64", "-cpu", "rv64,v=true,vlen=256,rvv_ta_all_1s=true,vext_spec=v1.0"]
            }
            VectorRegisters::Bits1024 => &["qemu-riscv64", "-cpu", "rv64,v=true,vlen=1024,vext_spec=v1.0"],
        },
        _ => &["qemu-x86_64"],
    }
}

/// How a program ended.
#[derive(Debug)]
pub struct Ended {
    /// Status or signal; nothing if it ran for too long.
    pub status: Option<ExitStatus>,
    /// Its standard output.
    pub stdout: Vec<u8>,
    /// Its standard error.
    pub stderr: String,
}

impl Ended {
    /// Whether it ended with status 0.
    pub fn well(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }

    /// How it ended, for people.
    pub fn describe(&self) -> String {
        let ending = match self.status.map(|status| (status.code(), status.signal())) {
            Some((Some(code), _)) => format!("status {code}"),
            Some((None, signal)) => format!("signal {}", signal.unwrap_or_default()),
            None => "no end within its time".into(),
        };
        let lines = self.stderr.lines().take(4).collect::<Vec<_>>().join(" | ");
        format!("{ending}, {}", if lines.is_empty() { "nothing on stderr" } else { &lines })
    }
}

/// Whether a description ([`Ended::describe`]) is of a failed assertion of the emulator, which says nothing of the
/// program: qemu 7.2 fails one in `decode_save_opc` when the first float instruction after a jump is a conversion of
/// vectors that rounds toward zero (`vfcvt.rtz.x.f.v`), which three instructions of assembly show.
pub fn is_emulator_assertion(description: &str) -> bool {
    description.contains("signal 6, qemu-") && description.contains(": Assertion `")
}

/// A process that starts while another thread writes an executable inherits that open file for a moment, and the kernel
/// runs no file that is open for writing (`ETXTBSY`). So writing and starting exclude each other.
static FILES: Mutex<()> = Mutex::new(());

/// Writes an executable into a folder that no other program uses meanwhile, and runs it to its end.
///
/// # Errors
/// When the machine fails: no space, no emulator.
pub fn run(executable: &[u8], folder: &Path, emulator: &[&str]) -> Result<Ended, Failure> {
    let path = folder.join("program");
    let failed = |error: io::Error| format!("{emulator:?} {}: {error}", path.display());
    let mut child = start(executable, folder, emulator).map_err(failed)?;
    let limit = if emulator.is_empty() { TIME_MAX } else { TIME_MAX * EMULATED_SLOWNESS };
    let status = wait(&mut child, limit).map_err(failed)?;
    let stdout = fs::read(folder.join("stdout")).map_err(failed)?;
    let stderr = fs::read(folder.join("stderr")).map_err(failed)?;
    Ok(Ended { status, stdout, stderr: String::from_utf8_lossy(&stderr).into_owned() })
}

fn start(executable: &[u8], folder: &Path, emulator: &[&str]) -> io::Result<Child> {
    let path = folder.join("program");
    let _guard = FILES.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    fs::write(&path, executable)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    let mut command = match emulator.split_first() {
        Some((emulator, options)) => {
            let mut command = Command::new(emulator);
            command.args(options).arg(&path);
            command
        }
        None => Command::new(&path),
    };
    command.env_clear().current_dir(folder).stdin(Stdio::null());
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    // Files and no pipes, which would have to be emptied while the program runs.
    command.stdout(File::create(folder.join("stdout"))?).stderr(File::create(folder.join("stderr"))?);
    command.spawn()
}

/// Waits for the end; gives nothing if it had to be forced.
fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(100);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() > limit {
            child.kill().and_then(|()| child.wait())?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_emulators_own_assertion_is_one() {
        let qemu =
            "qemu-riscv64: ../../target/riscv/translate.c:213: decode_save_opc: Assertion `ctx->insn_start' failed.";
        assert!(is_emulator_assertion(&format!("the program ended with signal 6, {qemu}")));
        assert!(!is_emulator_assertion("the program ended with signal 6, nothing on stderr"));
        assert!(!is_emulator_assertion("the program ended with signal 11, qemu: uncaught target signal 11"));
    }
}
