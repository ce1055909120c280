//! The errors that only this system has, as errors of POSIX.
//!
//! It exists because WASI knows the errors of POSIX only. Every error must be returned: one that has no equal stays as
//! it is.
//!
//! # Safety
//! Safe code only.

use super::super::Errno;

/// The POSIX error of the same or the nearest meaning; all other errors are returned unchanged. Linux documents most of
/// these for devices and networks that a guest cannot reach.
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
