/* Faults on an alternate stack: their numbers, their addresses, the registers, going on after them, and dying of them. */
#include "darwin_sdk.h"

static char stack[65536] __attribute__((aligned(16)));
static int volatile signal_seen, code_seen, was_on_stack;
static void *volatile address_seen;
static u64 volatile pc_seen;

/* Notes what it is shown, and goes on behind the instruction, whose length the fault's place tells. */
static u64 volatile skip_bytes;

static void handler(int signal, siginfo_t *information, ucontext_t *context) {
    char here;
    signal_seen = signal;
    code_seen = information->si_code;
    address_seen = information->si_addr;
    pc_seen = context->uc_mcontext->pc;
    was_on_stack = &here > stack && &here < stack + sizeof stack;
    CHECK(information->si_signo == signal && context->uc_mcsize >= sizeof(struct mcontext));
    context->uc_mcontext->pc += skip_bytes;
}

/* A store and an undefined instruction at known places, of known lengths. */
void store_to(void *address);
void undefined(void);
#if defined(__x86_64__)
enum { STORE_BYTES = 3, UNDEFINED_BYTES = 2 };
__asm(".text\n_store_to: movb $1, (%rdi)\n ret\n_undefined: ud2\n ret\n");
#else
enum { STORE_BYTES = 4, UNDEFINED_BYTES = 4 };
__asm(".text\n.p2align 2\n_store_to: strb w0, [x0]\n ret\n_undefined: .long 0x0000c11f\n ret\n");
#endif

static void expect_store_fault(char *address, int signal) {
    signal_seen = 0;
    skip_bytes = STORE_BYTES;
    store_to(address);
    CHECK(signal_seen == signal && address_seen == address && pc_seen == (u64)store_to && was_on_stack && code_seen == 1);
}

int main(int argc, char **argv) {
    struct sigaction action = {handler, 1u << (SIGSEGV - 1) | 1u << (SIGBUS - 1), SA_SIGINFO | SA_ONSTACK}, old;
    stack_t alternate = {stack, sizeof stack, 0}, small = {stack, 4096, 0};
    (void)argv;
    CHECK(sigaltstack(&small, 0) == -1 && sigaltstack(&alternate, 0) == 0);
    CHECK(sigaction(SIGSEGV, &action, 0) == 0 && sigaction(SIGBUS, &action, &old) == 0 && old.handler == 0);
    CHECK(sigaction(SIGILL, &action, 0) == 0 && sigaction(SIGILL, 0, &old) == 0 && old.handler == handler);

    char *page = mmap(0, 65536, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
    expect_store_fault(page + 5, SIGBUS);
    CHECK(munmap(page, 65536) == 0);
    expect_store_fault(page + 6, SIGSEGV);
    skip_bytes = UNDEFINED_BYTES;
    undefined();
    CHECK(signal_seen == SIGILL && pc_seen == (u64)undefined && address_seen == (void *)undefined && was_on_stack);
    skip_bytes = 0;
    CHECK(kill(getpid(), SIGSEGV) == 0 && signal_seen == SIGSEGV && address_seen != page + 6);
    say("faults: all as expected\n");

    /* With an argument: the default action of the signal that it is, although the other one is handled. */
    if (argc > 1) {
        action.handler = 0;
        CHECK(sigaction(SIGBUS, &action, 0) == 0);
        page = mmap(0, 65536, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
        store_to(page);
        say("it went on\n");
    }
    return 0;
}
