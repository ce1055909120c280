//! The states of tables: where the elements of each are, how many there are, and how many fit.
//!
//! Compiled code reads these states at each access of a table that can change. In a program with threads each thread
//! has states of its own in its region; otherwise they are in the data of the object. This file chooses between the
//! two, so that neither `program` nor `threads` has to know the other.
//!
//! What must not happen here: a reference to a state. Compiled code reads it meanwhile.
//!
//! # Safety
//! States are read and written through pointers to entries of the object or of this thread's region. Both exist for
//! every index that the compiler gives, and no other thread uses them.

use wasmc_abi::layout::Table;

use crate::program;
use crate::threads::region;

/// The state of table `index`, which must exist.
pub fn get(index: u32) -> Table {
    // SAFETY: `entry` gives an entry that exists and that only this thread uses.
    unsafe { entry(index).read_volatile() }
}

/// Changes the state of table `index`, which must exist. Compiled code sees it at its next access.
pub fn set(index: u32, table: Table) {
    // SAFETY: `entry` gives an entry that exists, is writable, and that only this thread uses.
    unsafe { entry(index).write_volatile(table) }
}

fn entry(index: u32) -> *mut Table {
    region::current().map_or_else(|| program::table_entry(index), |region| region.table(index))
}
