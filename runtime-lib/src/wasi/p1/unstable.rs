//! The functions of `wasi_unstable` (snapshot 0) whose types differ from preview 1; all others are the same functions.
//!
//! There are three differences (`phases/old/snapshot_0/witx/typenames.witx`): `$whence` counts from `cur`; the link
//! count in `$filestat` has 32 bits; a clock's subscription begins with an identifier of 64 bits.
//!
//! What must not happen here: anything beyond decoding and encoding; the work is done by the function of preview 1.

use super::errno::{Errno, status};
use super::guest_address;
use super::poll;
use super::subscription::{self, ClockFields, Subscription};
use super::types::Whence;
use super::{filestat, io};

/// Bytes of a `$subscription` of snapshot 0.
const SUBSCRIPTION_BYTES: usize = 56;

/// `fd_seek(fd, offset, whence) -> filesize`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_unstable_fd_seek(fd: u32, offset: u64, whence: u32, newoffset: u32) -> u32 {
    let whence = match whence {
        0 => Whence::Current,
        1 => Whence::End,
        2 => Whence::Set,
        _ => return Errno::Inval as u32,
    };
    status(io::seek(fd, offset.cast_signed(), whence, newoffset))
}

/// `fd_filestat_get(fd) -> filestat`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_unstable_fd_filestat_get(fd: u32, buf: u32) -> u32 {
    status(filestat::fd_filestat(fd).and_then(|stat| Ok(stat.store_unstable(guest_address(buf))?)))
}

/// `path_filestat_get(fd, flags, path) -> filestat`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_unstable_path_filestat_get(
    fd: u32,
    flags: u32,
    path: u32,
    path_len: u32,
    buf: u32,
) -> u32 {
    let stat = filestat::path_filestat(fd, flags, path, path_len);
    status(stat.and_then(|stat| Ok(stat.store_unstable(guest_address(buf))?)))
}

/// `poll_oneoff(in, out, nsubscriptions) -> size`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_unstable_poll_oneoff(subscriptions: u32, events: u32, count: u32, nevents: u32) -> u32 {
    status(poll::poll_oneoff::<SUBSCRIPTION_BYTES>(subscriptions, events, count, nevents, decode))
}

/// Reads a `$subscription` of snapshot 0: tag at 8; of a clock the identifier at 16, which nothing uses, the id at 24,
/// the timeout at 32, the flags at 48; of a descriptor its number at 16.
fn decode(bytes: &[u8; SUBSCRIPTION_BYTES]) -> Result<Subscription, Errno> {
    let (id, timeout, flags) =
        (subscription::word(bytes, 24), subscription::long(bytes, 32), subscription::word(bytes, 48) as u16);
    let clock = ClockFields { id, timeout, flags };
    subscription::assemble(subscription::long(bytes, 0), bytes[8], subscription::word(bytes, 16), clock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::guest::test_memory;

    #[test]
    fn a_clock_of_snapshot_0() {
        test_memory::install();
        let mut bytes = [0; SUBSCRIPTION_BYTES];
        bytes[0] = 9;
        bytes[16] = 0xff;
        bytes[24] = 1;
        bytes[32] = 100;
        test_memory::put(0, &bytes);
        assert_eq!(wasmc_wasi_unstable_poll_oneoff(0, 128, 1, 256), 0);
        assert_eq!((test_memory::get_u32(256), test_memory::get_u64(128)), (1, 9));
    }
}
