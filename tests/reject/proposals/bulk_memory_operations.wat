;;! build: --wasm-features=-bulk-memory-operations
;; bulk-memory-operations.
(module
  (memory 1)
  (func $broken (export "_start") (memory.fill (i32.const 0) (i32.const 0) (i32.const 8))))
