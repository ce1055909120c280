;;! build: --invoke large
;;! run: 8
;;! run: 4294967296
;;! run: 8589934584
;;! run: 8589934591
;;! run: 8589934592
;;! run: -1
;; A memory beyond 4 GiB does not repeat its first bytes: the program grows it to 8 GiB and writes at 0, at 4 GiB and at the
;; end. Returns the value at the index of the operand, and one that memory.fill and memory.copy moved between 6 and 7 GiB.
(module
  (memory i64 1)
  (func $large (export "large") (param $index i64) (result i32 i64)
    (i64.store (i64.const 0) (i64.const 1))
    (drop (memory.grow (i64.const 131071)))
    (i64.store (i64.const 0x100000000) (i64.const 2))
    (i64.store (i64.const 0x1fffffff8) (i64.const 3))
    (memory.fill (i64.const 0x180000000) (i32.const 4) (i64.const 5))
    (memory.copy (i64.const 0x1c0000000) (i64.const 0x180000000) (i64.const 5))
    (i32.load8_u (local.get $index))
    (i64.load offset=0x1c0000000 (i64.const 0))))

;; $ memory64_large 8
;; 0
;; 17247241220
;; $ memory64_large 4294967296
;; 2
;; 17247241220
;; $ memory64_large 8589934584
;; 3
;; 17247241220
;; $ memory64_large 8589934591
;; 0
;; 17247241220
;; $ memory64_large 8589934592
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6f - large
;; [status 134]
;; $ memory64_large -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6f - large
;; [status 134]
