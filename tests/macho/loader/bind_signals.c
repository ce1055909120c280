/* Signals: the guest's handlers are called by handlers of ours, with what macOS would show them. A fault by an access to a page
 * that is there, but not accessible, is SIGBUS on macOS and SIGSEGV here; the guest gets the former, so a program that handles only
 * the wrong one of the two dies here as it would there. */
#define _GNU_SOURCE
#include <pthread.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

#include "darwin.h"
#include "loader.h"
#include "registers.h"

/* Indexed by the guest's number (sys/signal.h); 0 is a signal that this host does not have. */
static const int TO_HOST[DARWIN_SIGNALS] = {
    0,       SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT, 0,       SIGFPE,    SIGKILL, SIGBUS,
    SIGSEGV, SIGSYS,  SIGPIPE, SIGALRM, SIGTERM, SIGURG,  SIGSTOP, SIGTSTP, SIGCONT,   SIGCHLD, SIGTTIN,
    SIGTTOU, SIGIO,   SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, 0,    SIGUSR1,   SIGUSR2,
};

/* What the guest has installed, by its numbers. */
static struct darwin_sigaction actions[DARWIN_SIGNALS];

static const uint64_t DEFAULT = 0, IGNORE = 1;

static int host_signal(int signal) {
    return signal > 0 && signal < DARWIN_SIGNALS ? TO_HOST[signal] : 0;
}

static int darwin_signal(int host) {
    for (int signal = 1; signal < DARWIN_SIGNALS; signal++)
        if (TO_HOST[signal] == host) return signal;
    give_up("a signal that macOS does not have: %d", host);
}

static sigset_t host_mask(uint32_t mask) {
    sigset_t set;
    sigemptyset(&set);
    for (int signal = 1; signal < DARWIN_SIGNALS; signal++)
        if ((mask >> (signal - 1) & 1) && TO_HOST[signal]) sigaddset(&set, TO_HOST[signal]);
    return set;
}

static uint32_t darwin_mask(const sigset_t *set) {
    uint32_t mask = 0;
    for (int signal = 1; signal < DARWIN_SIGNALS; signal++)
        if (TO_HOST[signal] && sigismember(set, TO_HOST[signal]) == 1) mask |= (uint32_t)1 << (signal - 1);
    return mask;
}

/* ---- a signal arrives ---- */

/* The guest's number and code of a fault: bsd/uxkern/ux_exception.c and sendsig in XNU. */
static void classify(const siginfo_t *host, struct darwin_siginfo *guest) {
    enum { ILL_ILLOPC_DARWIN = 1, FPE_INTDIV_DARWIN = 7, BUS_ADRALN_DARWIN = 1, SEGV_MAPERR_DARWIN = 1 };
    guest->signal = darwin_signal(host->si_signo);
    if (host->si_code <= 0) {
        /* Sent by a process. macOS does not say so in the code; the address is none. */
        guest->process = host->si_pid;
        guest->user = host->si_uid;
        return;
    }
    switch (host->si_signo) {
    case SIGSEGV:
        if (host->si_code == SEGV_ACCERR) guest->signal = DARWIN_SIGBUS;
        guest->code = SEGV_MAPERR_DARWIN;
        break;
    case SIGBUS: guest->code = BUS_ADRALN_DARWIN; break;
    case SIGILL: guest->code = ILL_ILLOPC_DARWIN; break;
    case SIGFPE: guest->code = FPE_INTDIV_DARWIN; break;
    default: return;
    }
    guest->address = (uint64_t)host->si_addr;
}

static void die_of(int signal) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(signal, &action, NULL);
}

static void handle(int signal, siginfo_t *information, void *context) {
    int saved_errno = errno;
    struct darwin_siginfo guest_information = {0};
    classify(information, &guest_information);
    struct darwin_sigaction *action = &actions[guest_information.signal];
    if (action->handler == DEFAULT || action->handler == IGNORE) {
        /* A fault cannot be ignored: it happens again when this returns, and a signal that was sent is sent again. */
        die_of(signal);
        if (information->si_code <= 0) raise(signal);
        return;
    }
    ucontext_t *host = context;
    struct darwin_mcontext registers;
    registers_to_guest(host, information, &registers);
    struct darwin_ucontext guest_context = {
        .on_stack = (action->flags & DARWIN_SA_ONSTACK) != 0,
        .mask = darwin_mask(&host->uc_sigmask),
        .stack = {.address = (uint64_t)host->uc_stack.ss_sp, .bytes = host->uc_stack.ss_size, .flags = 0},
        .mcontext_bytes = sizeof registers,
        .mcontext = &registers,
    };
    void (*handler)(int, struct darwin_siginfo *, struct darwin_ucontext *) = (void *)action->handler;
    if (action->flags & DARWIN_SA_RESETHAND) action->handler = DEFAULT;
    handler(guest_information.signal, &guest_information, &guest_context);
    registers_to_host(&registers, host);
    errno = saved_errno;
}

/* ---- handlers are installed ---- */

