//! The runtime library as a static archive: adds to `wasmc-runtime` what a final program needs exactly one of.
//!
//! That is a panic handler, the global allocator and the version stamp. Nothing else belongs here: this crate is outside
//! the workspace, so no test and no lint of the workspace sees it.
//!
//! # Safety
//! No operation here is unsafe; the version stamp's name is chosen by `wasmc-abi`, which `build.rs` asks for it.
#![no_std]

// The runtime's exported functions are reached by the linker only.
extern crate wasmc_runtime;

use core::panic::{Location, PanicInfo};

use wasmc_runtime::allocator::Allocator;
use wasmc_runtime::diagnostic::Message;
use wasmc_runtime::entry::exit;

/// The heap of host calls that need one.
#[global_allocator]
static ALLOCATOR: Allocator = Allocator::new();

/// Every object refers to this symbol: one of another version does not link.
#[unsafe(export_name = env!("WASMC_VERSION_STAMP"))]
pub static VERSION_STAMP: u8 = 0;

/// A panic is a bug of ours. Of what it says, only the place is used: the message would need the formatting machinery. This
/// function is small enough to be inlined into its only caller, which lets the optimizer see that, and drop all messages.
#[panic_handler]
#[inline(always)]
#[allow(unused_attributes, reason = "rustc says that it ignores `inline` here, but it tells LLVM: two kilobytes less")]
fn panic(information: &PanicInfo<'_>) -> ! {
    die(information.location())
}

/// Says where the bug is, and dies of it.
#[inline(never)]
fn die(location: Option<&Location<'_>>) -> ! {
    let mut message = Message::new();
    message.text("wasmc: internal error in the runtime library");
    if let Some(location) = location {
        message.text(" at ").text(location.file()).text(":").decimal(u64::from(location.line()));
    }
    message.text("\n").send();
    exit::abort()
}
