//! `poll_oneoff`: waiting for clocks and descriptors.
//!
//! One system call waits for all subscriptions. Regular files are always ready. A descriptor that does not exist gives
//! an event with the error in it, at once; if all descriptors are of this kind and there is no clock, the call itself
//! fails with the error, as in other engines. All subscriptions that are ready at the end of the wait are reported, in
//! their order.
//!
//! Subscriptions are copied before the first event is stored, so the two arrays may overlap. Their number is bounded,
//! because the copy is in the host's memory; the number of host descriptors polled is bounded by the table.
//!
//! What must not happen here: a wait while the table is locked; an event stored before all subscriptions were copied.

use alloc::vec::Vec;

use rustix::event::{PollFd, PollFlags};
use rustix::fd::AsFd;
use rustix::fs::FileType;
use rustix::time::Timespec;

use super::errno::{Errno, status};
use super::guest_address;
use super::rights::Rights;
use super::subscription::{Awaited, Deadline, SUBSCRIPTION_BYTES, Subscription, decode, now};
use super::types::NANOSECONDS;
use crate::memory::guest::GuestRange;
use crate::sys::poll::{CANNOT_WAIT, NO_MORE_INPUT, poll};
use crate::wasi::host::descriptor::{Descriptor, Kind};
use crate::wasi::host::fd_table::FdTable;
use crate::wasi::host::process_table::{self, Held};
use crate::wasi::host::transfer::Direction;

/// Most subscriptions of one call; a few megabytes of copies.
const SUBSCRIPTIONS_MAX: u32 = 1 << 17;

/// Bytes of an `$event`.
const EVENT_BYTES: usize = 32;

/// `$eventrwflags`: the other end is gone.
const HANGUP: u16 = 1;

/// `poll_oneoff(in, out, nsubscriptions) -> size`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_poll_oneoff(subscriptions: u32, events: u32, count: u32, nevents: u32) -> u32 {
    status(poll_oneoff::<SUBSCRIPTION_BYTES>(subscriptions, events, count, nevents, decode))
}

/// The state of a subscription before the wait.
#[derive(Clone, Copy)]
enum State {
    /// Waits for its time.
    Clock(Deadline),
    /// Waits for the host descriptor at this position of the poll set.
    Polled(usize, Direction),
    /// A regular file, with this many bytes to read or write.
    File(Direction, u64),
    /// Cannot be waited for.
    Failed(Direction, Errno),
}

/// The whole call, for subscriptions of `BYTES` bytes that `decode` reads.
pub(super) fn poll_oneoff<const BYTES: usize>(
    subscriptions: u32,
    events: u32,
    count: u32,
    nevents: u32,
    decode: fn(&[u8; BYTES]) -> Result<Subscription, Errno>,
) -> Result<(), Errno> {
    if count == 0 {
        // Without a subscription the wait would never end.
        return Err(Errno::Inval);
    }
    let source = guest_address(subscriptions).array(count, BYTES as u32)?;
    let events = guest_address(events).array(count, EVENT_BYTES as u32)?;
    let result = guest_address(nevents).range(4)?;
    if count > SUBSCRIPTIONS_MAX {
        return Err(Errno::Nomem);
    }
    let mut subscriptions = Vec::new();
    subscriptions.try_reserve_exact(count as usize).map_err(|_| Errno::Nomem)?;
    for index in 0..count {
        subscriptions.push(decode(&source.record::<BYTES>(index)?)?);
    }
    let stored = wait(&subscriptions, events)?;
    result.copy_from(&stored.to_le_bytes());
    Ok(())
}

