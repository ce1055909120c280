;;! build: --invoke load
;;! run: 0 0
;;! run: 0 65532
;;! run: 0 65533
;;! run: 0 -65536
;;! run: 0 -1
;;! run: 1 -1
;;! run: 1 0
;;! run: 2 0
;;! run: 2 1
;; Offsets beyond the length at start are in bounds once the memory has grown, and no further.
(module
  (memory i64 1)
  (func $load (export "load") (param $offset i32) (param $index i64) (result i32)
    (drop (memory.grow (i64.const 1)))
    (i32.store (i64.const 131068) (i32.const 42))
    (i32.store (i64.const 65536) (i32.const 7))
    (block $end (block $page (block $beyond
      (br_table $page $beyond $end (local.get $offset)))
      (return (i32.load offset=131069 (local.get $index))))
      (return (i32.load offset=65536 (local.get $index))))
    (i32.load offset=131068 (local.get $index))))

;; $ memory64_offsets_grown 0 0
;; 7
;; $ memory64_offsets_grown 0 65532
;; 42
;; $ memory64_offsets_grown 0 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x59 - load
;; [status 134]
;; $ memory64_offsets_grown 0 -65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x59 - load
;; [status 134]
;; $ memory64_offsets_grown 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x59 - load
;; [status 134]
;; $ memory64_offsets_grown 1 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x50 - load
;; [status 134]
;; $ memory64_offsets_grown 1 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x50 - load
;; [status 134]
;; $ memory64_offsets_grown 2 0
;; 42
;; $ memory64_offsets_grown 2 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x62 - load
;; [status 134]
