//! Where the runtime library comes from: inside the compiler, as `build.rs` put it there for each target that it could be
//! built for.
//!
//! It is the only file that knows. A wasmc that is one file needs nothing beside itself to link.

use miniz_oxide::inflate::decompress_to_vec;

use crate::error::{Error, Result};
use crate::target::Target;

/// Whether this build of wasmc carries the runtime library of a target.
pub(crate) fn has_runtime(target: Target) -> bool {
    !packed(target).is_empty()
}

/// Finds out early what [`runtime_archive`] would miss, before the work of a compilation is done for nothing.
///
/// # Errors
/// [`Error::Options`] for a target whose runtime library was left out when wasmc was built.
pub(crate) fn check(target: Target) -> Result<()> {
    if has_runtime(target) {
        return Ok(());
    }
    let rust_target = rust_target(target);
    Err(Error::Options {
        message: format!("this build of wasmc has no runtime library for {target}"),
        hint: Some(format!(
            "run 'rustup target add {rust_target}', or on Debian 'apt-get install rustc-web cargo-web rust-web-src', and \
             build wasmc again"
        )),
    })
}

/// The runtime library for a machine, as a static archive.
///
/// # Errors
/// As [`check`].
pub(crate) fn runtime_archive(target: Target) -> Result<Vec<u8>> {
    check(target)?;
    decompress_to_vec(packed(target))
        .map_err(|error| Error::internal(format!("the runtime library for {target} cannot be unpacked: {error}")))
}

/// The archive as DEFLATE (RFC 1951) packed it; nothing where it is missing.
fn packed(target: Target) -> &'static [u8] {
    match target {
        Target::X86_64Linux => include_bytes!(env!("WASMC_RUNTIME_X86_64")),
        Target::Aarch64Linux => include_bytes!(env!("WASMC_RUNTIME_AARCH64")),
        Target::Riscv64Linux => include_bytes!(env!("WASMC_RUNTIME_RISCV64")),
        Target::Aarch64Macos => include_bytes!(env!("WASMC_RUNTIME_AARCH64_MACOS")),
        Target::X86_64Macos => include_bytes!(env!("WASMC_RUNTIME_X86_64_MACOS")),
    }
}

/// What Rust calls the target whose `core` the runtime library is built with.
fn rust_target(target: Target) -> &'static str {
    match target {
        Target::X86_64Linux => "x86_64-unknown-linux-gnu",
        Target::Aarch64Linux => "aarch64-unknown-linux-gnu",
        Target::Riscv64Linux => "riscv64gc-unknown-linux-gnu",
        Target::Aarch64Macos => "aarch64-apple-darwin",
        Target::X86_64Macos => "x86_64-apple-darwin",
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
            let archive = runtime_archive(target).expect("it is there");
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
