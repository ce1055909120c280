;;! build: --invoke load
;;! run: 1 65535
;;! run: 1 65536
;;! run: 2 65534
;;! run: 2 65535
;;! run: 4 65532
;;! run: 4 65533
;;! run: 8 65528
;;! run: 8 65529
;;! run: 1 -1
;;! run: 8 -1
;;! run: 8 2147483648
;; Loads of every width, at the last index that holds and at the first that does not, and at the far end of the index
;; space.
(module
  (memory 1)
  (data (i32.const 65528) "\01\02\03\04\05\06\07\08")
  (func $load (export "load") (param $bytes i32) (param $index i32) (result i64)
    (block $1 (block $2 (block $4 (block $8
      (br_table $8 $1 $2 $8 $4 $8 (local.get $bytes)))
      (return (i64.load (local.get $index))))
      (return (i64.load32_u (local.get $index))))
      (return (i64.load16_u (local.get $index))))
    (i64.load8_u (local.get $index))))

;; $ memory_loads 1 65535
;; 8
;; $ memory_loads 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x53 - load
;; [status 134]
;; $ memory_loads 2 65534
;; 2055
;; $ memory_loads 2 65535
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4c - load
;; [status 134]
;; $ memory_loads 4 65532
;; 134678021
;; $ memory_loads 4 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x45 - load
;; [status 134]
;; $ memory_loads 8 65528
;; 578437695752307201
;; $ memory_loads 8 65529
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3e - load
;; [status 134]
;; $ memory_loads 1 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x53 - load
;; [status 134]
;; $ memory_loads 8 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3e - load
;; [status 134]
;; $ memory_loads 8 2147483648
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x3e - load
;; [status 134]
