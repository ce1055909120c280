//! `fd_readdir`: the entries of a directory.
//!
//! It only encodes entries; `wasi/host/listing.rs` reads them and gives cookies their meaning. What must not happen
//! here: a byte stored outside of the guest's buffer, so the last entry is cut.

use super::errno::{Errno, status};
use super::guest_address;
use super::rights::Rights;
use super::types::Filetype;
use crate::memory::guest::GuestRange;
use crate::wasi::host::listing::DirectoryEntry;
use crate::wasi::host::process_table;

/// Bytes of a `$dirent`; the name follows it.
const HEADER_BYTES: usize = 24;

/// `fd_readdir(fd, buf, cookie) -> size`: fills the buffer with entries, starting with the one at the cookie. The last
/// entry is cut where the buffer ends, so a result smaller than the buffer means that the directory has ended.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_readdir(fd: u32, buf: u32, buf_len: u32, cookie: u64, bufused: u32) -> u32 {
    status(readdir(fd, buf, buf_len, cookie, bufused))
}

fn readdir(fd: u32, buf: u32, buf_len: u32, cookie: u64, bufused: u32) -> Result<(), Errno> {
    let buffer = guest_address(buf).range(buf_len)?;
    let result = guest_address(bufused).range(4)?;
    let used = process_table::with(|table| {
        let descriptor = table.get(fd)?;
        descriptor.require_directory(Rights::FD_READDIR)?;
        let (directory, listing) = descriptor.listing()?;
        if cookie == 0 {
            listing.rewind(directory)?;
        }
        let (mut used, mut next) = (0, cookie);
        while used < buffer.len() {
            let Some(entry) = listing.entry(directory, next)? else { break };
            used += store(&entry, buffer.part(used, buffer.len()));
            next = entry.next;
        }
        Ok::<_, Errno>(used)
    })?;
    result.copy_from(&used.to_le_bytes());
    Ok(())
}

/// Stores the bytes of an entry that fit; returns their number.
fn store(entry: &DirectoryEntry<'_>, place: GuestRange) -> u32 {
    let mut header = [0; HEADER_BYTES];
    header[0..8].copy_from_slice(&entry.next.to_le_bytes());
    header[8..16].copy_from_slice(&entry.inode.to_le_bytes());
    header[16..20].copy_from_slice(&(entry.name.len() as u32).to_le_bytes());
    header[20] = Filetype::from(entry.kind) as u8;
    let stored = place.copy_from(&header) as u32;
    stored + place.part(stored, place.len()).copy_from(entry.name) as u32
}
