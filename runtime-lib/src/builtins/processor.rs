//! The question at the start of an executable that was built for more than its target's baseline: does this processor
//! have the features?
//!
//! Without it such an executable would die of an illegal instruction, on some machine and after some time. It is called
//! by the entry that the compiler generates, and only there, so that other executables have none of this.

use crate::diagnostic::{Message, refuse_to_start};
use crate::sys::processor;
use crate::threads;

/// `wasmc_abi::builtins::REQUIRE_PROCESSOR`. The first thread has asked for all others.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_require_processor(needed: u64) {
    if threads::id() != 0 {
        return;
    }
    let missing = needed & !processor::features();
    if missing != 0 {
        refuse_to_start(
            list(Message::new().text("wasmc: this processor lacks "), missing)
                .text(", for which the program was built"),
            "run it on another machine, or build it for this one: 'wasmc build' without --cpu, or with less of it",
        );
    }
}

/// Adds the names of features, with commas between them.
fn list(message: &mut Message, features: u64) -> &mut Message {
    let names = processor::NAMES.iter().enumerate().filter(|(bit, _)| features >> bit & 1 != 0);
    for (count, (_, name)) in names.enumerate() {
        message.text(if count == 0 { "" } else { ", " }).text(name);
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_processor_has_what_nothing_asks_for() {
        wasmc_require_processor(0);
        wasmc_require_processor(processor::features() & ((1 << processor::NAMES.len()) - 1));
    }
}
