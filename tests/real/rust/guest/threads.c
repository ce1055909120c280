/* Rust's standard library counts on a C library with POSIX threads that cannot be made; the one of Debian 12 is older and has
   none at all. Here nothing but the creation can be reached: it says that there are no threads. */

#include <errno.h>

int pthread_attr_init(void *attributes) {
    return 0;
}

int pthread_attr_setstacksize(void *attributes, unsigned long size) {
    return 0;
}

int pthread_attr_destroy(void *attributes) {
    return 0;
}

int pthread_create(void *thread, const void *attributes, void *(*start)(void *), void *argument) {
    return ENOTSUP;
}

int pthread_detach(void *thread) {
    return 0;
}

int pthread_join(void *thread, void **result) {
    return 0;
}
