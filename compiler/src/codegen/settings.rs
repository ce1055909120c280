//! Cranelift's settings for options and a target.
//!
//! Every setting that differs from Cranelift's default is here, with its reason. No other file may change one.

use cranelift_codegen::isa::{self, OwnedTargetIsa, TargetIsa};
use cranelift_codegen::settings::{self, Configurable};
use target_lexicon::Architecture;

use crate::error::{Error, Result};
use crate::options::{OptLevel, Options};

/// The code generator for these options, at this level of optimization.
///
/// # Errors
/// [`Error::Options`] for `--cpu native` where the features of the target's processor cannot be known.
pub(super) fn isa(options: &Options, opt_level: OptLevel) -> Result<OwnedTargetIsa> {
    let refused = |error: settings::SetError| Error::internal(format!("a code generator setting: {error}"));
    let mut flags = settings::builder();
    let passes = match opt_level {
        OptLevel::None => "none",
        OptLevel::Less | OptLevel::Speed => "speed",
        OptLevel::Size => "speed_and_size",
    };
    let allocator = if opt_level == OptLevel::None { "single_pass" } else { "backtracking" };
    for (name, value) in [
        ("opt_level", passes),
        ("regalloc_algorithm", allocator),
        // Invalid IR is a bug of wasmc. Debug builds look for it in every function.
        ("enable_verifier", if cfg!(debug_assertions) { "true" } else { "false" }),
        // All code and data are in the same executable and declared so (`colocated`), so references are relative to the
        // program counter without this setting. With it, each of them would be a load from a table of addresses (GOT).
        ("is_pic", "false"),
        ("use_colocated_libcalls", "true"),
        // A frame larger than a page touches each page in turn, so that it cannot step over the stack's guard.
        ("enable_probestack", "true"),
        ("probestack_strategy", "inline"),
        // Backtraces of traps walk the frame pointers.
        ("preserve_frame_pointers", "true"),
        // For functions with many results. Only compiled functions call these, never code in the C convention.
        ("enable_multi_ret_implicit_sret", "true"),
        ("unwind_info", "true"),
        // Which NaN an instruction gives is the processor's choice (core specification, 4.3.3, "NaN Propagation").
        ("enable_nan_canonicalization", if options.deterministic { "true" } else { "false" }),
    ] {
        flags.set(name, value).map_err(refused)?;
    }
    let mut builder = isa::lookup(options.target.triple())
        .map_err(|error| Error::internal(format!("no code generator for {}: {error}", options.target)))?;
    options.cpu.enable(options.target, &mut builder)?;
    builder.finish(settings::Flags::new(flags)).map_err(|error| Error::internal(format!("{error}")))
}

/// Whether the processor has 128-bit vectors. Except on RISC-V, they are in the baseline.
pub(super) fn has_vectors(isa: &dyn TargetIsa) -> bool {
    !matches!(isa.triple().architecture, Architecture::Riscv64(_))
        || isa.isa_flags().iter().any(|flag| flag.name == "has_v" && flag.as_bool() == Some(true))
}
