//! Address space: reserving, opening, moving and releasing pages.
//!
//! It exists so that the flags of mappings are chosen in one place. Nothing here may replace a mapping that its caller
//! does not own.
//!
//! # Safety
//! These functions change what addresses mean. A caller of the unsafe ones guarantees that it owns the pages and that
//! the change breaks no reference into them; the others only make new mappings.

use core::ffi::{c_int, c_void};
use core::ptr;

use rustix::mm::{self, MapFlags, MprotectFlags, ProtFlags};

use super::super::Errno;

/// Private memory for which the kernel sets nothing aside in advance: most of a reservation is never touched.
const ANONYMOUS: MapFlags = MapFlags::PRIVATE.union(MapFlags::NORESERVE);

// `mach/mach_vm.h`, with the types of `mach/vm_types.h`; the `libc` crate does not have it.
unsafe extern "C" {
    static mach_task_self_: libc::mach_port_t;
    fn mach_vm_remap(
        target_task: libc::mach_port_t,
        target_address: *mut u64,
        size: u64,
        mask: u64,
        flags: c_int,
        source_task: libc::mach_port_t,
        source_address: u64,
        copy: i32,
        present_protection: *mut c_int,
        maximum_protection: *mut c_int,
        inheritance: u32,
    ) -> c_int;
}

/// `KERN_SUCCESS` (`mach/kern_return.h`).
const SUCCESS: c_int = 0;
/// `VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE` (`mach/vm_statistics.h`): at the given address, replacing what is mapped
/// there.
const IN_PLACE: c_int = 0x4000;
/// `VM_INHERIT_COPY` (`mach/vm_inherit.h`), as for all memory.
const INHERIT_COPY: u32 = 1;

/// Reserves exactly this range, without access.
///
/// The address is a hint, because `MAP_FIXED` would replace what is mapped there: the kernel takes the hint if, and
/// only if, the whole range is free.
///
/// # Errors
/// `EEXIST` if part of the range is in use or kept from programs by the kernel, `ENOMEM` if there is no room anywhere.
pub fn reserve_at(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: without `MAP_FIXED` the kernel chooses a range in which nothing is mapped.
    let mapped = unsafe { mm::mmap_anonymous(pointer(address), bytes, ProtFlags::empty(), ANONYMOUS)? };
    if mapped.addr() == address {
        return Ok(());
    }
    // SAFETY: the call above made this mapping, and no other code knows its address.
    unsafe { release(mapped.addr(), bytes)? };
    Err(Errno::EXIST)
}

/// Reserves room for a stack, anywhere, without access.
///
/// # Errors
/// As [`allocate`].
pub fn reserve_stack(bytes: usize) -> Result<usize, Errno> {
    map(bytes, ProtFlags::empty())
}

/// Maps zeroed, writable memory, anywhere.
///
/// # Errors
/// `ENOMEM` if the address space or the process's limits have no room.
pub fn allocate(bytes: usize) -> Result<usize, Errno> {
    map(bytes, ProtFlags::READ.union(ProtFlags::WRITE))
}

/// Makes a range readable and writable.
///
/// # Safety
/// The pages are mapped, and the caller owns them.
///
/// # Errors
/// `EACCES` if the pages may never be writable.
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
/// `EACCES` if the pages may never be readable.
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
/// `EINVAL` if the range does not consist of whole pages.
pub unsafe fn make_inaccessible(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mprotect(pointer(address), bytes, MprotectFlags::empty()) }
}

/// Would map memory twice. This system keeps the lowest 4 GiB from programs, so no plan for it has a memory at its own
/// addresses.
///
/// # Safety
/// There is no requirement, because nothing is mapped.
///
/// # Errors
/// Always `ENOTSUP`.
pub unsafe fn share(_whole: usize, _bytes: usize, _part: usize, _offset: usize) -> Result<(), Errno> {
    Err(Errno::NOTSUP)
}

/// Does nothing: core files have all pages.
pub fn include_in_dumps(_address: usize, _bytes: usize) {}

