//! Guest pointers: the only place of the runtime that dereferences an address that the guest chose.
//!
//! **Security-critical.** A WASI function receives 32-bit numbers that claim to be addresses in a memory of the guest.
//! They become host addresses here and nowhere else, and only after a check against the memory's present length. The
//! check gives back either a copy of the bytes or a range for the kernel to read or fill during one system call.
//!
//! The host call says which memory it serves ([`GuestMemory`]). An address and a range know their memory, so neither is
//! ever checked against the length of another one. Preview 1 has one memory for the whole program (`wasi/p1/mod.rs`).
//!
//! Three rules keep a hostile guest from misusing its own memory against the host:
//!
//! 1. *Copy first.* Tables that steer an operation (I/O vectors, paths, subscriptions) are copied out before anything
//!    is written, so an output buffer that overlaps them changes nothing that has been checked.
//! 2. *No alignment is required.* The witx text would allow a trap on a misaligned pointer, but C programs with packed
//!    buffers exist, and work on other engines' older releases. So all accesses here are unaligned copies.
//! 3. *No Rust reference to guest memory* leaves this file, except a slice that a closure gets for one system call.
//!    While a host function runs its caller waits, and the closure uses no other guest memory.
//!
//! Ranges are checked once, when they are made. They stay valid for the whole host call: a linear memory never shrinks,
//! no function of the runtime that a host call uses can grow or move it, and a memory that threads share never moves.
//! The *bytes* in a range may be changed by other threads at any time. So a check applies to a copy (rule 1), and bytes
//! that are read a second time are checked again.
//!
//! # Safety
//!
//! All `unsafe` here rests on two facts. The runtime keeps `length_bytes` bytes from `base` mapped readable and
//! writable for the life of the program (`memory/reserve.rs`, `memory/grow.rs`). And nothing here requires that those
//! bytes stay the same: if other threads of the guest write there meanwhile, a copy has some of the old and some of the
//! new bytes.

use core::ptr;
use core::slice;

use rustix::io::{IoSlice, IoSliceMut};
use wasmc_abi::layout::Memory;

use super::identity;
use crate::program::{self, MemoryEntry};

/// A guest address or range that is not inside the memory. WASI calls it `fault`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfBounds;

/// A linear memory of the guest: the one that a host call serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestMemory {
    /// The place of its state; `None` for a memory that does not exist, which has no bytes.
    entry: Option<MemoryEntry>,
}

/// An address in a memory as the guest gave it, not checked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestAddress {
    memory: GuestMemory,
    address: u32,
}

/// A checked range of a memory. See the module on how long it stays valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestRange {
    memory: GuestMemory,
    start: u32,
    bytes: u32,
}

impl GuestMemory {
    /// Memory `index` of the program. One that does not exist is empty.
    pub fn new(index: u32) -> GuestMemory {
        GuestMemory { entry: program::memory_entry(index) }
    }

    /// An address in this memory, as the guest gave it.
    pub fn at(self, address: u32) -> GuestAddress {
        GuestAddress { memory: self, address }
    }

    /// The host address of a byte of the memory, which the bytes behind it follow.
    fn host_address(self, address: u32) -> usize {
        let base = self.state().base;
        match self.entry {
            Some(entry) if entry.is_identity() => identity::host_address(base, address),
            _ => base as usize + address as usize,
        }
    }

    /// The memory as it is now.
    fn state(self) -> Memory {
        self.entry.map_or(Memory { base: 0, length_bytes: 0, mapped_bytes: 0 }, MemoryEntry::load)
    }
}

impl GuestAddress {
    /// The address as a number, as the guest uses it.
    pub fn number(self) -> u32 {
        self.address
    }

    /// The address `bytes` further on; the end of the address space is out of bounds.
    pub fn offset(self, bytes: u32) -> Result<GuestAddress, OutOfBounds> {
        let address = self.address.checked_add(bytes).ok_or(OutOfBounds)?;
        Ok(GuestAddress { address, ..self })
    }

    /// The `bytes` bytes from here. An empty range is never out of bounds, because C passes null or stale pointers with
    /// a length of zero.
    pub fn range(self, bytes: u32) -> Result<GuestRange, OutOfBounds> {
        let end = u64::from(self.address) + u64::from(bytes);
        if bytes != 0 && end > self.memory.state().length_bytes {
            return Err(OutOfBounds);
        }
        Ok(GuestRange { memory: self.memory, start: self.address, bytes })
    }

    /// The `count` records of `record_bytes` bytes each from here.
    pub fn array(self, count: u32, record_bytes: u32) -> Result<GuestRange, OutOfBounds> {
        self.range(count.checked_mul(record_bytes).ok_or(OutOfBounds)?)
    }

