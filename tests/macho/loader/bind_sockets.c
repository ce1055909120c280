/* Sockets that a program inherits, and waiting for descriptors. Making sockets of its own is nothing that a guest can. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "darwin.h"
#include "loader.h"

static const struct {
    int darwin, host;
} MESSAGE_FLAGS[] = {
    {0x1, MSG_OOB},   {0x2, MSG_PEEK},    {0x4, MSG_DONTROUTE}, {0x8, MSG_EOR},
    {0x10, MSG_TRUNC}, {0x20, MSG_CTRUNC}, {0x40, MSG_WAITALL},  {0x80, MSG_DONTWAIT},
};

static int host_message_flags(int flags) {
    int host = 0, known = 0;
    for (size_t index = 0; index < sizeof MESSAGE_FLAGS / sizeof *MESSAGE_FLAGS; index++) {
        known |= MESSAGE_FLAGS[index].darwin;
        if (flags & MESSAGE_FLAGS[index].darwin) host |= MESSAGE_FLAGS[index].host;
    }
    if (flags & ~known) give_up("send or recv: unknown flags %#x", flags & ~known);
    return host;
}

static int darwin_message_flags(int flags) {
    int darwin = 0;
    for (size_t index = 0; index < sizeof MESSAGE_FLAGS / sizeof *MESSAGE_FLAGS; index++)
        if (flags & MESSAGE_FLAGS[index].host) darwin |= MESSAGE_FLAGS[index].darwin;
    return darwin;
}

/* The guest's form of an address: a length before the family, and another number for IPv6. */
static void give_address(const struct sockaddr_storage *host, socklen_t host_bytes, struct darwin_sockaddr *address, uint32_t *bytes) {
    if (!address || !bytes) return;
    struct sockaddr_storage copy = *host;
    struct darwin_sockaddr *head = (void *)&copy;
    head->bytes = (uint8_t)host_bytes;
    head->family = (uint8_t)(host->ss_family == AF_INET6 ? 30 : host->ss_family);
    memcpy(address, &copy, *bytes < host_bytes ? *bytes : host_bytes);
    *bytes = host_bytes;
}

static long darwin_accept(int socket, struct darwin_sockaddr *address, uint32_t *bytes) {
    struct sockaddr_storage host;
    socklen_t host_bytes = sizeof host;
    memset(&host, 0, sizeof host);
    long accepted = accept(socket, (struct sockaddr *)&host, &host_bytes);
    if (accepted >= 0) {
        give_address(&host, host_bytes, address, bytes);
        /* Unlike here, the new descriptor does not block if the listening one does not. */
        int flags = fcntl(socket, F_GETFL);
        if (flags & O_NONBLOCK) fcntl((int)accepted, F_SETFL, fcntl((int)accepted, F_GETFL) | O_NONBLOCK);
    }
    return darwin_result(accepted);
}

static long darwin_recvfrom(
    int socket, void *buffer, size_t bytes, int flags, struct darwin_sockaddr *address, uint32_t *address_bytes) {
    struct sockaddr_storage host;
    socklen_t host_bytes = sizeof host;
    memset(&host, 0, sizeof host);
    long received = recvfrom(socket, buffer, bytes, host_message_flags(flags), (struct sockaddr *)&host, &host_bytes);
    if (received >= 0) give_address(&host, host_bytes, address, address_bytes);
    return darwin_result(received);
}

static long darwin_recv(int socket, void *buffer, size_t bytes, int flags) {
    return darwin_result(recv(socket, buffer, bytes, host_message_flags(flags)));
}

static long darwin_send(int socket, const void *buffer, size_t bytes, int flags) {
    return darwin_result(send(socket, buffer, bytes, host_message_flags(flags)));
}

/* Without control data, of which a guest of WASI knows nothing. */
static struct msghdr host_message(const struct darwin_msghdr *message) {
    if (message->control_bytes) give_up("a message with control data");
    return (struct msghdr){.msg_iov = message->vectors, .msg_iovlen = (size_t)message->vector_count};
}

static long darwin_sendmsg(int socket, const struct darwin_msghdr *message, int flags) {
    if (message->name_bytes) give_up("a message to an address");
    struct msghdr host = host_message(message);
    return darwin_result(sendmsg(socket, &host, host_message_flags(flags)));
}

static long darwin_recvmsg(int socket, struct darwin_msghdr *message, int flags) {
    struct sockaddr_storage from;
    struct msghdr host = host_message(message);
    memset(&from, 0, sizeof from);
    host.msg_name = &from;
    host.msg_namelen = sizeof from;
    long received = recvmsg(socket, &host, host_message_flags(flags));
    if (received < 0) return darwin_result(received);
    if (message->name) give_address(&from, host.msg_namelen, message->name, &message->name_bytes);
    message->flags = darwin_message_flags(host.msg_flags);
    return received;
}

static long darwin_shutdown(int socket, int how) {
    return darwin_result(shutdown(socket, how));
}

static long darwin_getsockopt(int socket, int level, int option, void *value, uint32_t *bytes) {
    enum { SOL_SOCKET_DARWIN = 0xffff, SO_ACCEPTCONN_DARWIN = 0x2, SO_ERROR_DARWIN = 0x1007, SO_TYPE_DARWIN = 0x1008 };
    if (level != SOL_SOCKET_DARWIN) give_up("getsockopt: unknown level %d", level);
    int host;
    switch (option) {
    case SO_ACCEPTCONN_DARWIN: host = SO_ACCEPTCONN; break;
    case SO_ERROR_DARWIN: host = SO_ERROR; break;
    case SO_TYPE_DARWIN: host = SO_TYPE; break;
    default: give_up("getsockopt: unknown option %#x", option);
    }
    long result = darwin_result(getsockopt(socket, SOL_SOCKET, host, value, bytes));
    if (result == 0 && host == SO_ERROR && *(int *)value) *(int *)value = darwin_error_of(*(int *)value);
    return result;
}

/* ---- poll: the bits below 0x100 agree but for POLLWRNORM, which is POLLOUT there ---- */

static long darwin_poll(struct pollfd *descriptors, uint32_t count, int milliseconds) {
    enum { KNOWN = POLLIN | POLLPRI | POLLOUT | POLLERR | POLLHUP | POLLNVAL | POLLRDNORM | POLLRDBAND };
    for (uint32_t index = 0; index < count; index++)
        if (descriptors[index].events & ~KNOWN) give_up("poll: unknown events %#x", descriptors[index].events);
    return darwin_result(poll(descriptors, count, milliseconds));
}

const struct binding bindings_sockets[] = {
    {"_accept", darwin_accept},
    {"_recvfrom", darwin_recvfrom},
    {"_recv", darwin_recv},
    {"_send", darwin_send},
    {"_sendmsg", darwin_sendmsg},
    {"_recvmsg", darwin_recvmsg},
    {"_shutdown", darwin_shutdown},
    {"_getsockopt", darwin_getsockopt},
    {"_poll", darwin_poll},
    {NULL, NULL},
};
