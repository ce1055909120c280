// The C++ program: classes with virtual functions, references, templates, strings and containers of the standard library.
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace geometry {

enum class Kind : unsigned char { Circle = 1, Square = 2 };

struct Point {
    double x, y;
    Point operator+(const Point &other) const { return {x + other.x, y + other.y}; }
};

class Shape {
public:
    Shape(Kind kind, std::string name) : kind_(kind), name_(std::move(name)) { count++; }
    virtual ~Shape() = default;
    virtual int area() const = 0;
    const std::string &name() const { return name_; }
    Kind kind() const { return kind_; }
    static int count;

protected:
    Kind kind_;
    std::string name_;
};

int Shape::count = 0;

class Square final : public Shape {
public:
    explicit Square(int side) : Shape(Kind::Square, "square"), side_(side) {}
    int area() const override {
        int result = side_ * side_;
        return result;
    }

private:
    int side_;
};

class Circle final : public Shape {
public:
    explicit Circle(int radius) : Shape(Kind::Circle, "a circle with a name that is long"), radius_(radius) {}
    int area() const override {
        int result = 3 * radius_ * radius_;
        return result;
    }

private:
    int radius_;
    Point center_{1.5, -2.5};
};

} // namespace geometry

using geometry::Kind;
using geometry::Point;
using geometry::Shape;

template <typename T> struct Pair {
    T first, second;
    T larger() const {
        if (first < second)
            return second;
        return first;
    }
};

template <typename T> static T sum(const std::vector<T> &values) {
    T total{};
    for (const T &value : values)
        total += value;
    return total;
}

static int overloaded(int value) {
    return value + 1;
}

static int overloaded(double value) {
    return static_cast<int>(value * 2);
}

static void swap_values(int &left, int &right) {
    int saved = left;
    left = right;
    right = saved;
}

static int total_area(const std::vector<std::unique_ptr<Shape>> &shapes) {
    int total = 0;
    for (const auto &shape : shapes)
        total += shape->area();
    return total;
}

static int containers() {
    std::string short_text = "short";
    std::string long_text = "a text that is too long for the object itself";
    std::string empty;
    std::vector<int> numbers = {3, 1, 4, 1, 5};
    std::vector<std::string> words = {"alpha", "beta"};
    std::map<std::string, int> ages = {{"Ada", 36}, {"Alan", 41}, {"Grace", 85}};
    std::vector<Point> points = {{1, 2}, {3, 4}};
    std::pair<int, std::string> pair = {7, "seven"};
    std::unique_ptr<int> owned = std::make_unique<int>(99);
    numbers.push_back(9);
    int size = static_cast<int>(numbers.size() + words.size() + ages.size() + long_text.size() + points.size());
    return size + sum(numbers) + *owned + pair.first + static_cast<int>(empty.size() + short_text.size());
}

int main() {
    geometry::Square square(4);
    geometry::Circle circle(2);
    const Shape &base = square;
    const Shape *pointer = &circle;
    int left = 1, right = 2;
    swap_values(left, right);
    Pair<int> ints = {5, 8};
    Pair<double> doubles = {2.5, 1.5};
    Point moved = Point{1, 2} + Point{10, 20};
    int result = base.area() + pointer->area() + left + right;
    result += ints.larger() + static_cast<int>(doubles.larger());
    result += overloaded(1) + overloaded(1.5);
    std::vector<std::unique_ptr<Shape>> shapes;
    shapes.push_back(std::make_unique<geometry::Square>(3));
    shapes.push_back(std::make_unique<geometry::Circle>(1));
    result += total_area(shapes);
    auto add = [&result](int amount) {
        result += amount;
        return result;
    };
    add(static_cast<int>(moved.x));
    result += containers();
    std::printf("%d\n", result);
    return 0;
}
