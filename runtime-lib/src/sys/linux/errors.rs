//! The errors that this system has beside those of POSIX.
//!
//! # Safety
//! Safe code only.

use super::super::Errno;

/// The POSIX error of the same meaning, or the nearest; all others are returned as they are. Linux documents most of these
/// for devices and networks that a guest cannot reach.
pub fn to_posix(error: Errno) -> Errno {
    match error {
        Errno::CHRNG | Errno::BADE | Errno::BADFD | Errno::BADR | Errno::BADRQC | Errno::BADSLT | Errno::XFULL => {
            Errno::INVAL
        }
        Errno::ISNAM => Errno::ISDIR,
        Errno::KEYEXPIRED | Errno::KEYREJECTED | Errno::KEYREVOKED | Errno::NOKEY => Errno::ACCESS,
        Errno::USERS | Errno::RFKILL => Errno::BUSY,
        Errno::NOTBLK => Errno::NOTSUP,
        Errno::PFNOSUPPORT | Errno::SOCKTNOSUPPORT => Errno::AFNOSUPPORT,
        Errno::SHUTDOWN | Errno::STRPIPE => Errno::PIPE,
        Errno::TOOMANYREFS | Errno::NOSR => Errno::NOBUFS,
        Errno::HOSTDOWN => Errno::HOSTUNREACH,
        Errno::TIME => Errno::TIMEDOUT,
        Errno::NODATA => Errno::NOMSG,
        other => other,
    }
}
