//! From options and target to Cranelift's settings.

use cranelift_codegen::isa::{self, OwnedTargetIsa};
use cranelift_codegen::settings::{self, Configurable};

use crate::error::{Error, Result};
use crate::options::{OptLevel, Options};
use crate::target::{Cpu, Target};

/// The code generator for these options.
///
/// # Errors
/// [`Error::Options`] for `--cpu native` on a machine whose processor Cranelift cannot describe.
pub(crate) fn isa(options: &Options) -> Result<OwnedTargetIsa> {
    let ours = |error: settings::SetError| Error::internal(format!("a code generator setting: {error}"));
    let mut flags = settings::builder();
    let opt_level = match options.opt_level {
        OptLevel::None => "none",
        OptLevel::Less | OptLevel::Speed => "speed",
        OptLevel::Size => "speed_and_size",
    };
    let allocator = if options.opt_level == OptLevel::None { "single_pass" } else { "backtracking" };
    for (name, value) in [
        ("opt_level", opt_level),
        ("regalloc_algorithm", allocator),
        // Wrong IR is our bug: debug builds of wasmc look for it in every function.
        ("enable_verifier", if cfg!(debug_assertions) { "true" } else { "false" }),
        // Only PC-relative references: the executable is position-independent.
        ("is_pic", "true"),
        // A frame larger than a page touches each page in turn, so that it cannot step over the stack's guard.
        ("enable_probestack", "true"),
        ("probestack_strategy", "inline"),
        // Backtraces of traps walk the frame pointers.
        ("preserve_frame_pointers", "true"),
        // Functions with many results; only between our own functions, never across the C convention.
        ("enable_multi_ret_implicit_sret", "true"),
        ("unwind_info", "true"),
    ] {
        flags.set(name, value).map_err(ours)?;
    }
    let mut builder = match options.cpu {
        Cpu::Native if options.target == Target::host() => native()?,
        _ => isa::lookup(options.target.triple())
            .map_err(|error| Error::internal(format!("no code generator for {}: {error}", options.target)))?,
    };
    match options.cpu {
        Cpu::Native if options.target != Target::host() => {
            return Err(Error::Options {
                message: format!("--cpu native describes this machine, not {}", options.target),
                hint: Some("name a level of the target, or use baseline".into()),
            });
        }
        Cpu::Baseline | Cpu::Native => {}
        Cpu::Level(level) => builder.enable(level).map_err(ours)?,
    }
    builder.finish(settings::Flags::new(flags)).map_err(|error| Error::internal(format!("{error}")))
}

fn native() -> Result<isa::Builder> {
    cranelift_native::builder().map_err(|error| Error::Options {
        message: format!("--cpu native: {error}"),
        hint: Some("use --cpu baseline or a named level".into()),
    })
}
