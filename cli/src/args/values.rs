//! Values with a syntax of their own: preloaded modules, directories, variables, descriptors and sizes. Each function
//! is a `value_parser`, and its error is what the user reads after `invalid value '...' for '...':`. Nothing here looks
//! at the file system: a value is well formed or not, wherever it is used.

use std::path::PathBuf;

use wasmc_compiler::{EnvironmentVariable, Preopen};

/// `NAME=MODULE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preload {
    pub(crate) name: String,
    pub(crate) module: PathBuf,
}

pub(crate) fn preload(text: &str) -> Result<Preload, String> {
    // The path may have an equals sign; a name of an import hardly has one.
    match text.split_once('=') {
        Some((_, "")) => Err("the module's path is empty".into()),
        Some((name, module)) => Ok(Preload { name: name.into(), module: module.into() }),
        None => Err("there is no '=' between the name and the module's path".into()),
    }
}

/// `FROM=TO`.
pub(crate) fn prefix_pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some(("", _)) => Err("the beginning to replace is empty".into()),
        Some((from, to)) => Ok((from.into(), to.into())),
        None => Err("there is no '=' between the old beginning and the new one".into()),
    }
}

pub(crate) fn directory(text: &str) -> Result<Preopen, String> {
    let preopen = Preopen::parse(text).map_err(|refusal| String::from(refusal.message()))?;
    // `d:/data`, as other programs write it. A directory whose name ends in a colon is less likely.
    match preopen.host.split_once(":/") {
        Some((host, guest)) if !text.contains("::") => Err(format!(
            "two colons separate the names: {host}::/{guest}; or {name}::{name} for a directory of that name",
            name = preopen.host
        )),
        _ => Ok(preopen),
    }
}

pub(crate) fn variable(text: &str) -> Result<EnvironmentVariable, String> {
    EnvironmentVariable::parse(text).map_err(|refusal| refusal.message().into())
}

/// The first three descriptors need no permission, and the guest's numbers for them are fixed.
pub(crate) fn descriptor(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(0..=2) => Err("the program always has 0, 1 and 2".into()),
        Ok(descriptor @ 3..=0x7fff_ffff) => Ok(descriptor),
        _ => Err("a descriptor is a number from 3 to 2147483647".into()),
    }
}

/// Bytes of a WebAssembly page.
const PAGE_BYTES: u64 = 65536;
/// What no process exceeds, and so no memory, even with 64-bit addresses.
const MEMORY_BYTES_MAX: u64 = 1 << 47;
/// Less does not hold the frames of the runtime's own functions, which run on the guest's stack.
const STACK_BYTES_MIN: u64 = 64 << 10;
/// More is surely a mistake: it would take the place of the memory.
const STACK_BYTES_MAX: u64 = 1 << 32;
/// Stacks end at a guard page.
const STACK_GRANULE_BYTES: u64 = 4096;

/// Rounded down to whole pages.
pub(crate) fn memory_size(text: &str) -> Result<u64, String> {
    let bytes = size(text)?;
    if bytes > MEMORY_BYTES_MAX {
        return Err("a memory has 128T at most".into());
    }
    match bytes / PAGE_BYTES * PAGE_BYTES {
        0 => Err("a memory has 64K at least, one page".into()),
        bytes => Ok(bytes),
    }
}

/// Rounded up to whole pages of the machine.
pub(crate) fn stack_size(text: &str) -> Result<u64, String> {
    match size(text)? {
        ..STACK_BYTES_MIN => Err("the stack has 64K at least".into()),
        bytes @ ..=STACK_BYTES_MAX => Ok(bytes.next_multiple_of(STACK_GRANULE_BYTES)),
        _ => Err("the stack has 4G at most".into()),
    }
}

/// A number of bytes, with K, M, G or T for powers of 1024 (also as KiB, MiB, GiB, TiB).
fn size(text: &str) -> Result<u64, String> {
    let malformed = || String::from("a size is a number of bytes, or one with K, M, G or T, as in 512M");
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, suffix) = text.split_at(end);
    let shift = match suffix.to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kib" => 10,
        "m" | "mib" => 20,
        "g" | "gib" => 30,
        "t" | "tib" => 40,
        _ => return Err(malformed()),
    };
    if digits.is_empty() {
        return Err(malformed());
    }
    let too_large = || String::from("the size is too large");
    let number: u64 = digits.parse().map_err(|_| too_large())?;
    number.checked_mul(1 << shift).ok_or_else(too_large)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_colon_before_a_path_is_a_mistake() {
        let refused = |text: &str| directory(text).expect_err(text);
        assert!(refused("d:/data").starts_with("two colons separate the names: d::/data;"), "{}", refused("d:/data"));
        assert!(refused("d:/data:ro").starts_with("two colons separate the names: d::/data;"));
        assert_eq!(directory("d:/x::d:/x").map(|preopen| preopen.host), Ok("d:/x".into()));
        assert_eq!(directory("d:x").map(|preopen| preopen.guest), Ok("d:x".into()));
    }

    #[test]
    fn sizes() {
        assert_eq!(memory_size("65536"), Ok(65536));
        assert_eq!(memory_size("100k"), Ok(65536));
        assert_eq!(memory_size("512MiB"), Ok(512 << 20));
        assert_eq!(memory_size("4G"), Ok(1 << 32));
        assert_eq!(memory_size("128T"), Ok(1 << 47));
        assert_eq!(stack_size("1M"), Ok(1 << 20));
        assert_eq!(stack_size("65537"), Ok(69632));
        let bad = ["", "K", "-1", "1.5M", "1P", "1 M", "0", "129T", "99999999999999999999", "18446744073709551615G"];
        for bad in bad {
            assert!(memory_size(bad).is_err(), "{bad}");
        }
        assert!(stack_size("0").is_err());
        assert!(stack_size("5G").is_err());
    }

    #[test]
    fn descriptors() {
        assert_eq!(descriptor("3"), Ok(3));
        for bad in ["0", "2", "-1", "x", "2147483648", "99999999999"] {
            assert!(descriptor(bad).is_err(), "{bad}");
        }
    }
}
