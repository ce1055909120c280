//! Zig's standard library on WASI: allocators, maps, sorting, formatting, files, errors, vectors.

const std = @import("std");
const Io = std.Io;

const Shape = union(enum) {
    square: f64,
    circle: f64,
    fn area(shape: Shape) f64 {
        return switch (shape) {
            .square => |side| side * side,
            .circle => |radius| std.math.pi * radius * radius,
        };
    }
};

fn fibonacci(comptime T: type, n: T) T {
    return if (n < 2) n else fibonacci(T, n - 1) + fibonacci(T, n - 2);
}

const primes = blk: {
    @setEvalBranchQuota(20000);
    var found: [30]u32 = undefined;
    var count: usize = 0;
    var number: u32 = 2;
    next: while (count < found.len) : (number += 1) {
        for (found[0..count]) |prime| if (number % prime == 0) continue :next;
        found[count] = number;
        count += 1;
    }
    break :blk found;
};

fn collections(out: *Io.Writer, gpa: std.mem.Allocator) !void {
    var counts: std.StringArrayHashMapUnmanaged(u32) = .empty;
    defer counts.deinit(gpa);
    var words = std.mem.tokenizeScalar(u8, "it was the best of times it was the worst of times", ' ');
    while (words.next()) |word| {
        const entry = try counts.getOrPutValue(gpa, word, 0);
        entry.value_ptr.* += 1;
    }
    for (counts.keys(), counts.values()) |word, count| try out.print("{s}={d} ", .{ word, count });
    var numbers: std.ArrayList(u64) = .empty;
    defer numbers.deinit(gpa);
    var random: std.Random.DefaultPrng = .init(42);
    for (0..50000) |_| try numbers.append(gpa, random.random().int(u64) % 1000003);
    std.mem.sort(u64, numbers.items, {}, std.sort.desc(u64));
    var sum: u64 = 0;
    for (numbers.items, 0..) |number, index| sum +%= number *% index;
    try out.print("\n{d} {d} {d}\n", .{ numbers.items[0], numbers.items[25000], sum });
    for ([_]Shape{ .{ .square = 1.5 }, .{ .circle = 0.5 } }) |shape| try out.print("{s} {d:.6} ", .{ @tagName(shape), shape.area() });
    try out.print("{any} {d}\n", .{ primes[25..], fibonacci(u64, 25) });
}

fn numbers_and_text(out: *Io.Writer) !void {
    try out.print("[{d:>6}|{d:<6}|{x:0>8}|{b}|{o}|{c}|{s:^9}|{e}|{d:.3}]\n", .{ 42, 42, 0xbeef, 10, 8, 'c', "mid", 12345.678, 2.0 / 3.0 });
    var total: f64 = 0;
    var i: f64 = 1;
    while (i < 2000) : (i += 1) total += @sin(i) * @exp(-i / 500) + @log(i) + std.math.cbrt(i) + std.math.atan2(i, 3) + std.math.pow(f64, i, 0.3) + @mulAdd(f64, i, i, -1) + @mod(i, 0.7);
    try out.print("{d} {x} {d} {d}\n", .{ total, total, std.math.floatMin(f64), @as(f32, 0.1) });
    const wide: u128 = 0xfedcba98765432100123456789abcdef;
    try out.print("{x} {d} {d} {d}\n", .{ wide *% wide, wide / 1000000007, @as(u7, 127) +% 1, @clz(wide >> 9) });
    const left: @Vector(8, i16) = .{ 1, 2, 3, 4, 5, 6, 7, 8 };
    const right: @Vector(8, i16) = @splat(-3);
    try out.print("{any} {d} {any}\n", .{ left * right +% left, @reduce(.Add, left), left > @as(@Vector(8, i16), @splat(4)) });
    try out.print("{d} {any} {any}\n", .{ try std.fmt.parseInt(i32, "-0x1f", 0), std.fmt.parseInt(u8, "256", 10), std.fmt.parseFloat(f64, "1e-3") });
    var hash = std.crypto.hash.sha2.Sha256.init(.{});
    for (0..1000) |_| hash.update("the quick brown fox");
    var digest: [32]u8 = undefined;
    hash.final(&digest);
    try out.print("{x} {x}\n", .{ &digest, std.hash.Crc32.hash("123456789") });
}

fn files(out: *Io.Writer, io: Io, dir: Io.Dir) !void {
    try dir.createDir(io, "made", .default_dir);
    var made = try dir.openDir(io, "made", .{ .iterate = true });
    defer made.close(io);
    {
        const file = try made.createFile(io, "lines.txt", .{ .exclusive = true });
        defer file.close(io);
        var buffer: [4096]u8 = undefined;
        var writer = file.writer(io, &buffer);
        for (0..5000) |line| try writer.interface.print("line {d}\n", .{line});
        try writer.interface.flush();
    }
    try made.writeFile(io, .{ .sub_path = "b.txt", .data = "b" });
    try made.rename("b.txt", made, "a.txt", io);
    const stat = try made.statFile(io, "lines.txt", .{});
    var start: [20]u8 = undefined;
    try out.print("{d} {s} \"{f}\"\n", .{ stat.size, @tagName(stat.kind), std.zig.fmtString(try made.readFile(io, "lines.txt", &start)) });
    try out.print("{any} {any} {any}\n", .{ dir.createDir(io, "made", .default_dir), if (dir.openFile(io, "none", .{})) |_| error.Opened else |e| e, dir.deleteDir(io, "made") });
    try made.deleteFile(io, "a.txt");
}

pub fn main(init: std.process.Init) !void {
    const io = init.io;
    var buffer: [256]u8 = undefined;
    var stdout: Io.File.Writer = .init(.stdout(), io, &buffer);
    const out = &stdout.interface;
    const args = try init.minimal.args.toSlice(init.arena.allocator());
    for (args[1..]) |arg| try out.print("[{s}] ", .{arg});
    try out.print("{s}\n", .{init.environ_map.get("GIVEN") orelse "none"});
    var input_buffer: [256]u8 = undefined;
    var stdin: Io.File.Reader = .init(.stdin(), io, &input_buffer);
    while (try stdin.interface.takeDelimiter('\n')) |line| try out.print("stdin {d} {s}\n", .{ line.len, line });
    try collections(out, init.gpa);
    try numbers_and_text(out);
    try files(out, io, Io.Dir.cwd());
    try out.flush();
    if (args.len > 1 and std.mem.eql(u8, args[1], "exit")) std.process.exit(5);
    if (args.len > 1 and std.mem.eql(u8, args[1], "panic")) @panic("asked to panic");
    if (args.len > 1 and std.mem.eql(u8, args[1], "error")) return error.AskedToFail;
    if (args.len > 1 and std.mem.eql(u8, args[1], "index")) std.debug.print("{d}\n", .{primes[args.len + 40]});
}