    /// Copies the next `N` bytes out.
    pub fn read<const N: usize>(self) -> Result<[u8; N], OutOfBounds> {
        let mut bytes = [0; N];
        self.range(N as u32)?.copy_to(&mut bytes);
        Ok(bytes)
    }

    /// Copies `bytes` in.
    pub fn write(self, bytes: &[u8]) -> Result<(), OutOfBounds> {
        let length = u32::try_from(bytes.len()).map_err(|_| OutOfBounds)?;
        self.range(length)?.copy_from(bytes);
        Ok(())
    }

    /// Stores a little-endian 32-bit integer.
    pub fn write_u32(self, value: u32) -> Result<(), OutOfBounds> {
        self.write(&value.to_le_bytes())
    }

    /// Stores a little-endian 64-bit integer.
    pub fn write_u64(self, value: u64) -> Result<(), OutOfBounds> {
        self.write(&value.to_le_bytes())
    }
}

impl GuestRange {
    /// An empty range of no memory.
    pub const EMPTY: GuestRange = GuestRange { memory: GuestMemory { entry: None }, start: 0, bytes: 0 };

    /// The memory that it is a part of.
    pub fn memory(self) -> GuestMemory {
        self.memory
    }

    /// Its length in bytes.
    pub fn len(self) -> u32 {
        self.bytes
    }

    /// Whether it has no bytes.
    pub fn is_empty(self) -> bool {
        self.bytes == 0
    }

    /// The part of it that starts `offset` bytes in, at most `bytes` long: clipped to the range, so it needs no check.
    pub fn part(self, offset: u32, bytes: u32) -> GuestRange {
        let offset = offset.min(self.bytes);
        GuestRange { start: self.start.wrapping_add(offset), bytes: bytes.min(self.bytes - offset), ..self }
    }

    /// Record `index` of an array made by [`GuestAddress::array`], copied out.
    pub fn record<const N: usize>(self, index: u32) -> Result<[u8; N], OutOfBounds> {
        let offset = index.checked_mul(N as u32).ok_or(OutOfBounds)?;
        let part = self.part(offset, N as u32);
        if part.bytes as usize != N {
            return Err(OutOfBounds);
        }
        let mut bytes = [0; N];
        part.copy_to(&mut bytes);
        Ok(bytes)
    }

    /// Copies the range into the front of `destination`, or as much of it as fits; returns how many bytes that was.
    pub fn copy_to(self, destination: &mut [u8]) -> usize {
        let bytes = destination.len().min(self.bytes as usize);
        // SAFETY: the range was checked against the memory's length, which never shrinks; `destination` is a host
        // buffer of at least `bytes` bytes, and no host buffer lies inside a linear memory.
        unsafe { ptr::copy_nonoverlapping(self.host_pointer(), destination.as_mut_ptr(), bytes) };
        bytes
    }

    /// Copies `source` into the front of the range, or as much of it as fits; returns how many bytes that was.
    pub fn copy_from(self, source: &[u8]) -> usize {
        let bytes = source.len().min(self.bytes as usize);
        // SAFETY: the range was checked against the memory's length, which never shrinks; `source` is a host buffer of
        // at least `bytes` bytes, and no host buffer lies inside a linear memory.
        unsafe { ptr::copy_nonoverlapping(source.as_ptr(), self.host_pointer(), bytes) };
        bytes
    }

    /// Lets `fill` write the range by one system call.
    pub fn with_slice_mut<R>(self, fill: impl FnOnce(&mut [u8]) -> R) -> R {
        if self.bytes == 0 {
            return fill(&mut []);
        }
        // SAFETY: the range was checked. The calling thread of the guest waits, and this file gives out no other
        // reference, so during `fill` this slice is the only reference to these bytes.
        fill(unsafe { slice::from_raw_parts_mut(self.host_pointer(), self.bytes as usize) })
    }

    /// The host address of the range. That of an empty range may be invalid, and is never dereferenced.
    fn host_pointer(self) -> *mut u8 {
        ptr::with_exposed_provenance_mut(self.memory.host_address(self.start))
    }
}

/// One entry of the vector that `readv` and `writev` take: what Linux calls `struct iovec`.
///
/// Kept as plain words rather than as slices because a guest may name the same bytes twice in one vector, and two
/// `&mut` slices must never overlap. The kernel does not mind.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HostVector {
    base: *mut u8,
    bytes: usize,
}

impl HostVector {
    /// An entry without bytes.
    pub const EMPTY: HostVector = HostVector { base: ptr::null_mut(), bytes: 0 };

    /// The entry for `range`.
    pub fn new(range: GuestRange) -> HostVector {
        HostVector { base: range.host_pointer(), bytes: range.bytes as usize }
    }
}

