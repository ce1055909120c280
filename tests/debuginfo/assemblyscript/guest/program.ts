// The AssemblyScript program: its compiler writes a source map, so lines and names are there, and no variables.

function square(n: i32): i32 {
  return n * n;
}

function sum(limit: i32): i32 {
  let total = 0;
  for (let i = 0; i < limit; i++) {
    total += square(i);
  }
  return total;
}

function factorial(n: i32): i32 {
  if (n < 2) return 1;
  return n * factorial(n - 1);
}

class Counter {
  private value: i32 = 0;
  add(by: i32): i32 {
    this.value += by;
    return this.value;
  }
}

export function run(): i32 {
  const counter = new Counter();
  counter.add(sum(5));
  counter.add(factorial(4));
  return counter.add(1);
}

console.log(run().toString());
