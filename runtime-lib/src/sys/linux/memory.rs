//! Address space: reserving, opening, moving and releasing pages.
//!
//! It exists so that the flags of mappings are chosen in one place. Nothing here may replace a mapping that its caller
//! does not own.
//!
//! # Safety
//! These functions change what addresses mean. A caller of the unsafe ones guarantees that it owns the pages and that
//! the change breaks no reference into them; the others only make new mappings.

use core::ffi::c_void;
use core::ptr;

use rustix::fs::{self, MemfdFlags};
use rustix::mm::{self, Advice, MapFlags, MprotectFlags, MremapFlags, ProtFlags};

use super::super::Errno;

/// Private memory for which the kernel sets nothing aside in advance: most of a reservation is never touched.
const ANONYMOUS: MapFlags = MapFlags::PRIVATE.union(MapFlags::NORESERVE);

/// Reserves exactly this range, without access.
///
/// # Errors
/// `EEXIST` if part of the range is in use, `ENOMEM` if the address space is too small or limited.
pub fn reserve_at(address: usize, bytes: usize) -> Result<(), Errno> {
    let flags = ANONYMOUS.union(MapFlags::FIXED_NOREPLACE);
    // SAFETY: the flag makes the kernel refuse a range in which something is mapped.
    let mapped = unsafe { mm::mmap_anonymous(pointer(address), bytes, ProtFlags::empty(), flags)? };
    if mapped.addr() == address {
        return Ok(());
    }
    // A kernel before 4.17 does not know the flag and takes the address as a hint.
    // SAFETY: the call above made this mapping, and no other code knows its address.
    unsafe { release(mapped.addr(), bytes)? };
    Err(Errno::EXIST)
}

/// Reserves room for a stack, anywhere, without access.
///
/// # Errors
/// As [`allocate`].
pub fn reserve_stack(bytes: usize) -> Result<usize, Errno> {
    // `MAP_STACK` keeps the kernel from clearing a huge page (2 MiB) for the first frame.
    map(bytes, ProtFlags::empty(), ANONYMOUS.union(MapFlags::STACK))
}

/// Maps zeroed, writable memory, anywhere.
///
/// # Errors
/// `ENOMEM` if the address space or the process's limits have no room.
pub fn allocate(bytes: usize) -> Result<usize, Errno> {
    map(bytes, ProtFlags::READ.union(ProtFlags::WRITE), ANONYMOUS)
}

/// Makes a range readable and writable.
///
/// # Safety
/// The pages are mapped, and the caller owns them.
///
/// # Errors
/// `ENOMEM` if the kernel cannot promise the memory.
pub unsafe fn make_writable(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mprotect(pointer(address), bytes, MprotectFlags::READ.union(MprotectFlags::WRITE)) }
}

/// Makes a range readable only.
///
/// # Safety
/// The pages are mapped, the caller owns them, and no code writes to them afterwards.
///
/// # Errors
/// `ENOMEM` if the process has too many mappings.
pub unsafe fn make_read_only(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mprotect(pointer(address), bytes, MprotectFlags::READ) }
}

/// Makes a range inaccessible.
///
/// # Safety
/// The pages are mapped, the caller owns them, and no code uses them afterwards.
///
/// # Errors
/// `ENOMEM` if the process has too many mappings.
pub unsafe fn make_inaccessible(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mprotect(pointer(address), bytes, MprotectFlags::empty()) }
}

