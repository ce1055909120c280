//! Maps large tables before the guest starts.
//!
//! In the object, such a table has only its first elements, and one more that stands for all that follow
//! (`wasmc_abi::layout::Table`): data of the object is within reach of its code, which hundreds of megabytes are not,
//! and a process that has no room for data is killed before it can say so. The entry of a program with such tables
//! calls this; other programs have none of it, and their tables must not be touched here.

use super::mapping::{bytes, map};
use super::{grow, state};
use crate::diagnostic::{Message, fail_to_start};
use crate::program;

/// Maps the large tables of a program without threads, or ends it with a message. Where there are threads, each has
/// tables of its own, which [`crate::threads::region`] maps.
pub fn map_all() {
    for index in 0..program::program().table_count {
        let start = state::get(index);
        if start.capacity == start.length {
            continue;
        }
        match map(start) {
            Ok(table) => state::set(index, table),
            Err(errno) => fail_to_start(
                Message::new()
                    .text("wasmc: cannot map a table of ")
                    .size(bytes(start.length) as u64)
                    .address_space_limit(errno),
                errno,
                "raise 'ulimit -v'; the module asks for this much at start",
            ),
        }
        grow::set_mapped(index);
    }
}
