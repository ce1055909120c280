;;! build: --wasm-features=-threads
;; threads: an atomic access to a memory that is not shared.
(module
  (memory 1)
  (func $broken (export "_start") (drop (i32.atomic.load (i32.const 0)))))

;; error: 'threads_atomics.wat': unsupported proposal threads: threads support is not enabled in function 0 (broken) (at offset 0x2a)
;; hint: compile the module without threads, or follow its support in wasmc's README
