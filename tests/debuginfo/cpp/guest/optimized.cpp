// A C++ program for the optimizer: a class with methods that are inlined, a template, statics.
#include <cstdio>

#define KEPT __attribute__((noinline))

namespace bank {

struct Account {
    int number;
    int balance;
    static int changes;

    void change(int amount) {
        balance += amount;
        changes++;
    }
};

int Account::changes = 0;

static Account accounts[3] = {{1, 100}, {2, 200}, {3, 300}};
volatile int observed;

template <typename T> KEPT T largest(const T *values, int count) {
    T result = values[0];
    for (int i = 1; i < count; i++) {
        observed = i;
        if (values[i] > result)
            result = values[i];
    }
    return result;
}

KEPT void transfer(Account &from, Account &to, int amount) {
    from.change(-amount);
    to.change(amount);
    observed = amount;
}

} // namespace bank

static const int numbers[] = {3, 9, 4};
static const double reals[] = {2.5, 1.5};

int main() {
    bank::transfer(bank::accounts[0], bank::accounts[2], 50);
    bank::transfer(bank::accounts[1], bank::accounts[2], 25);
    int sum = bank::largest(numbers, 3) + static_cast<int>(bank::largest(reals, 2));
    std::printf("%d\n", sum);
    return 0;
}
