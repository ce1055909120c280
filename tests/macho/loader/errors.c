/* Numbers of errors: the guest gets those of macOS (sys/errno.h). */
#include <errno.h>

#include "darwin.h"
#include "loader.h"

_Thread_local int darwin_errno;

/* Indexed by the host's number; equal numbers below 35 but for EAGAIN, which macOS has as 35. */
static const unsigned char FROM_HOST[] = {
    [EAGAIN] = 35,     [EDEADLK] = 11,      [ENAMETOOLONG] = 63, [ENOLCK] = 77,       [ENOSYS] = 78,        [ENOTEMPTY] = 66,
    [ELOOP] = 62,      [ENOMSG] = 91,       [EIDRM] = 90,        [ENOSTR] = 99,       [ENODATA] = 96,       [ETIME] = 101,
    [ENOSR] = 98,      [ENOLINK] = 97,      [EPROTO] = 100,      [EMULTIHOP] = 95,    [EBADMSG] = 94,       [EOVERFLOW] = 84,
    [EILSEQ] = 92,     [EUSERS] = 68,       [ENOTSOCK] = 38,     [EDESTADDRREQ] = 39, [EMSGSIZE] = 40,      [EPROTOTYPE] = 41,
    [ENOPROTOOPT] = 42, [EPROTONOSUPPORT] = 43, [ESOCKTNOSUPPORT] = 44, [EOPNOTSUPP] = 45, [EPFNOSUPPORT] = 46, [EAFNOSUPPORT] = 47,
    [EADDRINUSE] = 48, [EADDRNOTAVAIL] = 49, [ENETDOWN] = 50,    [ENETUNREACH] = 51,  [ENETRESET] = 52,     [ECONNABORTED] = 53,
    [ECONNRESET] = 54, [ENOBUFS] = 55,      [EISCONN] = 56,      [ENOTCONN] = 57,     [ESHUTDOWN] = 58,     [ETOOMANYREFS] = 59,
    [ETIMEDOUT] = 60,  [ECONNREFUSED] = 61, [EHOSTDOWN] = 64,    [EHOSTUNREACH] = 65, [EALREADY] = 37,      [EINPROGRESS] = 36,
    [ESTALE] = 70,     [EDQUOT] = 69,       [ECANCELED] = 89,    [EOWNERDEAD] = 105,  [ENOTRECOVERABLE] = 104,
};

int darwin_error_of(int host) {
    if (host > 0 && host < (int)sizeof FROM_HOST && FROM_HOST[host]) return FROM_HOST[host];
    if (host > 0 && host <= ERANGE) return host;
    give_up("an error that macOS does not have: %d", host);
}

long darwin_result(long result) {
    if (result == -1) darwin_errno = darwin_error_of(errno);
    return result;
}

long darwin_fail(int error) {
    darwin_errno = error;
    return -1;
}
