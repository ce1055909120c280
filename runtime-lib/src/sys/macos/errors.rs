//! The errors that only this system has, as errors of POSIX.
//!
//! It exists because WASI knows the errors of POSIX only. Every error must be returned: one that has no equal stays as
//! it is.
//!
//! # Safety
//! Safe code only.

use super::super::Errno;

/// The POSIX error of the same or the nearest meaning (`sys/errno.h`); all other errors are returned unchanged.
pub fn to_posix(error: Errno) -> Errno {
    match error {
        // This system has two numbers for the error; POSIX and WASI have one.
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
