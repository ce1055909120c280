//! `wasi.thread-spawn` (wasi-threads), and the life of a thread.
//!
//! ```text
//!   thread-spawn ─ region::map ─ id and list ─ sys::thread::start ─► run ─ wasmc_main(id, argument)
//!                                                                     └ out of the list, tables released;
//!                                                                       sys::thread unmaps the region
//! ```
//!
//! It exists because wasi-threads leaves everything but the start to the host. Ids count up from 1. After the last id
//! they begin again, without those of running threads; only for this there is a list of threads. Nothing here may wait
//! for a thread: a guest joins its threads by itself.
//!
//! # Safety
//! The threads in the list have not ended: a thread removes itself before its region is unmapped.

use wasmc_abi::layout::Thread;

use super::region::{self, Region};
use crate::lock::Lock;
use crate::program;
use crate::sys::{self, Errno, signal};
use crate::unwind;
use crate::wasi::p1::errno::Errno as WasiErrno;

/// The largest id (wasi-threads, "Design choice: thread IDs": the three highest bits are zero).
const ID_MAX: u32 = 0x1fff_ffff;

/// All threads but the first.
struct Threads {
    /// Address of the region of the thread that was started last, 0 if there is none.
    first: u64,
    /// The id that was given last.
    last_id: u32,
    /// Whether ids have begun again.
    again: bool,
}

static THREADS: Lock<Threads> = Lock::new(Threads { first: 0, last_id: 0, again: false });

/// `thread-spawn(start_arg) -> thread id, or a negative number`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_thread_spawn(start_argument: u32) -> i32 {
    match spawn(start_argument) {
        Ok(id) => id.cast_signed(),
        // All failures are limits on resources, and callers of wasi-threads try again on EAGAIN.
        Err(_) => -(WasiErrno::Again as i32),
    }
}

fn spawn(argument: u32) -> Result<u32, Errno> {
    let region = region::map()?;
    let id = THREADS.with(|threads| threads.add(region, argument));
    let stacks = region.stacks();
    let bytes = program::threads().region_bytes as usize;
    // SAFETY: the region was mapped above, and nothing uses its stack yet.
    let started = unsafe { sys::thread::start(run, stacks.top, region.address, bytes) };
    if let Err(errno) = started {
        end(region);
        // SAFETY: the region was mapped above, and no thread has run on it.
        unsafe { sys::memory::release_or_keep(region.address, bytes) };
        return Err(errno);
    }
    // The thread may have ended already and its region be unmapped, so the id is not read from there.
    Ok(id)
}

/// The bottom frame of a thread's stack.
extern "C" fn run(address: usize) {
    let region = Region { address };
    let stacks = region.stacks();
    // SAFETY: the signal stack is a part of this thread's region, and nothing else uses it.
    if unsafe { signal::use_stack(stacks.signal_stack, stacks.signal_stack_bytes) }.is_err() {
        // The first thread has a signal stack of the same size, so this cannot fail.
        crate::entry::exit::abort();
    }
    program::main(region.id(), region.argument());
    end(region);
}

/// Releases everything that belongs to a thread, except for its region.
fn end(region: Region) {
    THREADS.with(|threads| threads.remove(region));
    region.release_tables();
    unwind::end_thread(region);
}

impl Threads {
    /// Adds a thread to the list, and gives it an id.
    fn add(&mut self, region: Region, argument: u32) -> u32 {
        let id = self.next_id();
        region.set_header(Thread {
            id,
            argument,
            next: self.first,
            previous: 0,
            exceptions: 0,
            late_fault: 0,
            reserved: [0; 3],
        });
        if let Some(next) = known(self.first) {
            next.set_previous(region.address as u64);
        }
        self.first = region.address as u64;
        id
    }

    fn remove(&mut self, region: Region) {
        let (next, previous) = (region.next(), region.previous());
        match known(previous) {
            Some(previous) => previous.set_next(next),
            None => self.first = next,
        }
        if let Some(next) = known(next) {
            next.set_previous(previous);
        }
    }

    /// An id that no thread has. There are more ids than fit regions into any address space.
    fn next_id(&mut self) -> u32 {
        loop {
            if self.last_id == ID_MAX {
                (self.last_id, self.again) = (0, true);
            }
            self.last_id += 1;
            if !self.again || self.regions().all(|region| region.id() != self.last_id) {
                return self.last_id;
            }
        }
    }

    fn regions(&self) -> impl Iterator<Item = Region> {
        core::iter::successors(known(self.first), |region| known(region.next()))
    }
}

/// The region at an address of the list.
fn known(address: u64) -> Option<Region> {
    (address != 0).then_some(Region { address: address as usize })
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::*;

    /// Room for a header, in place of a region.
    fn region() -> Region {
        let header = Box::leak(Box::new([0u64; super::super::HEADER_BYTES / 8]));
        Region { address: ptr::from_mut(header).expose_provenance() }
    }

    #[test]
    fn ids_of_running_threads_are_not_given_again() {
        let mut threads = Threads { first: 0, last_id: 0, again: false };
        let [one, two, three] = [(); 3].map(|()| region());
        assert_eq!([one, two, three].map(|region| threads.add(region, 0)), [1, 2, 3]);
        threads.remove(two);
        assert_eq!(threads.regions().map(|region| region.id()).collect::<Vec<_>>(), [3, 1]);
        threads.last_id = ID_MAX - 1;
        assert_eq!([region(), region(), two].map(|region| threads.add(region, 0)), [ID_MAX, 2, 4]);
        threads.remove(three);
        threads.remove(two);
        threads.remove(one);
        assert_eq!(threads.regions().map(|region| region.id()).collect::<Vec<_>>(), [2, ID_MAX]);
        assert_eq!(threads.add(one, 9), 5);
        assert_eq!(one.argument(), 9);
    }
}