/// Maps pages, with their contents and their protection, at `to`, and replaces the mapping there.
///
/// This system has no `mremap`. The pages get a second mapping, which is copied when either mapping is written to; so
/// they are read from the file when they are touched, and not before. The first mapping stays, unused.
///
/// # Safety
/// The caller owns both ranges, and no reference into either of them exists.
///
/// # Errors
/// If the kernel cannot map them; then the range at `to` is unchanged, or without access and contents.
pub unsafe fn move_pages(from: usize, to: usize, bytes: usize) -> Result<(), Errno> {
    let mut target = to as u64;
    let (mut present, mut maximum) = (0, 0);
    // SAFETY: libSystem sets it before `main`, and it never changes afterwards.
    let task = unsafe { mach_task_self_ };
    // SAFETY: by the contract of this function; the results are written to the three variables.
    let result = unsafe {
        mach_vm_remap(
            task,
            &mut target,
            bytes as u64,
            0,
            IN_PLACE,
            task,
            from as u64,
            1,
            &mut present,
            &mut maximum,
            INHERIT_COPY,
        )
    };
    if result != SUCCESS {
        return Err(Errno::NOMEM);
    }
    if maximum & libc::VM_PROT_WRITE != 0 {
        return Ok(());
    }
    // The pages are of a segment that can never be writable, unlike the memory that they replaced.
    // SAFETY: by the contract of this function.
    unsafe { mm::mmap_anonymous(pointer(to), bytes, ProtFlags::empty(), ANONYMOUS.union(MapFlags::FIXED))? };
    Err(Errno::ACCESS)
}

/// Makes a mapping longer or shorter, which may move it. Returns its new address.
///
/// If the range behind a mapping is free, which it often is, the mapping grows in place; otherwise it is copied.
///
/// # Safety
/// The caller owns the range, it is readable, and no other code holds an address in it.
///
/// # Errors
/// `ENOMEM` if there is no room; then nothing has changed.
pub unsafe fn resize(address: usize, old_bytes: usize, new_bytes: usize) -> Result<usize, Errno> {
    if new_bytes <= old_bytes {
        if new_bytes < old_bytes {
            // SAFETY: by the contract of this function the caller owns the range, whose end this is.
            unsafe { release(address + new_bytes, old_bytes - new_bytes)? };
        }
        return Ok(address);
    }
    if extend(address + old_bytes, new_bytes - old_bytes) {
        return Ok(address);
    }
    let new = allocate(new_bytes)?;
    // SAFETY: the old range is readable by the contract of this function; the new one is longer, and was made above.
    unsafe {
        ptr::copy_nonoverlapping(
            ptr::with_exposed_provenance::<u8>(address),
            ptr::with_exposed_provenance_mut(new),
            old_bytes,
        );
    }
    // SAFETY: by the contract of this function no other code uses the old range, and its contents were copied.
    unsafe { release_or_keep(address, old_bytes) };
    Ok(new)
}

/// Maps zeroed, writable memory at exactly this address, if the range is free.
fn extend(address: usize, bytes: usize) -> bool {
    let protection = ProtFlags::READ.union(ProtFlags::WRITE);
    // SAFETY: without `MAP_FIXED` the kernel chooses a range in which nothing is mapped.
    let Ok(mapped) = (unsafe { mm::mmap_anonymous(pointer(address), bytes, protection, ANONYMOUS) }) else {
        return false;
    };
    if mapped.addr() == address {
        return true;
    }
    // SAFETY: the call above made this mapping, and no other code knows its address.
    unsafe { release_or_keep(mapped.addr(), bytes) };
    false
}

/// Unmaps a range.
///
/// # Safety
/// The caller owns the range, and no code uses it afterwards.
///
/// # Errors
/// `EINVAL` if the range does not consist of whole pages.
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

fn map(bytes: usize, protection: ProtFlags) -> Result<usize, Errno> {
    // SAFETY: without an address, the kernel chooses a range in which nothing is mapped.
    unsafe { mm::mmap_anonymous(ptr::null_mut(), bytes, protection, ANONYMOUS) }
        .map(|mapped| mapped.expose_provenance())
}

fn pointer(address: usize) -> *mut c_void {
    ptr::with_exposed_provenance_mut(address)
}