fn wait(subscriptions: &[Subscription], events: GuestRange) -> Result<u32, Errno> {
    let mut states = Vec::new();
    states.try_reserve_exact(subscriptions.len()).map_err(|_| Errno::Nomem)?;
    // The wait may be long, so the descriptors are held and the table is unlocked.
    let held = process_table::with(|table| {
        let mut interests = Interests::new(table)?;
        for subscription in subscriptions {
            states.push(match subscription.awaited {
                Awaited::Clock(deadline) => State::Clock(deadline),
                Awaited::Descriptor(fd, direction) => prepare(table, fd, direction, &mut interests)?,
            });
        }
        if states.iter().all(|state| matches!(state, State::Failed(_, Errno::Badf))) {
            return Err(Errno::Badf);
        }
        interests.hold(table)
    })?;
    let mut polled = Vec::new();
    polled.try_reserve_exact(held.len()).map_err(|_| Errno::Nomem)?;
    polled.extend(held.iter().map(|(descriptor, events)| PollFd::from_borrowed_fd(descriptor.as_fd(), *events)));
    wait_for_any(&states, &mut polled)?;
    Ok(report(subscriptions, &states, &polled, events))
}

/// Decides how to wait for a descriptor.
fn prepare(table: &FdTable, fd: u32, direction: Direction, interests: &mut Interests) -> Result<State, Errno> {
    let descriptor =
        match table.get_shared(fd).map_err(Errno::from).and_then(|descriptor| pollable(descriptor, direction)) {
            Ok(descriptor) => descriptor,
            Err(error) => return Ok(State::Failed(direction, error)),
        };
    if descriptor.kind == Kind::File(FileType::RegularFile) {
        return Ok(State::File(direction, file_bytes(descriptor, direction)));
    }
    let events = match direction {
        Direction::Read => PollFlags::IN | NO_MORE_INPUT,
        Direction::Write => PollFlags::OUT,
    };
    Ok(State::Polled(interests.add(fd, events)?, direction))
}

fn pollable(descriptor: &Descriptor, direction: Direction) -> Result<&Descriptor, Errno> {
    let open = match direction {
        Direction::Read => descriptor.mode.read,
        Direction::Write => descriptor.mode.write,
    };
    // A directory has no bytes, and a standard stream has one direction. A file may be polled for both, however it was
    // opened.
    match descriptor.kind {
        Kind::Directory => return Err(Errno::Badf),
        Kind::Standard | Kind::Stream { .. } if !open => return Err(Errno::Badf),
        _ => {}
    }
    descriptor.require(Rights::POLL_FD_READWRITE)?;
    Ok(descriptor)
}

/// The bytes that can be read from a regular file, or written to it: at least one byte can always be written.
fn file_bytes(descriptor: &Descriptor, direction: Direction) -> u64 {
    if direction == Direction::Write {
        return 1;
    }
    let size = rustix::fs::fstat(&descriptor.host).map_or(0, |stat| stat.st_size.cast_unsigned());
    size.saturating_sub(rustix::fs::tell(&descriptor.host).unwrap_or(0))
}

/// The host descriptors to poll, each once, however many subscriptions name it.
struct Interests {
    /// For each number of the table, its index in `wanted`, if it has one.
    places: Vec<Option<u32>>,
    wanted: Vec<(u32, PollFlags)>,
}

impl Interests {
    fn new(table: &FdTable) -> Result<Interests, Errno> {
        let mut places = Vec::new();
        places.try_reserve_exact(table.slots()).map_err(|_| Errno::Nomem)?;
        places.resize(table.slots(), None);
        Ok(Interests { places, wanted: Vec::new() })
    }

    fn add(&mut self, fd: u32, events: PollFlags) -> Result<usize, Errno> {
        let place = self.places.get_mut(fd as usize).ok_or(Errno::Badf)?;
        if let Some(index) = *place
            && let Some((_, wanted)) = self.wanted.get_mut(index as usize)
        {
            *wanted |= events;
            return Ok(index as usize);
        }
        let index = self.wanted.len();
        self.wanted.try_reserve(1).map_err(|_| Errno::Nomem)?;
        self.wanted.push((fd, events));
        *place = Some(index as u32);
        Ok(index)
    }

    /// Holds all descriptors to be polled. The drop of a held descriptor locks the table, which is locked here, so no
    /// error may come after the first one is held. Lack of memory is the only possible error, so room is made first.
    fn hold(&self, table: &mut FdTable) -> Result<Vec<(Held, PollFlags)>, Errno> {
        let mut held = Vec::new();
        held.try_reserve_exact(self.wanted.len()).map_err(|_| Errno::Nomem)?;
        table.make_room_to_hold(self.wanted.len())?;
        for (fd, events) in &self.wanted {
            held.push((table.hold(*fd)?, *events));
        }
        Ok(held)
    }
}

