//! The source lines of a frame in a report:
//!
//! ```text
//!     0: 0x1a2b - clamp
//!          at src/image.c:12:10
//!        inlined into parse_header
//!          at src/image.c:40:9
//! ```
//!
//! It exists apart from the report because most programs have no lines: their executables contain neither a table nor
//! this code. So nothing may call this by its name but the table ([`wasmc_abi::lines`]). It runs in a signal handler:
//! nothing here may allocate, take a lock or trust the table.

use wasmc_abi::sites::FunctionRecord;

use super::report::write_name;
use crate::diagnostic::Message;
use crate::program;

/// Writes the names and lines of a frame. Returns whether there were any.
pub type Writer = extern "C" fn(&mut Message, &'static FunctionRecord, wasm_offset: u32) -> bool;

/// `wasmc_abi::symbols::WRITE_FRAMES`, a [`Writer`].
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_write_frames(
    message: &mut Message,
    function: &'static FunctionRecord,
    wasm_offset: u32,
) -> bool {
    let position = (&raw const *function).addr() - program::functions().as_ptr().addr();
    let position = position / size_of::<FunctionRecord>();
    let Some(table) = program::line_table() else { return false };
    let mut is_first = true;
    for frame in table.frames(position, function.wasm_offset, wasm_offset) {
        if !is_first {
            message.text("       inlined into ");
        }
        is_first = false;
        match frame.name {
            [] => write_name(message, function),
            name => message.escaped(name),
        };
        message.text("\n");
        if !frame.file.is_empty() {
            message.text("         at ").escaped(frame.file);
            for number in [frame.line, frame.column].into_iter().take_while(|number| *number != 0) {
                message.text(":").decimal(u64::from(number));
            }
            message.text("\n");
        }
    }
    !is_first
}
