// libc++ without exceptions: streams, containers, algorithms, virtual and template dispatch, destructors in order.
#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <chrono>
#include <complex>
#include <cstdio>
#include <deque>
#include <functional>
#include <iomanip>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

struct Loud {
  explicit Loud(std::string name) : name(std::move(name)) { std::cout << "+" << this->name << ' '; }
  Loud(const Loud &other) : name(other.name + "'") { std::cout << "c" << name << ' '; }
  Loud(Loud &&other) noexcept : name(std::move(other.name)) { std::cout << "m" << name << ' '; }
  ~Loud() { std::cout << "-" << name << ' '; }
  std::string name;
};
static Loud global("global");

struct Animal {
  virtual ~Animal() = default;
  virtual std::string speak() const = 0;
};
struct Named {
  virtual ~Named() = default;
  virtual std::string name() const { return "nobody"; }
  int padding = 7;
};
struct Dog : Animal, Named {
  std::string speak() const override { return name() + " barks"; }
  std::string name() const override { return "Rex"; }
};
struct Puppy final : Dog {
  std::string name() const override { return "Little " + Dog::name(); }
};

template <int N> constexpr long fibonacci = fibonacci<N - 1> + fibonacci<N - 2>;
template <> constexpr long fibonacci<1> = 1;
template <> constexpr long fibonacci<0> = 0;

static void lifetimes() {
  Loud one("one");
  std::vector<Loud> louds;
  louds.reserve(2);
  louds.emplace_back("two");
  louds.push_back(one);
  auto shared = std::make_shared<Loud>("shared");
  std::weak_ptr<Loud> weak = shared;
  std::cout << shared.use_count() << ' ';
  shared.reset();
  std::cout << weak.expired() << ' ';
}

static void dispatch() {
  std::vector<std::unique_ptr<Animal>> animals;
  animals.push_back(std::make_unique<Dog>());
  animals.push_back(std::make_unique<Puppy>());
  for (const auto &animal : animals) {
    const auto *named = dynamic_cast<const Named *>(animal.get());
    std::cout << animal->speak() << ", " << named->name() << named->padding << ", " << (dynamic_cast<const Puppy *>(animal.get()) != nullptr) << "; ";
  }
  std::function<int(int)> factorial = [&](int n) { return n < 2 ? 1 : n * factorial(n - 1); };
  std::variant<int, std::string, double> value = "text";
  auto length = std::visit([](auto &&held) { if constexpr (requires { held.size(); }) return held.size(); else return sizeof held; }, value);
  std::cout << factorial(10) << ' ' << length << ' ' << value.index() << ' ' << fibonacci<45> << '\n';
}

static void containers() {
  std::map<std::string, std::vector<int>> index;
  std::unordered_map<std::string, int> counts;
  std::istringstream words("it was the best of times it was the worst of times");
  int position = 0;
  for (std::string word; words >> word; ++position) index[word].push_back(position), ++counts[word];
  for (const auto &[word, positions] : index) {
    std::cout << word << counts[word] << ':';
    for (int p : positions) std::cout << p << (p == positions.back() ? ' ' : ',');
  }
  std::cout << '\n';
  std::priority_queue<int, std::vector<int>, std::greater<>> queue;
  std::deque<int> deque;
  std::set<std::pair<int, char>> set;
  std::mt19937 generator(42);
  for (int i = 0; i < 1000; ++i) {
    int number = static_cast<int>(generator() % 1000);
    queue.push(number);
    i % 2 ? deque.push_front(number) : deque.push_back(number);
    set.emplace(number % 50, static_cast<char>('a' + number % 26));
  }
  std::list<int> list(deque.begin(), deque.end());
  list.sort();
  list.unique();
  std::stable_sort(deque.begin(), deque.end(), [](int a, int b) { return a % 10 < b % 10; });
  std::cout << queue.top() << ' ' << list.size() << ' ' << deque[0] << ' ' << deque[999] << ' ' << set.size() << ' '
            << set.begin()->second << ' ' << std::accumulate(list.begin(), list.end(), 0L) << ' ' << std::bitset<20>(0xbeef) << '\n';
  std::array<int, 8> permuted{1, 2, 3, 4, 5, 6, 7, 8};
  long steps = 0, sum = 0;
  do sum += permuted[0] * permuted[7] * (++steps % 7);
  while (std::next_permutation(permuted.begin(), permuted.end()));
  std::cout << steps << ' ' << sum << ' ' << *std::max_element(permuted.begin(), permuted.end()) << '\n';
}