/* Gives a signal of the host the action that stands for those of the guest: SIGSEGV and SIGBUS go together. */
static long install(int signal) {
    const struct darwin_sigaction *guest = &actions[signal];
    int is_fault = signal == DARWIN_SIGSEGV || signal == DARWIN_SIGBUS;
    if (is_fault && guest->handler <= IGNORE) {
        const struct darwin_sigaction *other = &actions[signal == DARWIN_SIGBUS ? DARWIN_SIGSEGV : DARWIN_SIGBUS];
        /* Ours stays for the other one, and looks the guest's up. */
        if (other->handler > IGNORE) return 0;
    }
    struct sigaction host = {.sa_mask = host_mask(guest->mask)};
    if (guest->handler <= IGNORE) {
        host.sa_handler = guest->handler == DEFAULT ? SIG_DFL : SIG_IGN;
    } else {
        host.sa_sigaction = handle;
        host.sa_flags = SA_SIGINFO;
        if (guest->flags & DARWIN_SA_ONSTACK) host.sa_flags |= SA_ONSTACK;
        if (guest->flags & DARWIN_SA_RESTART) host.sa_flags |= SA_RESTART;
        if (guest->flags & DARWIN_SA_NODEFER) host.sa_flags |= SA_NODEFER;
        if (guest->flags & DARWIN_SA_NOCLDSTOP) host.sa_flags |= SA_NOCLDSTOP;
    }
    if (is_fault) {
        sigaddset(&host.sa_mask, SIGSEGV);
        sigaddset(&host.sa_mask, SIGBUS);
        if (sigaction(signal == DARWIN_SIGBUS ? SIGSEGV : SIGBUS, &host, NULL) != 0) return -1;
    }
    return sigaction(TO_HOST[signal], &host, NULL);
}

static long darwin_sigaction(int signal, const struct darwin_sigaction *new, struct darwin_sigaction *old) {
    int host = host_signal(signal);
    if (!host || (new && (host == SIGKILL || host == SIGSTOP))) return darwin_fail(DARWIN_EINVAL);
    struct darwin_sigaction before = actions[signal];
    if (old) *old = before;
    if (!new) return 0;
    actions[signal] = *new;
    long result = install(signal);
    if (result != 0) actions[signal] = before;
    return darwin_result(result);
}

static long darwin_sigaltstack(const struct darwin_stack *new, struct darwin_stack *old) {
    stack_t host, host_old;
    if (new) {
        if (new->flags & ~DARWIN_SS_DISABLE) return darwin_fail(DARWIN_EINVAL);
        int is_off = (new->flags & DARWIN_SS_DISABLE) != 0;
        if (!is_off && new->bytes < DARWIN_MINSIGSTKSZ) return darwin_fail(DARWIN_ENOMEM);
        host = (stack_t){.ss_sp = (void *)new->address, .ss_size = new->bytes, .ss_flags = is_off ? SS_DISABLE : 0};
    }
    if (sigaltstack(new ? &host : NULL, &host_old) != 0) return darwin_result(-1);
    if (old) {
        int flags = host_old.ss_flags & SS_DISABLE ? DARWIN_SS_DISABLE : host_old.ss_flags & SS_ONSTACK ? DARWIN_SS_ONSTACK : 0;
        *old = (struct darwin_stack){.address = (uint64_t)host_old.ss_sp, .bytes = host_old.ss_size, .flags = flags};
    }
    return 0;
}

static long darwin_sigprocmask(int how, const uint32_t *new, uint32_t *old) {
    static const int HOW[] = {-1, SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK};
    sigset_t host, host_old;
    if (new && (how < 1 || how > 3)) return darwin_fail(DARWIN_EINVAL);
    if (new) host = host_mask(*new);
    if (sigprocmask(new ? HOW[how] : SIG_BLOCK, new ? &host : NULL, &host_old) != 0) return darwin_result(-1);
    if (old) *old = darwin_mask(&host_old);
    return 0;
}

static long darwin_kill(int process, int signal) {
    int host = host_signal(signal);
    if (signal != 0 && !host) return darwin_fail(DARWIN_EINVAL);
    return darwin_result(kill(process, host));
}

static long darwin_raise(int signal) {
    return darwin_kill(getpid(), signal);
}

static long darwin_pthread_self(void) {
    return (long)pthread_self();
}

static long darwin_pthread_kill(long thread, int signal) {
    int host = host_signal(signal);
    return signal != 0 && !host ? DARWIN_EINVAL : pthread_kill((pthread_t)thread, host);
}

const struct binding bindings_signals[] = {
    {"_sigaction", darwin_sigaction},
    {"_sigaltstack", darwin_sigaltstack},
    {"_sigprocmask", darwin_sigprocmask},
    {"_pthread_sigmask", darwin_sigprocmask},
    {"_pthread_self", darwin_pthread_self},
    {"_pthread_kill", darwin_pthread_kill},
    {"_kill", darwin_kill},
    {"_raise", darwin_raise},
    {NULL, NULL},
};