const _: () = {
    assert!(size_of::<HostVector>() == size_of::<IoSlice<'_>>());
    assert!(size_of::<HostVector>() == size_of::<IoSliceMut<'_>>());
    assert!(align_of::<HostVector>() == align_of::<IoSliceMut<'_>>());
};

/// The vectors in the form that a system call takes to read the guest's bytes.
pub fn io_slices(vectors: &[HostVector]) -> &[IoSlice<'_>] {
    // SAFETY: `IoSlice` is documented to have the layout of `struct iovec`, which `HostVector` spells out (see the
    // asserts); every entry is a checked range. The result is only passed to a system call.
    unsafe { slice::from_raw_parts(vectors.as_ptr().cast(), vectors.len()) }
}

/// The vectors in the form that a system call takes to write the guest's bytes.
pub fn io_slices_mut(vectors: &mut [HostVector]) -> &mut [IoSliceMut<'_>] {
    // SAFETY: `IoSliceMut` is documented to have the layout of `struct iovec`, which `HostVector` spells out (see the
    // asserts); every entry is a checked range. An `IoSliceMut` holds a raw pointer, and no `&mut [u8]` is made here,
    // so overlapping entries are sound as long as nothing asks an entry for its slice. The system call does not.
    unsafe { slice::from_raw_parts_mut(vectors.as_mut_ptr().cast(), vectors.len()) }
}

/// A memory for unit tests: one page of 64 KiB for each test, which runs on a thread of its own.
#[cfg(test)]
pub mod test_memory {
    use super::{GuestAddress, GuestMemory, Memory, program};

    /// Gives this test its memory, all zero.
    pub fn install() {
        let page = Box::leak(Box::new([0u8; 65536]));
        let base = page.as_mut_ptr().expose_provenance() as u64;
        program::set_memory(0, Memory { base, length_bytes: 65536, mapped_bytes: 65536 });
    }

    /// An address in the memory of this test.
    pub fn at(address: u32) -> GuestAddress {
        GuestMemory::new(0).at(address)
    }

    /// Copies `bytes` to `address`.
    pub fn put(address: u32, bytes: &[u8]) {
        at(address).write(bytes).expect("inside the page");
    }

    /// The `bytes` bytes at `address`.
    pub fn get(address: u32, bytes: u32) -> Vec<u8> {
        let mut copy = vec![0; bytes as usize];
        at(address).range(bytes).expect("inside the page").copy_to(&mut copy);
        copy
    }

    /// The 32-bit integer at `address`.
    pub fn get_u32(address: u32) -> u32 {
        u32::from_le_bytes(at(address).read().expect("inside the page"))
    }

    /// The 64-bit integer at `address`.
    pub fn get_u64(address: u32) -> u64 {
        u64::from_le_bytes(at(address).read().expect("inside the page"))
    }
}

#[cfg(test)]
mod tests {
    use super::test_memory::at;
    use super::*;

    #[test]
    fn ranges_end_with_the_memory() {
        test_memory::install();
        assert_eq!(at(0).range(65536).map(GuestRange::len), Ok(65536));
        assert_eq!(at(1).range(65536), Err(OutOfBounds));
        assert_eq!(at(65535).range(1).map(GuestRange::len), Ok(1));
        assert_eq!(at(65536).range(1), Err(OutOfBounds));
        assert_eq!(at(u32::MAX).range(u32::MAX), Err(OutOfBounds));
        assert_eq!(at(u32::MAX).range(0).map(GuestRange::len), Ok(0));
        assert_eq!(at(u32::MAX).offset(1), Err(OutOfBounds));
        assert_eq!(at(0).array(1 << 29, 8), Err(OutOfBounds));
    }

    #[test]
    fn unaligned_values_survive() {
        test_memory::install();
        at(65533).write_u32(7).expect_err("one byte too far");
        at(4097).write_u64(0x0102_0304_0506_0708).expect("inside");
        assert_eq!(at(4097).read::<8>(), Ok([8, 7, 6, 5, 4, 3, 2, 1]));
        let array = at(4097).array(2, 4).expect("inside");
        assert_eq!(array.record::<4>(1), Ok([4, 3, 2, 1]));
        assert_eq!(array.record::<4>(2), Err(OutOfBounds));
        assert_eq!(array.record::<4>(u32::MAX), Err(OutOfBounds));
    }

    #[test]
    fn parts_are_clipped() {
        test_memory::install();
        let range = at(10).range(10).expect("inside");
        assert_eq!(range.part(4, 100).len(), 6);
        assert_eq!(range.part(100, 1).len(), 0);
        assert_eq!(range.part(0, 3).copy_from(b"abcdef"), 3);
        assert_eq!(test_memory::get(10, 4), b"abc\0");
    }
}