static void streams() {
  std::cout << std::setw(8) << std::setfill('*') << 42 << std::left << std::setw(6) << -1 << std::hex << std::showbase << 255 << std::dec
            << std::setfill(' ') << std::fixed << std::setprecision(3) << ' ' << 2.0 / 3 << ' ' << std::scientific << 12345.678 << ' '
            << std::defaultfloat << std::setprecision(17) << 0.1 << ' ' << std::hexfloat << 0.1 << std::defaultfloat << ' ' << std::boolalpha
            << true << ' ' << 1.0L / 3 << ' ' << std::complex<double>(1, -2) * std::complex<double>(0, 1) << ' ' << static_cast<void *>(nullptr) << '\n';
  // Debian's libc++ for WASI has no <fstream>: a string stream and C's files do its work.
  std::ostringstream out;
  for (int i = 0; i < 1000; ++i) out << i << ' ' << i * 0.5 << " row\n";
  std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen("table.txt", "w+"), std::fclose);
  std::cout << std::fwrite(out.str().data(), 1, out.str().size(), file.get()) << ' ';
  std::rewind(file.get());
  std::string content(20000, ' ');
  content.resize(std::fread(content.data(), 1, content.size(), file.get()));
  std::istringstream in(content);
  int number = 0;
  double half = 0, total = 0;
  std::string rest;
  while (in >> number >> half && std::getline(in, rest)) total += half;
  std::cout << total << ' ' << in.eof() << in.bad() << ' ';
  in.clear();
  in.seekg(-5, std::ios::end);
  std::getline(in, rest);
  std::cout << rest << '\n';
  std::string line;
  std::getline(std::cin, line);
  int a = 0, b = 0;
  std::cin >> a >> b;
  std::cout << line << ' ' << a + b << ' ' << (std::cin >> a ? "more" : "no more") << '\n';
  char buffer[40];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, 1.0 / 3);
  int back = 0;
  constexpr std::string_view digits = "-1234x";
  std::from_chars(digits.data(), digits.data() + digits.size(), back);
  std::cout << std::string_view(buffer, end.ptr) << ' ' << back << ' ' << std::stoi("0x1f", nullptr, 16) << ' ' << std::stod("2.5e3") << '\n';
}

static void numbers() {
  std::mt19937_64 generator(7);
  std::uniform_int_distribution<int> dice(1, 6);
  std::normal_distribution<double> normal(10, 2);
  std::map<int, int> histogram;
  double sum = 0;
  for (int i = 0; i < 5000; ++i) ++histogram[dice(generator)], sum += normal(generator);
  for (const auto &[face, count] : histogram) std::cout << face << '=' << count << ' ';
  std::vector<double> matrix(64 * 64), product(64 * 64);
  for (int i = 0; i < 64 * 64; ++i) matrix[i] = (i * 37 % 101) / 10.0;
  for (int i = 0; i < 64; ++i)
    for (int k = 0; k < 64; ++k)
      for (int j = 0; j < 64; ++j) product[i * 64 + j] += matrix[i * 64 + k] * matrix[k * 64 + j];
  std::cout << sum << ' ' << std::accumulate(product.begin(), product.end(), 0.0) << ' '
            << std::inner_product(product.begin(), product.end(), matrix.begin(), 0.0) << '\n';
  auto start = std::chrono::steady_clock::now();
  std::cout << (std::chrono::steady_clock::now() >= start) << ' ' << std::gcd(462, 1071) << '\n';
}

int main(int argc, char **argv) {
  std::cout << argc << ' ' << (argc > 1 ? argv[1] : "") << '\n';
  lifetimes();
  std::cout << '\n';
  dispatch();
  containers();
  streams();
  numbers();
  std::cerr << "cerr " << 1 << '\n';
  std::clog << "clog" << std::endl;
  Loud last("last");
  std::optional<Loud> maybe(std::in_place, "maybe");
  if (argc > 2) std::exit(3);
  return maybe->name.size() == 5 ? 0 : 1;
}
