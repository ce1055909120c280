// The reference engine for modules that wasmtime does not run, V8 in Node.js: threads by `wasi.thread-spawn`, exceptions in their
// first encoding. ../real.rs calls it with a module and the arguments of its program, the first of which is the program's name.
// Directories and variables are in WASMC_DIRS (`HOST::GUEST`, one on each line) and WASMC_ENV.

import { readFileSync, writeSync } from "node:fs";
import { WASI } from "node:wasi";
import { Worker, isMainThread, workerData } from "node:worker_threads";

const lines = (text) => (text ?? "").split("\n").filter((line) => line !== "");
const bytes = isMainThread ? readFileSync(process.argv[2]) : undefined;
const module = isMainThread ? new WebAssembly.Module(bytes) : workerData.module;
const imported = WebAssembly.Module.imports(module).find((one) => one.kind === "memory");
// Shared by all threads: the number of the last one.
const last = isMainThread ? new Int32Array(new SharedArrayBuffer(4)) : workerData.last;
const memory = isMainThread ? imported && sharedMemory(bytes) : workerData.memory;

const wasi = new WASI({
  version: "preview1",
  args: process.argv.slice(3),
  env: Object.fromEntries(lines(process.env.WASMC_ENV).map((line) => line.split("=", 2))),
  preopens: Object.fromEntries(lines(process.env.WASMC_DIRS).map((line) => line.split("::").reverse())),
  returnOnExit: false,
});
const imports = {
  ...wasi.getImportObject(),
  wasi: {
    "thread-spawn": (argument) => {
      const number = Atomics.add(last, 0, 1) + 1;
      new Worker(new URL(import.meta.url), {
        argv: process.argv.slice(2),
        workerData: { module, memory, last, number, argument },
      });
      return number;
    },
  },
};
if (imported) imports[imported.module] = { ...imports[imported.module], [imported.name]: memory };

const instance = new WebAssembly.Instance(module, imports);
const exports = imported ? { ...instance.exports, memory } : instance.exports;
try {
  if (isMainThread) {
    process.exit(wasi.start({ exports }));
  } else {
    // Node.js has no way to give memory to its WASI but one of these two, and neither may find an entry point here.
    wasi.initialize({ exports: { memory } });
    instance.exports.wasi_thread_start(workerData.number, workerData.argument);
  }
} catch (error) {
  fail(error);
}

// The limits of the memory are not to be had from the module's description: they stand in its import section.
function sharedMemory(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const skip = () => {
    const length = number();
    at += length;
  };
  for (;;) {
    const section = bytes[at++];
    const end = number() + at;
    if (section !== 2) {
      at = end;
      continue;
    }
    for (let count = number(); count > 0; count--) {
      skip();
      skip();
      const kind = bytes[at++];
      if (kind === 0) number();
      else if (kind === 2) {
        const flags = bytes[at++];
        const initial = number();
        return new WebAssembly.Memory({ initial, maximum: number(), shared: (flags & 2) !== 0 });
      } else throw new Error(`an import of kind ${kind} before the memory`);
    }
  }
}

function fail(error) {
  writeSync(2, `wasm trap: ${error.message}\n`);
  // The main thread may wait for this one, and `exit` would only end this one.
  if (!isMainThread) process.kill(process.pid, "SIGKILL");
  process.exit(134);
}