/// Waits until at least one subscription has something to report.
fn wait_for_any(states: &[State], polled: &mut [PollFd<'_>]) -> Result<(), Errno> {
    let at_once = states.iter().any(|state| matches!(state, State::File(..) | State::Failed(..)));
    loop {
        let remaining = if at_once { Some(0) } else { states.iter().filter_map(remaining_time).min() };
        let timeout = remaining
            .map(|time| Timespec { tv_sec: (time / NANOSECONDS) as i64, tv_nsec: (time % NANOSECONDS) as i64 });
        match poll(polled, timeout.as_ref()) {
            Ok(0) if remaining == Some(0) => return Ok(()),
            // The time should be up. The next round asks the clock, because it may have been set back meanwhile.
            Ok(0) | Err(rustix::io::Errno::INTR) => {}
            Ok(_) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

/// The time until a clock's deadline.
fn remaining_time(state: &State) -> Option<u64> {
    match state {
        State::Clock(deadline) => Some(deadline.time.saturating_sub(now(deadline.clock))),
        _ => None,
    }
}

/// Stores an event for each subscription that is ready; returns their number.
fn report(subscriptions: &[Subscription], states: &[State], polled: &[PollFd<'_>], events: GuestRange) -> u32 {
    let mut stored = 0u32;
    for (subscription, state) in subscriptions.iter().zip(states) {
        if let Some(event) = event(subscription.userdata, state, polled) {
            events.part(stored * EVENT_BYTES as u32, EVENT_BYTES as u32).copy_from(&event);
            stored += 1;
        }
    }
    stored
}

/// The `$event` of a subscription; `None` if it is not ready.
fn event(userdata: u64, state: &State, polled: &[PollFd<'_>]) -> Option<[u8; EVENT_BYTES]> {
    let (error, kind, bytes, flags) = match *state {
        State::Clock(deadline) => {
            if now(deadline.clock) < deadline.time {
                return None;
            }
            (0, 0, 0, 0)
        }
        State::Failed(direction, error) => (error as u16, tag(direction), 0, 0),
        State::File(direction, bytes) => (0, tag(direction), bytes, if bytes == 0 { HANGUP } else { 0 }),
        State::Polled(index, direction) => {
            let host = polled.get(index)?;
            let events = host.revents();
            let hangup = events.intersects(PollFlags::HUP | NO_MORE_INPUT | PollFlags::ERR);
            let ready = match direction {
                Direction::Read => hangup || events.intersects(PollFlags::IN | CANNOT_WAIT),
                // A hang-up on input does not count: the other end may have stopped sending and still receive.
                Direction::Write => events.intersects(PollFlags::OUT | PollFlags::HUP | PollFlags::ERR | CANNOT_WAIT),
            };
            if !ready {
                return None;
            }
            (0, tag(direction), stream_bytes(host, direction, hangup), if hangup { HANGUP } else { 0 })
        }
    };
    let mut event = [0; EVENT_BYTES];
    event[0..8].copy_from_slice(&userdata.to_le_bytes());
    event[8..10].copy_from_slice(&u16::to_le_bytes(error));
    event[10] = kind;
    event[16..24].copy_from_slice(&u64::to_le_bytes(bytes));
    event[24..26].copy_from_slice(&u16::to_le_bytes(flags));
    Some(event)
}

/// The least number of bytes that can be moved. Hosts know a number only for reading, and not for every kind of file.
fn stream_bytes(host: &PollFd<'_>, direction: Direction, hangup: bool) -> u64 {
    match direction {
        Direction::Read => rustix::io::ioctl_fionread(host.as_fd()).unwrap_or(u64::from(!hangup)),
        Direction::Write => u64::from(!hangup),
    }
}

/// `$eventtype`.
fn tag(direction: Direction) -> u8 {
    match direction {
        Direction::Read => 1,
        Direction::Write => 2,
    }
}

#[cfg(test)]
mod tests;
