//! Address space: reserving, opening, moving and giving back pages.
//!
//! # Safety
//! These functions change what addresses mean. A caller of the unsafe ones promises that the pages are its own and that no
//! reference into them is broken by the change; the others only make new mappings.

use core::ffi::{c_int, c_void};
use core::ptr;

use rustix::mm::{self, MapFlags, MprotectFlags, ProtFlags};

use super::super::Errno;

/// Private memory that the kernel need not set aside in advance: most of a reservation is never touched.
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
/// `VM_FLAGS_FIXED | VM_FLAGS_OVERWRITE` (`mach/vm_statistics.h`): there, in place of what is there.
const IN_PLACE: c_int = 0x4000;
/// `VM_INHERIT_COPY` (`mach/vm_inherit.h`), as for all memory.
const INHERIT_COPY: u32 = 1;

/// Reserves exactly this range, without access.
///
/// The address is a hint, because `MAP_FIXED` would replace what is there: the kernel takes the hint exactly if the whole
/// range is free.
///
/// # Errors
/// `EEXIST` where part of the range is in use, or is one that the kernel keeps from programs; `ENOMEM` where there is no
/// room at all.
pub fn reserve_at(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: without `MAP_FIXED` the kernel picks a range that nobody uses.
    let mapped = unsafe { mm::mmap_anonymous(pointer(address), bytes, ProtFlags::empty(), ANONYMOUS)? };
    if mapped.addr() == address {
        return Ok(());
    }
    // SAFETY: the mapping just made.
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
/// `ENOMEM` where the address space or the process's limits have no room.
pub fn allocate(bytes: usize) -> Result<usize, Errno> {
    map(bytes, ProtFlags::READ.union(ProtFlags::WRITE))
}

/// Makes a range readable and writable.
///
/// # Safety
/// The pages are mapped and the caller's own.
///
/// # Errors
/// `EACCES` where the pages may never be writable.
pub unsafe fn make_writable(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mprotect(pointer(address), bytes, MprotectFlags::READ.union(MprotectFlags::WRITE)) }
}

/// Makes a range readable only.
///
/// # Safety
/// The pages are mapped and the caller's own, and nobody writes there any more.
///
/// # Errors
/// `EACCES` where the pages may never be readable.
pub unsafe fn make_read_only(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::mprotect(pointer(address), bytes, MprotectFlags::READ) }
}

/// Puts pages, with what they map and their protection, in place of what is mapped at `to`.
///
/// There is no `mremap` here. The pages get a second mapping, copied when either is written to: so they are read from the
/// file when they are touched, and not before. The first mapping stays, and nobody uses it.
///
/// # Safety
/// Both ranges are the caller's own, and nobody uses what is in either.
///
/// # Errors
/// Where the kernel cannot: what is at `to` is as it was then, or is without access and contents.
pub unsafe fn move_pages(from: usize, to: usize, bytes: usize) -> Result<(), Errno> {
    let mut target = to as u64;
    let (mut present, mut maximum) = (0, 0);
    // SAFETY: libSystem sets it before `main`, and nobody changes it.
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
    // Pages of a segment that is read-only for ever. The memory that they replaced was not.
    // SAFETY: by the contract of this function.
    unsafe { mm::mmap_anonymous(pointer(to), bytes, ProtFlags::empty(), ANONYMOUS.union(MapFlags::FIXED))? };
    Err(Errno::ACCESS)
}

/// Makes a mapping longer or shorter, which may move it; returns where it is then.
///
/// What is behind a mapping is often free, and then it grows in place; otherwise it is copied.
///
/// # Safety
/// The range is the caller's own and readable, and nobody holds an address in it.
///
/// # Errors
/// `ENOMEM` where there is no room; nothing has changed then.
pub unsafe fn resize(address: usize, old_bytes: usize, new_bytes: usize) -> Result<usize, Errno> {
    if new_bytes <= old_bytes {
        if new_bytes < old_bytes {
            // SAFETY: the end of a range that is the caller's own.
            unsafe { release(address + new_bytes, old_bytes - new_bytes)? };
        }
        return Ok(address);
    }
    if extend(address + old_bytes, new_bytes - old_bytes) {
        return Ok(address);
    }
    let new = allocate(new_bytes)?;
    // SAFETY: the old range is readable, by the contract of this function; the new one is longer, and just made.
    unsafe {
        ptr::copy_nonoverlapping(
            ptr::with_exposed_provenance::<u8>(address),
            ptr::with_exposed_provenance_mut(new),
            old_bytes,
        );
    }
    // SAFETY: the old range, which nobody uses any more.
    unsafe { release_or_keep(address, old_bytes) };
    Ok(new)
}

/// Maps zeroed, writable memory exactly there, if the range is free.
fn extend(address: usize, bytes: usize) -> bool {
    let protection = ProtFlags::READ.union(ProtFlags::WRITE);
    // SAFETY: without `MAP_FIXED` the kernel picks a range that nobody uses.
    let Ok(mapped) = (unsafe { mm::mmap_anonymous(pointer(address), bytes, protection, ANONYMOUS) }) else {
        return false;
    };
    if mapped.addr() == address {
        return true;
    }
    // SAFETY: the mapping just made.
    unsafe { release_or_keep(mapped.addr(), bytes) };
    false
}

/// Unmaps a range.
///
/// # Safety
/// The range is the caller's own, and nobody uses what is in it.
///
/// # Errors
/// `EINVAL` for what is no range of pages.
pub unsafe fn release(address: usize, bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { mm::munmap(pointer(address), bytes) }
}

/// Unmaps a range that nobody needs any more. A kernel can refuse, because the rest of the mapping would be one mapping too
/// many; then the range stays mapped, which costs address space and nothing else.
///
/// # Safety
/// As for [`release`].
pub unsafe fn release_or_keep(address: usize, bytes: usize) {
    // SAFETY: the caller's contract is that of `release`.
    let _ = unsafe { release(address, bytes) };
}

fn map(bytes: usize, protection: ProtFlags) -> Result<usize, Errno> {
    // SAFETY: without an address, the kernel picks a range that nobody uses.
    unsafe { mm::mmap_anonymous(ptr::null_mut(), bytes, protection, ANONYMOUS) }
        .map(|mapped| mapped.expose_provenance())
}

fn pointer(address: usize) -> *mut c_void {
    ptr::with_exposed_provenance_mut(address)
}
