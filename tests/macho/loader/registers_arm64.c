/* Signal frames on arm64. */
#if defined(__aarch64__)
#define _GNU_SOURCE
#include "registers.h"

#include <asm/sigcontext.h>
#include <string.h>

/* The record of this kind among those that the kernel adds to the frame, or null. */
static void *record(const ucontext_t *host, uint32_t magic) {
    const uint8_t *at = (const void *)host->uc_mcontext.__reserved;
    for (;;) {
        const struct _aarch64_ctx *head = (const void *)at;
        if (head->magic == magic) return (void *)at;
        if (head->magic == 0 || head->size == 0) return NULL;
        at += head->size;
    }
}

void registers_to_guest(const ucontext_t *host, const siginfo_t *information, struct darwin_mcontext *guest) {
    memset(guest, 0, sizeof *guest);
    const struct esr_context *syndrome = record(host, ESR_MAGIC);
    const struct fpsimd_context *vectors = record(host, FPSIMD_MAGIC);
    guest->fault_address = (uint64_t)information->si_addr;
    if (syndrome) guest->syndrome = (uint32_t)syndrome->esr;
    memcpy(guest->x, host->uc_mcontext.regs, sizeof guest->x);
    guest->fp = host->uc_mcontext.regs[29];
    guest->lr = host->uc_mcontext.regs[30];
    guest->sp = host->uc_mcontext.sp;
    guest->pc = host->uc_mcontext.pc;
    guest->cpsr = (uint32_t)host->uc_mcontext.pstate;
    if (vectors) {
        memcpy(guest->v, vectors->vregs, sizeof guest->v);
        guest->fpsr = vectors->fpsr;
        guest->fpcr = vectors->fpcr;
    }
}

void registers_to_host(const struct darwin_mcontext *guest, ucontext_t *host) {
    struct fpsimd_context *vectors = record(host, FPSIMD_MAGIC);
    memcpy(host->uc_mcontext.regs, guest->x, sizeof guest->x);
    host->uc_mcontext.regs[29] = guest->fp;
    host->uc_mcontext.regs[30] = guest->lr;
    host->uc_mcontext.sp = guest->sp;
    host->uc_mcontext.pc = guest->pc;
    if (vectors) memcpy(vectors->vregs, guest->v, sizeof guest->v);
}
#endif
