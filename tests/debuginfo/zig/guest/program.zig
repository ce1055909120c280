//! The Zig program: structures, slices, optionals, error unions, tagged unions, enumerations, recursion.

const std = @import("std");

const Color = enum(u8) { red, green = 5, blue };

const Node = struct {
    next: ?*const Node,
    name: []const u8,
    value: i32,
};

const Shape = union(enum) {
    empty,
    circle: u32,
    rectangle: struct { width: u32, height: u32 },

    fn area(shape: Shape) u32 {
        const result = switch (shape) {
            .empty => 0,
            .circle => |radius| 3 * radius * radius,
            .rectangle => |sides| sides.width * sides.height,
        };
        return result;
    }
};

const Flags = packed struct(u16) { ready: bool, level: u5, kind: u10 };

var counter: u32 = 41;
const third = Node{ .value = 9, .next = null, .name = "gamma" };
const second = Node{ .value = 8, .next = &third, .name = "beta" };
var first = Node{ .value = 7, .next = &second, .name = "alpha" };

noinline fn add(a: i32, b: i32) i32 {
    const sum = a + b;
    return sum;
}

noinline fn factorial(n: u64) u64 {
    if (n <= 1) return 1;
    return n * factorial(n - 1);
}

noinline fn sumList(list: *const Node) i32 {
    var sum: i32 = 0;
    var here: ?*const Node = list;
    while (here) |node| {
        sum += node.value;
        here = node.next;
    }
    return sum;
}

noinline fn bump(node: *Node, by: i32) i32 {
    const old = node.value;
    node.value += by;
    counter += 1;
    return old;
}

noinline fn half(value: u32) !u32 {
    if (value % 2 != 0) return error.Odd;
    return value / 2;
}

noinline fn scalars(byte: u8) i64 {
    var small: i8 = -5;
    var wide: i64 = -1234567890123456789;
    var huge: u64 = 18446744073709551615;
    var single: f32 = 0.5;
    var real: f64 = 3.25;
    var yes: bool = true;
    var array = [4]i32{ 1, 2, 3, 4 };
    const slice: []i32 = array[1..3];
    const text: []const u8 = "some text";
    var flags = Flags{ .ready = true, .level = 9, .kind = 600 };
    var color = Color.green;
    std.mem.doNotOptimizeAway(.{ &small, &wide, &huge, &single, &real, &yes, &array, &flags, &color, slice, text });
    return wide + slice[0] + byte;
}

noinline fn shapes(side: u32) u32 {
    var circle = Shape{ .circle = 2 };
    var rectangle = Shape{ .rectangle = .{ .width = side, .height = 4 } };
    var maybe: ?u32 = side;
    var nothing: ?u32 = null;
    std.mem.doNotOptimizeAway(.{ &circle, &rectangle, &maybe, &nothing });
    return circle.area() + rectangle.area();
}

pub fn main() void {
    var total = add(2, 3);
    total += @intCast(factorial(4));
    total += sumList(&first);
    total += bump(&first, 3);
    total += @intCast(half(10) catch 0);
    total += @intCast(half(7) catch 1);
    total += @intCast(@mod(scalars(200), 1000));
    total += @intCast(shapes(3));
    std.debug.print("{d} {d}\n", .{ total, counter });
}
