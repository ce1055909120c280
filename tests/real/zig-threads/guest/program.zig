//! Zig's threads on WASI: a queue of work with a mutex and condition variables, 64 threads, atomics of all widths, thread-local
//! variables, a barrier, a reader-writer lock and a semaphore.
//!
//! What is printed does not depend on who came first.

const std = @import("std");
const Io = std.Io;

const thread_count = 64;

/// Space for the stacks of threads and for what they allocate.
var space: [24 << 20]u8 align(16) = undefined;
var fixed: std.heap.FixedBufferAllocator = .init(&space);

/// Zig 0.17 has no allocator of its own for memories that threads share; what asks for one gets this.
pub const os = struct {
    pub const heap = struct {
        pub const page_allocator = fixed.threadSafeAllocator();
    };
};

threadlocal var own: u64 = 17;
threadlocal var own_buffer: [100]u8 = @splat('.');

/// A bounded queue.
const Queue = struct {
    mutex: Io.Mutex = .init,
    not_empty: Io.Condition = .init,
    not_full: Io.Condition = .init,
    items: [8]u32 = undefined,
    first: usize = 0,
    count: usize = 0,
    closed: bool = false,

    fn put(queue: *Queue, io: Io, item: u32) void {
        queue.mutex.lockUncancelable(io);
        defer queue.mutex.unlock(io);
        while (queue.count == queue.items.len) queue.not_full.waitUncancelable(io, &queue.mutex);
        queue.items[(queue.first + queue.count) % queue.items.len] = item;
        queue.count += 1;
        queue.not_empty.signal(io);
    }

    fn take(queue: *Queue, io: Io) ?u32 {
        queue.mutex.lockUncancelable(io);
        defer queue.mutex.unlock(io);
        while (queue.count == 0) {
            if (queue.closed) return null;
            queue.not_empty.waitUncancelable(io, &queue.mutex);
        }
        const item = queue.items[queue.first];
        queue.first = (queue.first + 1) % queue.items.len;
        queue.count -= 1;
        queue.not_full.signal(io);
        return item;
    }

    fn close(queue: *Queue, io: Io) void {
        queue.mutex.lockUncancelable(io);
        defer queue.mutex.unlock(io);
        queue.closed = true;
        queue.not_empty.broadcast(io);
    }
};

/// Where all threads meet, again and again.
const Barrier = struct {
    mutex: Io.Mutex = .init,
    all_here: Io.Condition = .init,
    waiting: u32 = 0,
    round: u32 = 0,

    fn meet(barrier: *Barrier, io: Io) void {
        barrier.mutex.lockUncancelable(io);
        defer barrier.mutex.unlock(io);
        const round = barrier.round;
        barrier.waiting += 1;
        if (barrier.waiting == thread_count) {
            barrier.waiting = 0;
            barrier.round += 1;
            barrier.all_here.broadcast(io);
        } else while (barrier.round == round) barrier.all_here.waitUncancelable(io, &barrier.mutex);
    }
};

const Shared = struct {
    io: Io,
    queue: Queue = .{},
    barrier: Barrier = .{},
    lock: Io.RwLock = .init,
    semaphore: Io.Semaphore = .{ .permits = 3 },
    inside: std.atomic.Value(u32) = .init(0),
    inside_most: std.atomic.Value(u32) = .init(0),
    steps: std.atomic.Value(u32) = .init(0),
    bits: std.atomic.Value(u32) = .init(0),
    bytes: [4]std.atomic.Value(u8) = @splat(.init(0)),
    halves: [2]std.atomic.Value(u16) = @splat(.init(0)),
    least: std.atomic.Value(i32) = .init(std.math.maxInt(i32)),
    longest: std.atomic.Value(u32) = .init(0),
    longest_from: u32 = 0,
    taken: std.atomic.Value(u32) = .init(0),
    written: [1000]u32 = @splat(0),
    torn: std.atomic.Value(u32) = .init(0),
    own_wrong: std.atomic.Value(u32) = .init(0),
    rounds: [thread_count]u32 = @splat(0),
    texts: [thread_count][]const u8 = @splat(""),
};

/// The length of the sequence that ends at 1.
fn collatz(start: u32) u32 {
    var number: u64 = start;
    var steps: u32 = 0;
    while (number != 1) : (steps += 1) number = if (number % 2 == 0) number / 2 else 3 * number + 1;
    return steps;
}

