;;! build: --invoke bulk
;;! run: 0 0 0 65536
;;! run: 0 1 0 65536
;;! run: 0 65536 0 0
;;! run: 0 65537 0 0
;;! run: 0 -1 0 1
;;! run: 0 1 0 -1
;;! run: 0 -1 0 -1
;;! run: 0 -1 0 0
;;! run: 0 65535 0 4294967297
;;! run: 0 0 0 4294967296
;;! run: 1 0 0 65536
;;! run: 1 0 1 65536
;;! run: 1 1 0 65536
;;! run: 1 0 -1 1
;;! run: 1 -1 0 1
;;! run: 1 0 -1 2
;;! run: 1 65536 65536 0
;;! run: 1 65537 0 0
;;! run: 1 0 65537 0
;;! run: 1 0 0 -1
;;! run: 1 2 2 -1
;;! run: 1 65535 0 4294967297
;;! run: 2 65533 0 3
;;! run: 2 65534 0 3
;;! run: 2 0 1 3
;;! run: 2 -1 0 1
;;! run: 2 -1 0 2
;;! run: 2 -3 0 3
;;! run: 2 65536 3 0
;;! run: 2 65537 0 0
;;! run: 2 0 0 -1
;;! run: 2 0 -1 1
;; Bulk operations on a memory with 64-bit indices, as fill, copy or init: a range that reaches beyond the end traps, and
;; so does a range whose end is beyond 2^64. Returns the memory's second byte.
(module
  (memory i64 1)
  (data (i64.const 0) "\01\02\03")
  (data $bytes "\0a\0b\0c")
  (func $bulk (export "bulk") (param $which i32) (param $to i64) (param $from i64) (param $count i64) (result i32)
    (block $init (block $copy (block $fill
      (br_table $fill $copy $init (local.get $which)))
      (memory.fill (local.get $to) (i32.const 9) (local.get $count))
      (return (i32.load8_u (i64.const 1))))
      (memory.copy (local.get $to) (local.get $from) (local.get $count))
      (return (i32.load8_u (i64.const 1))))
    (memory.init $bytes (local.get $to) (i32.wrap_i64 (local.get $from)) (i32.wrap_i64 (local.get $count)))
    (i32.load8_u (i64.const 1))))

;; $ memory64_bulk 0 0 0 65536
;; 9
;; $ memory64_bulk 0 1 0 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 0 65536 0 0
;; 2
;; $ memory64_bulk 0 65537 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 0 -1 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 0 1 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 0 -1 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 0 -1 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 0 65535 0 4294967297
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 0 0 0 4294967296
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - bulk
;; [status 134]
;; $ memory64_bulk 1 0 0 65536
;; 2
;; $ memory64_bulk 1 0 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 1 0 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 0 -1 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 -1 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 0 -1 2
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 65536 65536 0
;; 2
;; $ memory64_bulk 1 65537 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 0 65537 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 0 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 2 2 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 1 65535 0 4294967297
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x52 - bulk
;; [status 134]
;; $ memory64_bulk 2 65533 0 3
;; 2
;; $ memory64_bulk 2 65534 0 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
;; $ memory64_bulk 2 0 1 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
;; $ memory64_bulk 2 -1 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
;; $ memory64_bulk 2 -1 0 2
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
;; $ memory64_bulk 2 -3 0 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
;; $ memory64_bulk 2 65536 3 0
;; 2
;; $ memory64_bulk 2 65537 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
;; $ memory64_bulk 2 0 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
;; $ memory64_bulk 2 0 -1 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - bulk
;; [status 134]