/// Replaces two mappings by zeroed memory that is mapped twice, without access: `bytes` at `whole`, and at `part` the
/// same bytes again from `offset` on. Neither is in core files, until [`include_in_dumps`] adds pages.
///
/// # Safety
/// The caller owns both ranges, and no reference into either of them exists.
///
/// # Errors
/// `ENOMEM` if the process has no room for another mapping; `EMFILE` or `ENFILE` if there is no room for a descriptor
/// where the memory needs one.
pub unsafe fn share(whole: usize, bytes: usize, part: usize, offset: usize) -> Result<(), Errno> {
    const SHARED: MapFlags = MapFlags::SHARED.union(MapFlags::NORESERVE).union(MapFlags::FIXED);
    let (whole, part, part_bytes) = (pointer(whole), pointer(part), bytes - offset);
    // SAFETY: by the contract of this function.
    unsafe { mm::mmap_anonymous(whole, bytes, ProtFlags::empty(), SHARED)? };
    // An old size of 0 leaves the first mapping where it is (`mremap(2)`).
    let flags = MremapFlags::MAYMOVE;
    // SAFETY: `whole` was just mapped; the rest is the contract of this function.
    if unsafe { mm::mremap_fixed(whole.wrapping_byte_add(offset), 0, part_bytes, flags, part) }.is_err() {
        // Emulators do not know this form. A file without a name serves as well, but the limits on descriptors and on
        // the size of files apply to it.
        let file = fs::memfd_create(c"memory", MemfdFlags::CLOEXEC)?;
        fs::ftruncate(&file, bytes as u64)?;
        // SAFETY: by the contract of this function.
        unsafe { mm::mmap(whole, bytes, ProtFlags::empty(), SHARED, &file, 0)? };
        // SAFETY: by the contract of this function.
        unsafe { mm::mmap(part, part_bytes, ProtFlags::empty(), SHARED, &file, offset as u64)? };
    }
    for (address, bytes) in [(whole, bytes), (part, part_bytes)] {
        // SAFETY: this advice changes no contents. A kernel that does not know it writes larger core files.
        let _ = unsafe { mm::madvise(address, bytes, Advice::LinuxDontDump) };
    }
    Ok(())
}

/// Lets core files have pages of a mapping of [`share`].
pub fn include_in_dumps(address: usize, bytes: usize) {
    // SAFETY: this advice changes no contents.
    let _ = unsafe { mm::madvise(pointer(address), bytes, Advice::LinuxDoDump) };
}

/// Moves pages, with their contents and their protection, to `to`, and replaces the mapping there.
///
/// # Safety
/// The caller owns both ranges, and no reference into either of them exists.
///
/// # Errors
/// If the kernel cannot move them; then nothing has changed.
pub unsafe fn move_pages(from: usize, to: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mremap_fixed(pointer(from), bytes, bytes, MremapFlags::MAYMOVE, pointer(to)) }.map(drop)
}

/// Makes a mapping longer or shorter, which may move it. Returns its new address.
///
/// # Safety
/// The caller owns the range, and no other code holds an address in it.
///
/// # Errors
/// `EFAULT` if the range is more than one mapping, `ENOMEM` if there is no room; then nothing has changed.
pub unsafe fn resize(address: usize, old_bytes: usize, new_bytes: usize) -> Result<usize, Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mremap(pointer(address), old_bytes, new_bytes, MremapFlags::MAYMOVE) }
        .map(|mapped| mapped.expose_provenance())
}

/// Unmaps a range.
///
/// # Safety
/// The caller owns the range, and no code uses it afterwards.
///
/// # Errors
/// `ENOMEM` if the remaining part of a mapping would be one mapping too many.
pub unsafe fn release(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::munmap(pointer(address), bytes) }
}

/// Unmaps a range that is no longer needed. A kernel can refuse, because the rest of the mapping would be one mapping
/// too many; then the range stays mapped, which costs address space and nothing else.
///
/// # Safety
/// As for [`release`].
pub unsafe fn release_or_keep(address: usize, bytes: usize) {
    // SAFETY: the caller's contract is that of `release`.
    let _ = unsafe { release(address, bytes) };
}

fn map(bytes: usize, protection: ProtFlags, flags: MapFlags) -> Result<usize, Errno> {
    // SAFETY: without an address, the kernel chooses a range in which nothing is mapped.
    unsafe { mm::mmap_anonymous(ptr::null_mut(), bytes, protection, flags) }.map(|mapped| mapped.expose_provenance())
}

fn pointer(address: usize) -> *mut c_void {
    ptr::with_exposed_provenance_mut(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_in_use_is_not_replaced() {
        // Far from programs and from the kernel's choices for mappings, so that other threads of the tests map nothing
        // there.
        let address = 0x2000_0000_0000;
        assert_eq!(reserve_at(address, 1 << 16), Ok(()));
        assert_eq!(reserve_at(address, 1 << 16), Err(Errno::EXIST));
    }

    #[test]
    fn moved_pages_take_their_contents_along() {
        let (from, to) = (allocate(1 << 16).expect("a mapping"), reserve_stack(1 << 16).expect("a mapping"));
        // SAFETY: the address is in the mapping just made.
        unsafe { ptr::with_exposed_provenance_mut::<u8>(from + 5).write(42) };
        // SAFETY: both mappings were just made.
        unsafe { move_pages(from, to, 1 << 16) }.expect("mappings of ours");
        // SAFETY: the page was moved here.
        assert_eq!(unsafe { ptr::with_exposed_provenance::<u8>(to + 5).read() }, 42);
    }
}
