;;! build: --invoke load
;;! run: 0 0
;;! run: 0 1
;;! run: 0 -1
;;! run: 1 0
;;! run: 1 -1
;;! run: 2 0
;;! run: 2 -1
;;! run: 2 -2147483648
;; A constant offset never wraps with the index: offset and index are added as if in 33 bits.
(module
  (memory 1)
  (data (i32.const 65532) "\2a")
  (func $load (export "load") (param $offset i32) (param $index i32) (result i32)
    (block $middle (block $largest (block $end
      (br_table $end $largest $middle (local.get $offset)))
      (return (i32.load offset=65532 (local.get $index))))
      (return (i32.load offset=0xffffffff (local.get $index))))
    (i32.load offset=0x80000000 (local.get $index))))

;; $ memory_offsets 0 0
;; 42
;; $ memory_offsets 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x39 - load
;; [status 134]
;; $ memory_offsets 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x39 - load
;; [status 134]
;; $ memory_offsets 1 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - load
;; [status 134]
;; $ memory_offsets 1 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x42 - load
;; [status 134]
;; $ memory_offsets 2 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4d - load
;; [status 134]
;; $ memory_offsets 2 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4d - load
;; [status 134]
;; $ memory_offsets 2 -2147483648
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4d - load
;; [status 134]