fn work(shared: *Shared, index: u32) void {
    const io = shared.io;
    if (own != 17 or own_buffer[99] != '.') _ = shared.own_wrong.fetchAdd(1, .seq_cst);
    own = index;
    @memset(&own_buffer, @truncate('0' + index));
    while (shared.queue.take(io)) |item| {
        const steps = collatz(item);
        _ = shared.steps.fetchAdd(steps, .monotonic);
        _ = shared.bits.fetchXor(std.math.rotl(u32, item, steps), .acq_rel);
        _ = shared.bytes[item % 4].fetchAdd(1, .seq_cst);
        _ = shared.halves[item % 2].fetchSub(3, .seq_cst);
        _ = shared.least.fetchMin(-@as(i32, @intCast(item % 999)), .seq_cst);
        _ = shared.longest.fetchMax(steps, .seq_cst);
        _ = shared.taken.fetchAdd(1, .seq_cst);
    }
    for (0..20) |_| {
        shared.rounds[index] += 1;
        shared.barrier.meet(io);
        for (shared.rounds) |round| if (round != shared.rounds[index]) {
            _ = shared.torn.fetchAdd(1, .seq_cst);
        };
        shared.barrier.meet(io);
    }
    for (0..20) |turn| {
        if (turn % 5 == index % 5) {
            shared.lock.lockUncancelable(io);
            defer shared.lock.unlock(io);
            for (&shared.written) |*word| word.* += index;
        } else {
            shared.lock.lockSharedUncancelable(io);
            defer shared.lock.unlockShared(io);
            for (shared.written) |word| if (word != shared.written[0]) {
                _ = shared.torn.fetchAdd(1, .seq_cst);
            };
        }
    }
    {
        shared.semaphore.waitUncancelable(io);
        defer shared.semaphore.post(io);
        const inside = shared.inside.fetchAdd(1, .seq_cst) + 1;
        _ = shared.inside_most.fetchMax(inside, .seq_cst);
        _ = std.os.wasi.sched_yield();
        _ = shared.inside.fetchSub(1, .seq_cst);
    }
    shared.texts[index] = std.fmt.allocPrint(fixed.threadSafeAllocator(), "<{d}>", .{index * index}) catch "none";
    if (own != index or own_buffer[99] != @as(u8, @truncate('0' + index))) _ = shared.own_wrong.fetchAdd(1, .seq_cst);
}

/// Waits at the start, so that no thread ends before its creator has noted its number: Zig 0.17 would wait for it forever.
fn gated(gate: *Io.Event, shared: *Shared, index: u32) void {
    gate.waitUncancelable(shared.io);
    work(shared, index);
}

pub fn main() !void {
    const gpa = fixed.threadSafeAllocator();
    var threaded: Io.Threaded = .init(.failing, .{});
    defer threaded.deinit();
    const io = threaded.io();
    var buffer: [4096]u8 = undefined;
    var stdout = Io.File.stdout().writerStreaming(io, &buffer);
    const out = &stdout.interface;

    const shared = try gpa.create(Shared);
    shared.* = .{ .io = io };
    var gate: Io.Event = .unset;
    var threads: [thread_count]std.Thread = undefined;
    for (&threads, 0..) |*thread, index|
        thread.* = try std.Thread.spawn(.{ .allocator = gpa, .stack_size = 1 << 16 }, gated, .{ &gate, shared, @as(u32, @intCast(index)) });
    var numbers: [4096]bool = @splat(false);
    var distinct: u32 = 0;
    for (threads) |thread| {
        const number: usize = @intCast(thread.getHandle());
        if (number == 0 or numbers[number % 4096]) continue;
        numbers[number % 4096] = true;
        distinct += 1;
    }
    gate.set(io);
    for (1..20_001) |item| shared.queue.put(io, @intCast(item));
    shared.queue.close(io);
    for (threads) |thread| thread.join();

    try out.print("threads {d} with {d} numbers\n", .{ threads.len, distinct });
    try out.print("items {d} steps {d} bits {x}\n", .{ shared.taken.raw, shared.steps.raw, shared.bits.raw });
    try out.print("longest {d} least {d}\n", .{ shared.longest.raw, shared.least.raw });
    for (shared.bytes) |byte| try out.print("byte {d} ", .{byte.raw});
    for (shared.halves) |half| try out.print("half {d} ", .{half.raw});
    try out.print("\nwritten {d} {d}\n", .{ shared.written[0], shared.written[999] });
    try out.print("torn {d} own variables wrong {d} round {d}\n", .{ shared.torn.raw, shared.own_wrong.raw, shared.barrier.round });
    try out.print("at most three inside: {}\n", .{shared.inside_most.raw >= 1 and shared.inside_most.raw <= 3});
    for (shared.texts) |text| try out.print("{s}", .{text});
    try out.print("\nmain's own {d} {c}\n", .{ own, own_buffer[50] });
    try out.flush();
}
