/* Signal frames on x86-64. */
#if defined(__x86_64__)
#define _GNU_SOURCE
#include "registers.h"

#include <string.h>

/* The same registers in another order. */
#define EACH_REGISTER(move)                                                                                                  \
    move(rax, REG_RAX) move(rbx, REG_RBX) move(rcx, REG_RCX) move(rdx, REG_RDX) move(rdi, REG_RDI) move(rsi, REG_RSI)        \
    move(rbp, REG_RBP) move(rsp, REG_RSP) move(r8, REG_R8) move(r9, REG_R9) move(r10, REG_R10) move(r11, REG_R11)            \
    move(r12, REG_R12) move(r13, REG_R13) move(r14, REG_R14) move(r15, REG_R15) move(rip, REG_RIP) move(rflags, REG_EFL)

void registers_to_guest(const ucontext_t *host, const siginfo_t *information, struct darwin_mcontext *guest) {
    (void)information;
    memset(guest, 0, sizeof *guest);
    const greg_t *registers = host->uc_mcontext.gregs;
    guest->trap = (uint16_t)registers[REG_TRAPNO];
    guest->error = (uint32_t)registers[REG_ERR];
    guest->fault_address = (uint64_t)registers[REG_CR2];
#define TO_GUEST(name, number) guest->name = (uint64_t)registers[number];
    EACH_REGISTER(TO_GUEST)
    guest->cs = (uint64_t)registers[REG_CSGSFS] & 0xffff;
    /* Both systems keep what FXSAVE writes. */
    if (host->uc_mcontext.fpregs) memcpy(guest->fxsave, host->uc_mcontext.fpregs, sizeof guest->fxsave);
}

void registers_to_host(const struct darwin_mcontext *guest, ucontext_t *host) {
    greg_t *registers = host->uc_mcontext.gregs;
#define TO_HOST(name, number) registers[number] = (greg_t)guest->name;
    EACH_REGISTER(TO_HOST)
    /* The last words of the area belong to the kernel. */
    if (host->uc_mcontext.fpregs) memcpy(host->uc_mcontext.fpregs, guest->fxsave, 416);
}
#endif
