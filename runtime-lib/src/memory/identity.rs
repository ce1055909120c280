//! The memory at its own addresses, in programs with debug information (`wasmc_abi::layout::MemoryRecord::identity`).
//!
//! ```text
//!   host 0            64 KiB                   length      reservation
//!   │ first view, from 0 or from 64 KiB on     │ no access │
//!   IDENTITY_ALIAS    + 64 KiB                 + length    + reservation
//!   │ second view, of all bytes                │ no access │
//! ```
//!
//! It exists for debuggers: they follow a pointer of the guest as if it were an address of the process, and hardware
//! watches addresses, so guest and runtime use the first view wherever it has the bytes. The second view, the *alias*,
//! has those that the system keeps from the first, and it makes every range contiguous. Both show the same pages of
//! shared memory, and their protection changes together.
//!
//! What must not happen here: a page beyond the length that is accessible in one of the views, or a null pointer to the
//! guest's byte at host address 0.
//!
//! # Safety
//! Only ranges that [`reserve`] has reserved are changed. [`open`] is called with ranges of the memory that are within
//! its maximum and beyond its length, by one thread at a time.

use wasmc_abi::layout::{IDENTITY_ALIAS, IDENTITY_FIRST};

use crate::sys::{self, Errno};

/// A part of the address space that cannot be reserved.
#[derive(Debug)]
pub struct Taken {
    /// Its first address.
    pub address: u64,
    /// The reason.
    pub errno: Errno,
}

/// Reserves both views of a memory, with `bytes` of address space each. Returns the base of the lowest bytes: 0, or the
/// alias where the system keeps low addresses from the process.
pub fn reserve(bytes: u64) -> Result<u64, Taken> {
    let reserve_at = |address: u64, bytes: u64| {
        sys::memory::reserve_at(address as usize, bytes as usize).map_err(|errno| Taken { address, errno })
    };
    reserve_at(IDENTITY_FIRST, bytes.saturating_sub(IDENTITY_FIRST))?;
    reserve_at(IDENTITY_ALIAS, bytes)?;
    // Only privileged processes can have these addresses (`vm.mmap_min_addr`), and not all of them.
    let base = if reserve_at(0, IDENTITY_FIRST).is_ok() { 0 } else { IDENTITY_ALIAS };
    let first = first_of_view(base);
    // SAFETY: both ranges were reserved above, and nothing else uses them.
    unsafe { sys::memory::share(IDENTITY_ALIAS as usize, bytes as usize, first as usize, first as usize) }
        .map_err(|errno| Taken { address: IDENTITY_ALIAS, errno })?;
    Ok(base)
}

/// Makes bytes of the memory accessible: `bytes` from guest address `start` on, whole pages.
///
/// # Safety
/// The range is in the reservation and beyond the memory's length, no other thread opens pages, and `base` is what
/// [`reserve`] returned.
pub unsafe fn open(base: u64, start: u64, bytes: u64) -> Result<(), Errno> {
    let (end, first) = (start + bytes, first_of_view(base));
    let own = start.max(first)..end.max(first);
    let [address, own_bytes] = [own.start, own.end - own.start.min(own.end)].map(|number| number as usize);
    if own_bytes != 0 {
        // SAFETY: the range is in the first view, by the contract of this function.
        unsafe { sys::memory::make_writable(address, own_bytes)? };
    }
    // SAFETY: the range is in the second view, by the contract of this function.
    if let Err(errno) = unsafe { sys::memory::make_writable((IDENTITY_ALIAS + start) as usize, bytes as usize) } {
        // A view that were longer than the other would let the guest read beyond the length.
        // SAFETY: the guest has never had access to these pages: the length has not changed yet.
        let _ = unsafe { sys::memory::make_inaccessible(address, own_bytes) };
        return Err(errno);
    }
    // A core file has each byte once.
    sys::memory::include_in_dumps(address, own_bytes);
    if start < first {
        sys::memory::include_in_dumps((IDENTITY_ALIAS + start) as usize, (end.min(first) - start) as usize);
    }
    Ok(())
}

/// The host address of a guest's byte, and of all that follow it.
///
/// Never 0: Rust takes a pointer to address 0 for the absence of one, so that byte is reached by its alias.
pub fn host_address(base: u64, address: u32) -> usize {
    let address = u64::from(address);
    let host = if address < IDENTITY_FIRST { base + address } else { address };
    if host == 0 { IDENTITY_ALIAS as usize } else { host as usize }
}

