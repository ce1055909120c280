// AssemblyScript: classes, generics, closures of a kind, strings in UTF-16, maps, typed arrays, SIMD, the collector.

abstract class Shape {
  abstract area(): f64;
  toString(): string {
    return this.area().toString();
  }
}
class Square extends Shape {
  constructor(private side: f64) {
    super();
  }
  area(): f64 {
    return this.side * this.side;
  }
}
class Circle extends Shape {
  constructor(private radius: f64) {
    super();
  }
  area(): f64 {
    return Math.PI * this.radius ** 2;
  }
}
class Node<T> {
  next: Node<T> | null = null;
  constructor(public value: T) {}
}
class List<T> {
  private head: Node<T> | null = null;
  length: i32 = 0;
  push(value: T): this {
    const node = new Node<T>(value);
    node.next = this.head;
    this.head = node;
    this.length++;
    return this;
  }
  fold<U>(start: U, step: (total: U, value: T) => U): U {
    let total = start;
    let node = this.head;
    while (node !== null) {
      total = step(total, node.value);
      node = node.next;
    }
    return total;
  }
}

function print(text: string): void {
  process.stdout.write(text + "\n");
}

function readAll(): string {
  const buffer = new ArrayBuffer(64);
  let text = "";
  for (let count = process.stdin.read(buffer); count > 0; count = process.stdin.read(buffer))
    text += String.UTF8.decode(buffer.slice(0, count));
  return text;
}

function sieve(limit: i32): i32 {
  const composite = new Uint8Array(limit + 1);
  let count = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = i * 2; j <= limit; j += i) composite[j] = 1;
  }
  return count;
}

function dot(a: Float32Array, b: Float32Array): f32 {
  let sums = f32x4.splat(0);
  for (let i = 0; i < a.length; i += 4)
    sums = f32x4.add(sums, f32x4.mul(v128.load(a.dataStart + (i << 2)), v128.load(b.dataStart + (i << 2))));
  return f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1) + f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3);
}

function strings(): void {
  const words = "it was the best of times it was the worst of times".split(" ");
  const counts = new Map<string, i32>();
  for (let i = 0; i < words.length; i++) counts.set(words[i], (counts.has(words[i]) ? counts.get(words[i]) : 0) + 1);
  const keys = counts.keys();
  keys.sort();
  print(keys.map<string>((key: string) => key).join(",") + " " + counts.values().join(" "));
  print("grüße 世界 😀".toUpperCase() + " " + "abc".padStart(6, "*") + "|" + "a-b-c".replaceAll("-", "+") + "|" + "  trim ".trim() + "|" + "x".repeat(5));
  print("😀".length.toString() + " " + "😀".codePointAt(0).toString(16) + " " + "hello".indexOf("l").toString() + " " + "b".localeCompare("a").toString());
  print((0.1 + 0.2).toString() + " " + (1e21).toString() + " " + (1 / 3.0).toString() + " " + (-0.0).toString() + " " + NaN.toString() + " " + f32(0.1).toString());
  print(parseInt("ff", 16).toString() + " " + parseFloat("1e-3x").toString() + " " + i64.MIN_VALUE.toString() + " " + u64.MAX_VALUE.toString(36) + " " + bswap<u32>(0x01020304).toString(16));
}

function numbers(): void {
  let total: f64 = 0;
  for (let i = 1; i < 2000; i++) total += Math.sin(i) * Math.exp(-i / 500) + Math.log(i) + Math.cbrt(i) + Math.atan2(i, 3) + Math.pow(i, 0.3) + Math.tanh(i / 100) + Math.hypot(i, 2);
  print(total.toString() + " " + reinterpret<u64>(total).toString(16));
  const floats = new Float64Array(1000);
  for (let i = 0; i < floats.length; i++) floats[i] = Math.cos(i) * 1000;
  floats.sort();
  const integers = new Array<i32>(20000);
  for (let i = 0, state: u32 = 1; i < integers.length; i++) integers[i] = (state = state * 1664525 + 1013904223) >> 8;
  integers.sort((a: i32, b: i32) => b - a);
  print(floats[0].toString() + " " + floats[999].toString() + " " + integers[0].toString() + " " + integers[10000].toString() + " " + sieve(100000).toString());
  const a = new Float32Array(1024).fill(1.5), b = new Float32Array(1024);
  for (let i = 0; i < 1024; i++) b[i] = <f32>i / 7;
  print(dot(a, b).toString() + " " + clz(1).toString() + " " + popcnt(0xf0f0).toString() + " " + (<u8>300).toString() + " " + (-7 % 3).toString() + " " + rotl<u32>(0x80000001, 4).toString());
}

function objects(): void {
  const shapes: Shape[] = [new Square(1.5), new Circle(0.5)];
  print(shapes.map<string>((shape: Shape) => shape.toString() + (shape instanceof Circle ? "c" : "s")).join(" "));
  const list = new List<i32>();
  for (let i = 0; i < 100; i++) list.push(i * i);
  print(list.length.toString() + " " + list.fold<i64>(0, (total: i64, value: i32) => total + value).toString());
  let kept = new Array<string>();
  for (let i = 0; i < 20000; i++) {
    const text = i.toString() + "!";
    if (i % 1000 == 0) kept.push(text);
  }
  __collect();
  print(kept.join(" "));
  const set = new Set<f64>();
  for (let i = 0; i < 100; i++) set.add(i % 10);
  print(set.size.toString() + " " + String.UTF8.byteLength("é").toString() + " " + [3, 1, 2].sort().concat([9]).reverse().toString());
}

const given = process.argv;
print(given.length > 1 ? given.slice(1).join(" ") : "no arguments");
print(process.env.has("GIVEN") ? process.env.get("GIVEN") : "none");
print("stdin: " + readAll().split("\n").join("|"));
strings();
numbers();
objects();
console.error("to stderr");
if (given.length > 1 && given[1] == "exit") process.exit(4);
if (given.length > 1 && given[1] == "throw") throw new Error("thrown: " + given.length.toString());
if (given.length > 1 && given[1] == "index") print(given[given.length]);
if (given.length > 1 && given[1] == "unreachable") unreachable();
