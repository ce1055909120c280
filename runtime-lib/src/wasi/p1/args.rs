//! `args_get` and `args_sizes_get`: the program's arguments.
//!
//! The guest gets the arguments of the executable. Its `argv[0]` is the base name of the executable, or the name that
//! was chosen when it was built. Arguments are bytes to the host and stay bytes: one that is not UTF-8 is passed on
//! unchanged.
//!
//! What must not happen here: the path of the executable in `argv[0]`, which would tell the guest about the host's
//! directories.

use wasmc_abi::policy::{self, Record};

use super::errno::{Errno, status};
use super::{guest_address, strings};
use crate::entry::args;
use crate::program;

/// `args_get(argv, argv_buf)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_args_get(argv: u32, argv_buf: u32) -> u32 {
    status(strings::store(
        arguments().map(|argument| [argument, b"", b""]),
        guest_address(argv),
        guest_address(argv_buf),
    ))
}

/// `args_sizes_get() -> (count, bytes)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_args_sizes_get(count: u32, bytes: u32) -> u32 {
    status(sizes(count, bytes))
}

fn sizes(count: u32, bytes: u32) -> Result<(), Errno> {
    strings::store_sizes(arguments().map(|argument| [argument, b"", b""]), guest_address(count), guest_address(bytes))
}

/// The guest's arguments, its own name first.
fn arguments() -> impl Iterator<Item = &'static [u8]> {
    core::iter::once(own_name()).chain(args::arguments().skip(1).map(|argument| argument.to_bytes()))
}

fn own_name() -> &'static [u8] {
    let given = policy::records(program::policy()).find_map(|record| match record {
        Record::Arg0(name) => Some(name),
        _ => None,
    });
    given.unwrap_or_else(|| base_name(args::argument(0).map(|name| name.to_bytes()).unwrap_or_default()))
}

/// The part after the last slash.
fn base_name(path: &[u8]) -> &[u8] {
    path.rsplit(|byte| *byte == b'/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_names() {
        assert_eq!(base_name(b"/usr/bin/app"), b"app");
        assert_eq!(base_name(b"./app"), b"app");
        assert_eq!(base_name(b"app"), b"app");
        assert_eq!(base_name(b""), b"");
    }
}
