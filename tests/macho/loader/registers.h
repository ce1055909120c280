/* The registers of an interrupted program, between the signal frames of the two systems. One file for each processor. */
#ifndef REGISTERS_H
#define REGISTERS_H

#include <signal.h>
#include <ucontext.h>

#include "darwin.h"

/* What the guest's handler is shown. */
void registers_to_guest(const ucontext_t *host, const siginfo_t *information, struct darwin_mcontext *guest);

/* What the guest's handler has changed takes effect when it returns. */
void registers_to_host(const struct darwin_mcontext *guest, ucontext_t *host);

#endif
