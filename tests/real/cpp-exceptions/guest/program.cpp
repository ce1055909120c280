// C++ exceptions: what is caught by which handler, what is destroyed on the way and in which order, what the standard library
// throws; and C's setjmp and longjmp, which are exceptions for WebAssembly too.

#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <typeinfo>
#include <variant>
#include <vector>

namespace {

// Says when it goes, and how many exceptions are on their way then.
struct Loud {
    const char *name;
    explicit Loud(const char *name) : name(name) {}
    Loud(const Loud &) = delete;
    ~Loud() { std::printf("  ~%s %d\n", name, std::uncaught_exceptions()); }
};

struct Base {
    int code;
    explicit Base(int code) : code(code) {}
    Base(const Base &other) : code(other.code + 100) {}
    virtual ~Base() = default;
    virtual const char *name() const { return "Base"; }
};
struct Left : virtual Base {
    explicit Left(int code) : Base(code) {}
    const char *name() const override { return "Left"; }
};
struct Right : virtual Base {
    explicit Right(int code) : Base(code) {}
};
struct Both final : Left, Right {
    std::string text = "a text long enough to be on the heap, not in the object itself";
    explicit Both(int code) : Base(code), Left(code), Right(code) {}
    const char *name() const override { return "Both"; }
};
struct Twice : std::logic_error, std::bad_alloc {
    Twice() : std::logic_error("ambiguous") {}
    const char *what() const noexcept override { return "twice an exception"; }
};
struct Wide {
    std::array<long long, 40> values{};
};

[[gnu::noinline]] void raise(int kind) {
    switch (kind) {
    case 0: throw 42;
    case 1: throw 4.25;
    case 2: throw "a literal";
    case 3: throw std::string("a string");
    case 4: throw Left(4);
    case 5: throw Both(5);
    case 6: throw static_cast<const Base *>(new Both(6));
    case 7: throw Twice();
    case 8: throw Wide{{1, 2, 3}};
    case 9: throw nullptr;
    case 10: throw &raise;
    case 11: throw std::runtime_error("a runtime error");
    case 12: throw static_cast<unsigned char>(200);
    default: std::printf("  nothing thrown\n");
    }
}

void which_handler() {
    std::puts("which handler:");
    for (int kind = 0; kind <= 13; kind++) {
        try {
            Loud loud("which");
            raise(kind);
        } catch (unsigned value) {
            std::printf("  unsigned %u\n", value);
        } catch (int value) {
            std::printf("  int %d\n", value);
        } catch (const double &value) {
            std::printf("  double %g\n", value);
        } catch (const std::string &value) {
            std::printf("  string %s\n", value.c_str());
        } catch (const Right &value) {
            std::printf("  Right %s %d\n", value.name(), value.code);
        } catch (Base value) {
            std::printf("  Base by value %s %d\n", value.name(), value.code);
        } catch (const Base *value) {
            std::printf("  Base by pointer %s\n", value ? value->name() : "none");
            delete value;
        } catch (const std::exception &error) {
            std::printf("  exception %s\n", error.what());
        } catch (Wide &wide) {
            std::printf("  wide %lld %lld\n", wide.values[2], wide.values[39]);
        } catch (void (*function)(int)) {
            std::printf("  function %d\n", function == &raise);
        } catch (const char *text) {
            std::printf("  text %s\n", text ? text : "none");
        } catch (...) {
            std::puts("  something else");
        }
    }
}

struct Part {
    const char *name;
    Part(const char *name, bool fail) : name(name) {
        if (fail) throw std::runtime_error(name);
    }
    ~Part() { std::printf("  ~Part %s\n", name); }
};

// A constructor that fails takes back what it has made; its handler sees it afterwards.
struct Whole : Part {
    Part first, second;
    std::vector<int> numbers = std::vector<int>(100, 7);
    Part third;
    explicit Whole(int fail) try : Part("base", fail == 0), first("first", fail == 1), second("second", fail == 2), third("third", fail == 3) {
        if (fail == 4) throw std::runtime_error("body");
        std::puts("  whole");
    } catch (std::exception &error) {
        std::printf("  in the constructor's handler: %s\n", error.what());
        throw std::invalid_argument(std::string("not whole: ") + error.what());
    }
};

void construction() {
    std::puts("construction:");
    for (int fail = 0; fail <= 5; fail++) {
        try {
            auto whole = std::make_unique<Whole>(fail);
        } catch (const std::invalid_argument &error) {
            std::printf("  %s\n", error.what());
        }
    }
    struct Item {
        int number;
        explicit Item(int number) : number(number) {}
        Item(const Item &other) : number(other.number) {
            if (number == 3) throw number;
        }
        ~Item() { std::printf("  ~Item %d\n", number); }
    };
    std::vector<Item> items;
    items.reserve(4);
    for (int number = 0; number < 4; number++) items.emplace_back(number);
    try {
        items.emplace_back(4);
    } catch (int number) {
        std::printf("  growth failed at %d, %zu are left\n", number, items.size());
    }
    try {
        new Item[3]{Item(10), Item(11), items[3]};
    } catch (int number) {
        std::printf("  array failed at %d\n", number);
    }
}

void nest(int depth) {
    try {
        Loud loud("level");
        if (depth == 0) throw std::out_of_range("the bottom");
        nest(depth - 1);
    } catch (...) {
        std::throw_with_nested(std::runtime_error("level " + std::to_string(depth)));
    }
}

void tell(const std::exception &error, int indent) {
    std::printf("  %*s%s\n", indent, "", error.what());
    try {
        std::rethrow_if_nested(error);
    } catch (const std::exception &inner) {
        tell(inner, indent + 1);
    }
}

void again() {
    std::puts("again:");
    try {
        try {
            raise(5);
        } catch (Base &base) {
            base.code = 77;
            Loud loud("handler");
            throw;
        }
    } catch (const Both &both) {
        std::printf("  %d %zu\n", both.code, both.text.size());
    }
    try {
        nest(4);
    } catch (const std::exception &error) {
        tell(error, 0);
    }
    std::vector<std::exception_ptr> kept;
    for (int kind : {0, 3, 5, 11}) {
        try {
            raise(kind);
        } catch (...) {
            kept.push_back(std::current_exception());
        }
    }
    for (int turn = 0; turn < 2; turn++) {
        for (const auto &one : kept) {
            try {
                std::rethrow_exception(one);
            } catch (int &value) {
                std::printf("  int %d\n", value++);
            } catch (Both &both) {
                std::printf("  Both %d\n", both.code++);
            } catch (const std::string &text) {
                std::printf("  %s\n", text.c_str());
            } catch (const std::exception &error) {
                std::printf("  %s\n", error.what());
            }
        }
    }
    try {
        try {
            throw 1;
        } catch (int first) {
            try {
                Loud loud("between");
                throw first + 1;
            } catch (int second) {
                std::printf("  %d inside %d\n", second, first);
                throw std::to_string(second * 10);
            }
        }
    } catch (const std::string &text) {
        std::printf("  %s %d\n", text.c_str(), std::uncaught_exceptions());
    }
    struct Throws {
        ~Throws() noexcept(false) {
            if (std::uncaught_exceptions() == 0) throw std::runtime_error("from a destructor");
        }
    };
    try {
        Loud loud("beside");
        Throws throws;
    } catch (const std::runtime_error &error) {
        std::printf("  %s\n", error.what());
    }
    struct Cleans {
        ~Cleans() {
            try {
                raise(1);
            } catch (double value) {
                std::printf("  caught %g while %d are on their way\n", value, std::uncaught_exceptions());
            }
        }
    };
    try {
        Cleans cleans;
        raise(0);
    } catch (int value) {
        std::printf("  %d\n", value);
    }
}

template <typename Work> void attempt(const char *title, Work work) {
    try {
        work();
        std::printf("  %s: nothing\n", title);
    } catch (const std::system_error &error) {
        std::printf("  %s: %s %d\n", title, error.code().category().name(), error.code().value());
    } catch (const std::exception &error) {
        std::printf("  %s: %s\n", title, error.what());
    }
}

[[gnu::noinline]] const char *dynamic_type(Base *base) { return typeid(*base).name(); }

void library() {
    std::puts("library:");
    std::string text = "text";
    attempt("at", [&] { std::printf("%c\n", text.at(7)); });
    attempt("substr", [&] { std::puts(text.substr(5).c_str()); });
    attempt("stoi", [&] { std::printf("%d\n", std::stoi("none")); });
    attempt("stoi", [&] { std::printf("%d\n", std::stoi("99999999999")); });
    attempt("length", [&] { text.resize(text.max_size() + 1); });
    attempt("vector", [] { std::vector<int>{1, 2}.at(2) = 1; });
    attempt("huge", [] { std::vector<char> huge(0x7fff0000); std::printf("%d\n", huge[1]); });
    attempt("new", [] { std::free(::operator new(0xffff0000)); });
    attempt("nothrow", [] { std::printf("  %d\n", ::operator new(0xffff0000, std::nothrow) == nullptr); });
    attempt("optional", [] { std::printf("%d\n", std::optional<int>().value()); });
    attempt("variant", [] { std::printf("%d\n", std::get<int>(std::variant<int, double>(1.5))); });
    attempt("function", [] { std::function<void()>()(); });
    attempt("cast", [] { Left left(1); Base &base = left; std::printf("%d\n", dynamic_cast<Both &>(base).code); });
    attempt("typeid", [] { std::puts(dynamic_type(nullptr)); });
    attempt("weak", [] { std::shared_ptr<int>(std::weak_ptr<int>()); });
    attempt("system", [] { throw std::system_error(std::make_error_code(std::errc::no_space_on_device), "disk"); });
}

int compare(const void *left, const void *right) {
    int a = *static_cast<const int *>(left), b = *static_cast<const int *>(right);
    if (a == 13 || b == 13) throw a * 1000 + b;
    return (a > b) - (a < b);
}

[[gnu::noinline]] int deep(int depth) {
    std::string kept(static_cast<size_t>(depth % 40), 'x');
    if (depth == 0) throw std::length_error("deep");
    int below = deep(depth - 1);
    return below + static_cast<int>(kept.size());
}

void far() {
    std::puts("far:");
    int numbers[] = {5, 3, 9, 13, 1, 7};
    try {
        std::qsort(numbers, 6, sizeof *numbers, compare);
        std::puts("  sorted");
    } catch (int pair) {
        std::printf("  through C: %d\n", pair / 1000 == 13 || pair % 1000 == 13);
    }
    try {
        deep(1500);
    } catch (const std::length_error &error) {
        std::printf("  %s\n", error.what());
    }
    unsigned sum = 0, caught = 0;
    for (unsigned turn = 0; turn < 20000; turn++) {
        try {
            Both both(static_cast<int>(turn));
            if (turn % 3 == 0) throw both;
            if (turn % 5 == 0) throw turn;
            sum += 1;
        } catch (const Left &left) {
            sum = sum * 31 + static_cast<unsigned>(left.code);
            caught++;
        } catch (unsigned value) {
            sum ^= value;
            caught++;
        }
    }
    std::printf("  %u of 20000, %u\n", caught, sum);
}

std::jmp_buf outer, inner;

[[gnu::noinline]] void jump(int depth, std::jmp_buf &target, int value) {
    volatile char frame[64];
    frame[depth % 64] = static_cast<char>(value);
    if (depth == 0) std::longjmp(target, value);
    jump(depth - 1, target, value + frame[(depth + 1) % 64] * 0);
}

void jumps() {
    std::puts("jumps:");
    volatile int turns = 0;
    int value = setjmp(outer);
    std::printf("  arrived with %d\n", value);
    turns = turns + 1;
    if (turns < 4) jump(turns * 10, outer, turns - 1);
    if (setjmp(outer) == 0) {
        int arrived = setjmp(inner);
        if (arrived == 0) jump(3, inner, 5);
        std::printf("  inner %d\n", arrived);
        if (arrived < 8) jump(arrived, inner, arrived + 1);
        jump(2, outer, 9);
    } else {
        std::puts("  outer");
    }
    unsigned volatile sum = 0;
    for (int turn = 0; turn < 10000; turn++) {
        int came = setjmp(inner);
        if (came == 0) jump(turn % 7, inner, turn + 1);
        sum = sum + static_cast<unsigned>(came);
    }
    std::printf("  %u\n", sum);
    try {
        if (int came = setjmp(inner)) throw came;
        jump(1, inner, 33);
    } catch (int came) {
        std::printf("  thrown after a jump: %d\n", came);
    }
    if (setjmp(outer) == 0) {
        try {
            raise(11);
        } catch (const std::exception &error) {
            std::printf("  %s, then a jump\n", error.what());
        }
        jump(4, outer, 1);
    }
    std::puts("  done");
}

} // namespace

int main(int argc, char **argv) {
    const char *how = argc > 1 ? argv[1] : "";
    if (std::strcmp(how, "uncaught") == 0) {
        Loud loud("never");
        raise(11);
    } else if (std::strcmp(how, "noexcept") == 0) {
        try {
            []() noexcept { raise(0); }();
        } catch (int) {
            std::puts("not reached");
        }
    } else if (std::strcmp(how, "exit") == 0) {
        try {
            Loud loud("never");
            throw 7;
        } catch (int status) {
            std::exit(status);
        }
    } else {
        which_handler();
        construction();
        again();
        library();
        far();
        jumps();
    }
    return 0;
}
