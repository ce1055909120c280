;;! build: --wasm-features=-bulk-memory-operations
;; bulk-memory-operations.
(module
  (memory 1)
  (func $broken (export "_start") (memory.fill (i32.const 0) (i32.const 0) (i32.const 8))))

;; error: 'bulk_memory_operations.wat': the proposal bulk-memory-operations is turned off: bulk memory support is not enabled in function 0 (broken) (at offset 0x2e)
;;      --> bulk_memory_operations.wat:5:36
;;       |
;;     5 |   (func $broken (export "_start") (memory.fill (i32.const 0) (i32.const 0) (i32.const 8))))
;;       |                                    ^
;; hint: turn it on with --wasm-features=+bulk-memory-operations, or compile the module without it
