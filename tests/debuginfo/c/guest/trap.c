// A trap a few calls deep. The value that causes it comes along in arguments and in a structure.
#include <stdio.h>

struct request {
    const char *name;
    int amount;
    struct request *parent;
};

static int checks;

static int check(const struct request *request, int limit) {
    checks++;
    if (request->amount > limit)
        __builtin_trap();
    return request->amount;
}

static int walk(const struct request *request, int limit) {
    int sum = 0;
    for (; request; request = request->parent)
        sum += check(request, limit);
    return sum;
}

int main(int argc, char **argv) {
    struct request outer = {argv[argc] ? "none" : "outer", 900, NULL};
    struct request inner = {"inner", 20, &outer};
    int sum = walk(&inner, 100);
    printf("%d\n", sum);
    return 0;
}
