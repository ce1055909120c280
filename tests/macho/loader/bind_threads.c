/* Threads, mutexes and conditions (pthread.h). The guest's mutexes and conditions are memory of macOS's form, of which only the
 * signature of the static initializer is looked at: each has one of the host's, found by its address. */
#include <errno.h>
#include <pthread.h>
#include <time.h>

#include "darwin.h"
#include "loader.h"

/* pthread_impl.h: the first word of what PTHREAD_MUTEX_INITIALIZER and PTHREAD_COND_INITIALIZER give. */
static const uint64_t MUTEX_SIGNATURE = 0x32AAABA7, CONDITION_SIGNATURE = 0x3CB0B1BB;

struct twin {
    const uint64_t *guest;
    union {
        pthread_mutex_t mutex;
        pthread_cond_t condition;
    };
};

enum { TWINS_MAX = 1024 };
static struct twin twins[TWINS_MAX];
static pthread_mutex_t twins_lock = PTHREAD_MUTEX_INITIALIZER;

static struct twin *twin_of(const uint64_t *guest, uint64_t signature) {
    if (*guest != signature) give_up("a mutex or condition that was not initialized: %#llx", (unsigned long long)*guest);
    pthread_mutex_lock(&twins_lock);
    struct twin *twin = twins;
    while (twin < twins + TWINS_MAX && twin->guest && twin->guest != guest) twin++;
    if (twin == twins + TWINS_MAX) give_up("more than %d mutexes and conditions", TWINS_MAX);
    if (!twin->guest) {
        twin->guest = guest;
        if (signature == MUTEX_SIGNATURE) pthread_mutex_init(&twin->mutex, NULL);
        else pthread_cond_init(&twin->condition, NULL);
    }
    pthread_mutex_unlock(&twins_lock);
    return twin;
}

static pthread_mutex_t *mutex_of(const uint64_t *guest) {
    return &twin_of(guest, MUTEX_SIGNATURE)->mutex;
}

static pthread_cond_t *condition_of(const uint64_t *guest) {
    return &twin_of(guest, CONDITION_SIGNATURE)->condition;
}

/* These functions return their error, and leave errno alone. */
static int result(int error) {
    return error ? darwin_error_of(error) : 0;
}

static int darwin_mutex_lock(uint64_t *mutex) {
    return result(pthread_mutex_lock(mutex_of(mutex)));
}

static int darwin_mutex_unlock(uint64_t *mutex) {
    return result(pthread_mutex_unlock(mutex_of(mutex)));
}

static int darwin_cond_wait(uint64_t *condition, uint64_t *mutex) {
    return result(pthread_cond_wait(condition_of(condition), mutex_of(mutex)));
}

static int darwin_cond_timedwait_relative(uint64_t *condition, uint64_t *mutex, const struct timespec *time) {
    struct timespec end;
    if (clock_gettime(CLOCK_REALTIME, &end) != 0) return darwin_error_of(errno);
    end.tv_sec += time->tv_sec;
    end.tv_nsec += time->tv_nsec;
    if (end.tv_nsec >= 1000000000) {
        end.tv_sec++;
        end.tv_nsec -= 1000000000;
    }
    return result(pthread_cond_timedwait(condition_of(condition), mutex_of(mutex), &end));
}

static int darwin_cond_broadcast(uint64_t *condition) {
    return result(pthread_cond_broadcast(condition_of(condition)));
}

static int darwin_create(uint64_t *thread, const void *attributes, void *(*function)(void *), void *argument) {
    if (attributes) give_up("pthread_create with attributes");
    pthread_t host;
    int error = pthread_create(&host, NULL, function, argument);
    if (error) return darwin_error_of(error);
    *thread = (uint64_t)host;
    return 0;
}

static int darwin_detach(uint64_t thread) {
    return result(pthread_detach((pthread_t)thread));
}

const struct binding bindings_threads[] = {
    {"_pthread_mutex_lock", darwin_mutex_lock},
    {"_pthread_mutex_unlock", darwin_mutex_unlock},
    {"_pthread_cond_wait", darwin_cond_wait},
    {"_pthread_cond_timedwait_relative_np", darwin_cond_timedwait_relative},
    {"_pthread_cond_broadcast", darwin_cond_broadcast},
    {"_pthread_create", darwin_create},
    {"_pthread_detach", darwin_detach},
    {NULL, NULL},
};