/// The first address of the memory's view at its own addresses.
pub fn first_of_view(base: u64) -> u64 {
    if base == 0 { 0 } else { IDENTITY_FIRST }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use core::ptr;
    use std::sync::{Mutex, PoisonError};

    use wasmc_abi::layout::{Memory, MemoryRecord};

    use super::*;
    use crate::memory::grow::grow;
    use crate::memory::guest::GuestMemory;
    use crate::program;

    /// The addresses are the same for all tests.
    static ADDRESSES: Mutex<()> = Mutex::new(());

    const PAGE: u64 = 1 << 16;

    /// Calls `test` with the base of a memory of `pages` pages and room for 16.
    fn with_memory(pages: u64, test: impl FnOnce(u64)) {
        let _alone = ADDRESSES.lock().unwrap_or_else(PoisonError::into_inner);
        let reservation_bytes = 17 * PAGE;
        let base = reserve(reservation_bytes).expect("the addresses are free");
        if pages != 0 {
            // SAFETY: in the reservation just made.
            unsafe { open(base, 0, pages * PAGE) }.expect("a few pages");
        }
        let (identity, page_bytes, maximum_bytes) = (1, PAGE, 16 * PAGE);
        let initial_bytes = pages * PAGE;
        program::set_memory_plan(MemoryRecord {
            base: 0,
            identity,
            reservation_bytes,
            initial_bytes,
            maximum_bytes,
            page_bytes,
        });
        program::set_memory(0, Memory { base, length_bytes: initial_bytes, mapped_bytes: reservation_bytes });
        test(base);
        let first = first_of_view(base);
        for (start, bytes) in [(first, reservation_bytes - first), (IDENTITY_ALIAS, reservation_bytes)] {
            // SAFETY: the reservation of this function.
            unsafe { sys::memory::release(start as usize, bytes as usize) }.expect("a mapping of ours");
        }
    }

    /// The protection of a page, as `/proc/self/maps` has it; `None` if nothing is mapped there.
    fn protection(address: u64) -> Option<String> {
        let maps = std::fs::read_to_string("/proc/self/maps").expect("Linux has it");
        maps.lines().find_map(|line| {
            let (range, rest) = line.split_once(' ')?;
            let (start, end) = range.split_once('-')?;
            let number = |text| u64::from_str_radix(text, 16).ok();
            (number(start)?..number(end)?).contains(&address).then(|| rest[..4].to_owned())
        })
    }

    fn is_open(address: u64) -> bool {
        match protection(address).as_deref() {
            Some("rw-s") => true,
            Some("---s") => false,
            other => panic!("{address:#x} is {other:?}"),
        }
    }

    /// Checks that each view is open exactly up to `length`.
    fn check_views(base: u64, length: u64) {
        for page in 0..17 {
            let address = page * PAGE;
            assert_eq!(is_open(IDENTITY_ALIAS + address), address < length, "alias of {address:#x}");
            if address >= first_of_view(base) {
                assert_eq!(is_open(address), address < length, "{address:#x}");
            }
        }
    }

    fn byte(address: u64) -> *mut u8 {
        ptr::with_exposed_provenance_mut(address as usize)
    }

    #[test]
    fn both_views_are_open_up_to_the_length() {
        for pages in [0, 1, 2, 5] {
            with_memory(pages, |base| {
                check_views(base, pages * PAGE);
                for delta in [0, 1, 3] {
                    let length = program::memory(0).length_bytes;
                    assert_eq!(grow(0, delta), Some(length / PAGE));
                    check_views(base, length + delta * PAGE);
                }
                assert_eq!(grow(0, 16), None);
                check_views(base, (pages + 4) * PAGE);
            });
        }
    }

    #[test]
    fn both_views_have_the_same_bytes() {
        with_memory(3, |base| {
            for address in [PAGE, PAGE + 1, 3 * PAGE - 1] {
                // SAFETY: an address below the length.
                unsafe { byte(address).write(address as u8 | 1) };
                // SAFETY: an address below the length.
                assert_eq!(unsafe { byte(IDENTITY_ALIAS + address).read() }, address as u8 | 1);
            }
            // SAFETY: an address below the length, and so are the bytes behind it.
            unsafe { byte(base + PAGE - 2).cast::<u32>().write_unaligned(0x0403_0201) };
            // SAFETY: an address below the length, and so are the bytes behind it.
            assert_eq!(unsafe { byte(PAGE).cast::<u16>().read_unaligned() }, 0x0403);
        });
    }

    #[test]
    fn host_calls_use_the_memory_at_its_own_addresses() {
        with_memory(3, |base| {
            assert_eq!(host_address(base, 0), IDENTITY_ALIAS as usize);
            assert_eq!(host_address(base, 1), (base + 1) as usize);
            assert_eq!(host_address(base, 0xffff), (base + 0xffff) as usize);
            assert_eq!(host_address(base, 0x1_0000), 0x1_0000);
            assert_eq!(host_address(base, u32::MAX), 0xffff_ffff);
            let memory = GuestMemory::new(0);
            let numbers: Vec<u8> = (0..=255).collect();
            for start in [0, 1, PAGE - 256, PAGE - 255, PAGE - 1, PAGE, 3 * PAGE - 256] {
                let range = memory.at(start as u32).range(256).expect("inside");
                assert_eq!(range.copy_from(&numbers), 256);
                for view in [start..start + 256, start + IDENTITY_ALIAS..start + IDENTITY_ALIAS + 256] {
                    for (address, number) in view.zip(0..) {
                        if protection(address).is_some_and(|protection| protection == "rw-s") && address != 0 {
                            // SAFETY: the page is mapped and readable.
                            assert_eq!(unsafe { byte(address).read() }, number, "{address:#x}");
                        }
                    }
                }
                let mut copy = [0; 256];
                assert_eq!(range.copy_to(&mut copy), 256);
                assert_eq!(copy[..], numbers);
                // SAFETY: the range is below the length.
                unsafe { byte(IDENTITY_ALIAS + start).write_bytes(0, 256) };
            }
            memory.at(3 * PAGE as u32 - 255).range(256).expect_err("one byte too far");
        });
    }

    #[test]
    fn addresses_in_use_are_refused() {
        with_memory(1, |_| {
            let taken = reserve(17 * PAGE).expect_err("they are in use");
            assert_eq!((taken.address, taken.errno), (IDENTITY_FIRST, Errno::EXIST));
        });
    }
}
