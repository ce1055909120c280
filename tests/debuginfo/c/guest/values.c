// The C program of most sessions: one value of each kind of type, a list, and functions to step through. Sessions name
// its lines, so a line that is added or removed moves them.
#include <stdio.h>
#include <string.h>

enum color { RED, GREEN = 5, BLUE };

enum permission { READ = 1, WRITE = 2, EXECUTE = 4 };

struct node {
    int value;
    struct node *next;
    const char *name;
    short tags[3];
};

struct flags {
    unsigned ready : 1;
    int level : 5;
    unsigned kind : 10;
    enum color color : 8;
};

union number {
    int whole;
    float real;
    unsigned char bytes[4];
};

struct tree {
    int key;
    struct tree *left, *right;
};

typedef int (*operation)(int, int);

struct button {
    const char *label;
    operation action;
    struct {
        short x, y;
    } position;
};

static struct node third = {9, NULL, "gamma", {7, 8, 9}};
static struct node second = {8, &third, "beta", {4, 5, 6}};
static struct node first = {7, &second, "alpha", {1, 2, 3}};
static struct node *table[4] = {&first, &second, &third, NULL};
const char *words[] = {"one", "two", "three"};
int counter = 41;
static int *counter_pointer = &counter;
static const double ratio = 0.75;

static int add(int a, int b) {
    int sum = a + b;
    return sum;
}

static int multiply(int a, int b) {
    int product = a * b;
    return product;
}

static int apply(operation what, int a, int b) {
    int result = what(a, b);
    return result;
}

int factorial(int n) {
    if (n <= 1)
        return 1;
    return n * factorial(n - 1);
}

static struct node *find(struct node *head, int value) {
    struct node *found = NULL;
    for (struct node *here = head; here; here = here->next) {
        if (here->value == value)
            found = here;
    }
    return found;
}

static int bump(struct node *head, int by) {
    int old = head->value;
    head->value += by;
    counter++;
    return old;
}

static int loop(int times) {
    int total = 0;
    for (int i = 0; i < times; i++) {
        int square = i * i;
        total += square;
    }
    return total;
}

static inline __attribute__((always_inline)) int twice(int n) {
    int doubled = n + n;
    return doubled;
}

static int calls_inline(int n) {
    int before = n + 1;
    int after = twice(before);
    return after;
}

static int shadow(int value) {
    int result = value;
    {
        int value = 100;
        result += value;
    }
    return result;
}

static int static_local(void) {
    static int calls = 10;
    calls += 1;
    return calls;
}

static struct button make_button(const char *label, operation action) {
    struct button made = {label, action, {3, -4}};
    return made;
}

static int aggregates(void) {
    struct flags flags = {1, -3, 600, BLUE};
    union number number = {.real = 1.5f};
    struct tree left = {1, NULL, NULL}, right = {3, NULL, NULL}, root = {2, &left, &right};
    struct tree *top = &root, **handle = &top;
    int matrix[2][3] = {{1, 2, 3}, {4, 5, 6}};
    char text[12] = "buffer";
    enum permission rights = READ | EXECUTE;
    enum color favorite = GREEN;
    struct button button = make_button("ok", add);
    operation operations[2] = {add, multiply};
    (*handle)->key = 20;
    return flags.level + number.whole + top->key + matrix[1][2] + text[0] + (int)rights + (int)favorite +
           button.action(1, 2) + operations[1](3, 4);
}

static int scalars(void) {
    signed char small = -5;
    unsigned char byte = 200;
    short half = -30000;
    unsigned word = 4000000000u;
    long long wide = -1234567890123456789LL;
    unsigned long long huge = 18446744073709551615ULL;
    float single = 0.5f;
    double real = 3.25;
    char letter = 'x';
    _Bool yes = 1;
    int *pointer = &counter;
    int **nested = &pointer;
    **nested += 1;
    return small + byte + half + (int)word + (int)wide + (int)huge + (int)single + (int)real + letter + yes + *pointer;
}

int main(void) {
    struct node *head = &first;
    int total = add(2, 3);
    total += apply(multiply, 4, 5);
    total += factorial(4);
    struct node *found = find(head, 9);
    total += bump(head, 3);
    total += bump(found, 1);
    total += loop(4);
    total += calls_inline(6);
    total += shadow(7);
    total += static_local() + static_local();
    total += aggregates() != 0;
    total += scalars() != 0;
    total += table[2]->value + *counter_pointer + (int)strlen(words[1]) + (int)(ratio * 4);
    printf("%d\n", total);
    return 0;
}
