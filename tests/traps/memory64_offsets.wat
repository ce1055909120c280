;;! build: --invoke load
;;! run: 0 0
;;! run: 0 4
;;! run: 0 5
;;! run: 0 -1
;;! run: 0 -65528
;;! run: 1 0
;;! run: 1 -65536
;;! run: 1 -65540
;;! run: 2 0
;;! run: 2 -2147483648
;;! run: 3 -4294967296
;;! run: 3 0
;;! run: 4 0
;;! run: 4 8
;;! run: 4 16
;;! run: 4 -1
;;! run: 5 0
;;! run: 5 1
;;! run: 5 -1
;; A constant offset never wraps with a 64-bit index: below the length at start, beyond it, beyond what instructions
;; take, up to 2^64 - 1. Every index with which the sum would wrap to the start of the memory traps.
(module
  (memory i64 1)
  (data (i64.const 65532) "\2a")
  (func $load (export "load") (param $offset i32) (param $index i64) (result i32)
    (block $last (block $before_last (block $large (block $folded (block $beyond (block $inside
      (br_table $inside $beyond $folded $large $before_last $last (local.get $offset)))
      (return (i32.load offset=65528 (local.get $index))))
      (return (i32.load offset=65536 (local.get $index))))
      (return (i32.load offset=0x80000000 (local.get $index))))
      (return (i32.load offset=0x100000000 (local.get $index))))
      (return (i32.load offset=0xfffffffffffffff0 (local.get $index))))
    (i32.load offset=0xffffffffffffffff (local.get $index))))

;; $ memory64_offsets 0 0
;; 0
;; $ memory64_offsets 0 4
;; 42
;; $ memory64_offsets 0 5
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - load
;; [status 134]
;; $ memory64_offsets 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - load
;; [status 134]
;; $ memory64_offsets 0 -65528
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - load
;; [status 134]
;; $ memory64_offsets 1 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4b - load
;; [status 134]
;; $ memory64_offsets 1 -65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4b - load
;; [status 134]
;; $ memory64_offsets 1 -65540
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4b - load
;; [status 134]
;; $ memory64_offsets 2 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x54 - load
;; [status 134]
;; $ memory64_offsets 2 -2147483648
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x54 - load
;; [status 134]
;; $ memory64_offsets 3 -4294967296
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x5f - load
;; [status 134]
;; $ memory64_offsets 3 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x5f - load
;; [status 134]
;; $ memory64_offsets 4 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6a - load
;; [status 134]
;; $ memory64_offsets 4 8
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6a - load
;; [status 134]
;; $ memory64_offsets 4 16
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6a - load
;; [status 134]
;; $ memory64_offsets 4 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6a - load
;; [status 134]
;; $ memory64_offsets 5 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7a - load
;; [status 134]
;; $ memory64_offsets 5 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7a - load
;; [status 134]
;; $ memory64_offsets 5 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7a - load
;; [status 134]
