//! The errors that this system has beside those of POSIX.
//!
//! # Safety
//! Safe code only.

use super::super::Errno;

/// The POSIX error of the same meaning, or the nearest; all others are returned as they are (`sys/errno.h`).
pub fn to_posix(error: Errno) -> Errno {
    match error {
        // Two numbers here, one in POSIX's and in WASI's eyes.
        Errno::OPNOTSUPP | Errno::NOTBLK => Errno::NOTSUP,
        Errno::FTYPE => Errno::INVAL,
        Errno::AUTH | Errno::NEEDAUTH => Errno::ACCESS,
        Errno::PROCLIM => Errno::AGAIN,
        Errno::USERS => Errno::BUSY,
        Errno::PFNOSUPPORT | Errno::SOCKTNOSUPPORT => Errno::AFNOSUPPORT,
        Errno::SHUTDOWN => Errno::PIPE,
        Errno::TOOMANYREFS | Errno::NOSR => Errno::NOBUFS,
        Errno::HOSTDOWN => Errno::HOSTUNREACH,
        Errno::TIME => Errno::TIMEDOUT,
        Errno::NODATA | Errno::NOATTR => Errno::NOMSG,
        other => other,
    }
}
