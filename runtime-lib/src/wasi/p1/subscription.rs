//! Subscriptions of `poll_oneoff`: decoding, in the layouts of preview 1 and of snapshot 0.
//!
//! A decoded subscription has the deadline of its clock as a point in time, so that the wait can be repeated after a
//! signal without becoming longer.
//!
//! What must not happen here: a wait, or a look at the descriptor table.

use rustix::time::{ClockId, clock_gettime};

use super::errno::Errno;
use super::flags::SubClockFlags;
use super::types::timestamp;
use crate::wasi::host::transfer::Direction;

/// Bytes of a `$subscription`.
pub(super) const SUBSCRIPTION_BYTES: usize = 48;

/// One subscription: a clock or a descriptor, and the guest's number for it.
pub(super) struct Subscription {
    /// The guest's number for it, which the event repeats.
    pub(super) userdata: u64,
    /// The clock or descriptor.
    pub(super) awaited: Awaited,
}

/// What a subscription waits for.
#[derive(Clone, Copy)]
pub(super) enum Awaited {
    /// A point in time.
    Clock(Deadline),
    /// A descriptor.
    Descriptor(u32, Direction),
}

/// A point in time, in nanoseconds of a clock.
#[derive(Clone, Copy)]
pub(super) struct Deadline {
    /// The clock.
    pub(super) clock: ClockId,
    /// Its time.
    pub(super) time: u64,
}

/// The fields of a clock's subscription, which both layouts have.
pub(super) struct ClockFields {
    /// `id`.
    pub(super) id: u32,
    /// `timeout`.
    pub(super) timeout: u64,
    /// `flags`.
    pub(super) flags: u16,
}

/// Reads a `$subscription` of preview 1: tag at 8; of a clock the id at 16, the timeout at 24, the flags at 40; of a
/// descriptor its number at 16.
pub(super) fn decode(bytes: &[u8; SUBSCRIPTION_BYTES]) -> Result<Subscription, Errno> {
    let clock = ClockFields { id: word(bytes, 16), timeout: long(bytes, 24), flags: word(bytes, 40) as u16 };
    assemble(long(bytes, 0), bytes[8], word(bytes, 16), clock)
}

/// Puts a subscription together from the fields of either layout.
pub(super) fn assemble(userdata: u64, tag: u8, fd: u32, clock: ClockFields) -> Result<Subscription, Errno> {
    let awaited = match tag {
        0 => Awaited::Clock(deadline(&clock)?),
        1 => Awaited::Descriptor(fd, Direction::Read),
        2 => Awaited::Descriptor(fd, Direction::Write),
        _ => return Err(Errno::Inval),
    };
    Ok(Subscription { userdata, awaited })
}

/// The deadline of a clock's subscription. A duration is measured on the monotonic clock, whichever clock it names, so
/// that setting the time of day does not change its length.
fn deadline(fields: &ClockFields) -> Result<Deadline, Errno> {
    let clock = match fields.id {
        0 => ClockId::Realtime,
        1 => ClockId::Monotonic,
        _ => return Err(Errno::Inval),
    };
    if SubClockFlags::from_guest(u32::from(fields.flags))?.contains(SubClockFlags::ABSTIME) {
        return Ok(Deadline { clock, time: fields.timeout });
    }
    Ok(Deadline { clock: ClockId::Monotonic, time: now(ClockId::Monotonic).saturating_add(fields.timeout) })
}

/// The present time of a clock in nanoseconds.
pub(super) fn now(clock: ClockId) -> u64 {
    let time = clock_gettime(clock);
    timestamp(time.tv_sec, time.tv_nsec as u64)
}

/// The 32-bit integer at `offset`.
pub(super) fn word(bytes: &[u8], offset: usize) -> u32 {
    bytes.get(offset..).and_then(<[u8]>::first_chunk).map_or(0, |chunk| u32::from_le_bytes(*chunk))
}

/// The 64-bit integer at `offset`.
pub(super) fn long(bytes: &[u8], offset: usize) -> u64 {
    bytes.get(offset..).and_then(<[u8]>::first_chunk).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}
