//! The runtime library of each target: a static archive inside the compiler, where `build.rs` put it.
//!
//! A wasmc that is one file needs nothing beside itself to link. No other file may know where the archives come from or
//! how they are packed.

use miniz_oxide::inflate::decompress_to_vec;

use crate::error::{Error, Result};
use crate::options::DebugInfo;
use crate::target::Target;

/// Whether this build of wasmc has the runtime library of a target, which executables and libraries of that target
/// need.
///
/// It has all of them, unless they were built with wasmc (`WASMC_RUNTIME=source`) and a target was left out.
pub fn has_runtime(target: Target) -> bool {
    !packed(target).is_empty()
}

/// Reports a missing runtime library before any work is done, rather than in [`runtime_archive`] at the end.
///
/// # Errors
/// [`Error::Options`] for a target whose runtime library was left out when wasmc was built.
pub(crate) fn check(target: Target) -> Result<()> {
    if has_runtime(target) {
        return Ok(());
    }
    Err(Error::Options {
        message: format!("this build of wasmc has no runtime library for {target}"),
        hint: Some(
            "it was left out when wasmc was built with WASMC_RUNTIME=source; build wasmc again without that variable"
                .into(),
        ),
    })
}

/// The runtime library for a machine, as a static archive. For programs with debug information, it is one with unwind
/// tables, so that backtraces of debuggers and profilers go through it.
///
/// # Errors
/// As [`check`].
pub(crate) fn runtime_archive(target: Target, debug_info: DebugInfo) -> Result<Vec<u8>> {
    check(target)?;
    let with_frames = packed_with_frames(target).filter(|packed| debug_info.is_wanted() && !packed.is_empty());
    decompress_to_vec(with_frames.unwrap_or(packed(target)))
        .map_err(|error| Error::internal(format!("the runtime library for {target} cannot be unpacked: {error}")))
}

/// The archive as DEFLATE (RFC 1951) packed it; nothing where it is missing.
fn packed(target: Target) -> &'static [u8] {
    match target {
        Target::X86_64Linux => include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/x86_64.deflate")),
        Target::Aarch64Linux => include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/aarch64.deflate")),
        Target::Riscv64Linux => include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/riscv64.deflate")),
        Target::Aarch64Macos => include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/aarch64-macos.deflate")),
        Target::X86_64Macos => include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/x86_64-macos.deflate")),
    }
}

/// The archive with unwind tables, packed in the same way; macOS has none.
fn packed_with_frames(target: Target) -> Option<&'static [u8]> {
    match target {
        Target::X86_64Linux => Some(include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/x86_64-frames.deflate"))),
        Target::Aarch64Linux => Some(include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/aarch64-frames.deflate"))),
        Target::Riscv64Linux => Some(include_bytes!(concat!(env!("WASMC_RUNTIMES"), "/riscv64-frames.deflate"))),
        Target::Aarch64Macos | Target::X86_64Macos => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::{Format, TARGETS};

    #[test]
    fn the_host_has_a_runtime() {
        assert!(has_runtime(Target::host()));
    }

    #[test]
    fn archives_have_the_format_of_their_target_and_our_version() {
        for target in TARGETS.into_iter().filter(|target| has_runtime(*target)) {
            let archive = runtime_archive(target, DebugInfo::None).expect("it is there");
            let contains = |what: &[u8]| archive.windows(what.len()).any(|bytes| bytes == what);
            assert!(archive.starts_with(b"!<arch>\n"), "{target}");
            assert!(contains(wasmc_abi::symbols::VERSION_STAMP.as_bytes()), "{target}");
            let magic: &[u8] = match target.format() {
                Format::Elf => b"\x7fELF",
                Format::MachO => &0xfeed_facf_u32.to_le_bytes(),
            };
            assert!(contains(magic), "{target}");
        }
    }
}
