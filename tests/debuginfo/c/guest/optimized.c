// A program for the optimizer: functions that are inlined, functions that must not be, values that live in registers.
#include <stdio.h>
#include <stdlib.h>

#define KEPT __attribute__((noinline))

struct point {
    int x, y;
};

struct shape {
    const char *name;
    struct point *points;
    int count;
};

static struct point corners[4] = {{0, 0}, {30, 0}, {30, 40}, {0, 40}};
static struct shape rectangle = {"rectangle", corners, 4};
volatile int sink;

static inline int square(int n) {
    sink = n;
    return n * n;
}

static inline int distance(const struct point *a, const struct point *b) {
    int dx = a->x - b->x;
    int dy = a->y - b->y;
    return square(dx) + square(dy);
}

KEPT int perimeter(const struct shape *shape) {
    int sum = 0;
    for (int i = 0; i < shape->count; i++)
        sum += distance(&shape->points[i], &shape->points[(i + 1) % shape->count]);
    return sum;
}

KEPT void move(struct point *point, int x, int y) {
    point->x += x;
    point->y += y;
}

KEPT int deep(int n) {
    if (n == 0)
        return sink;
    return deep(n - 1) * 3 + n;
}

KEPT void stop(int code, const char *why) {
    sink = code;
    puts(why);
}

int main(void) {
    move(&corners[2], 1, 2);
    int total = perimeter(&rectangle);
    total += deep(3);
    stop(total, "done");
    return 0;
}
