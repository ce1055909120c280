;;! build: --invoke store
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
;; Stores of every width, at the last index in bounds and at the first out of bounds. The result is the last word of the
;; memory.
(module
  (memory 1)
  (func $store (export "store") (param $bytes i32) (param $index i32) (result i64)
    (block $done
      (block $1 (block $2 (block $4 (block $8
        (br_table $8 $1 $2 $8 $4 $8 (local.get $bytes)))
        (i64.store (local.get $index) (i64.const -1)) (br $done))
        (i64.store32 (local.get $index) (i64.const -1)) (br $done))
        (i64.store16 (local.get $index) (i64.const -1)) (br $done))
      (i64.store8 (local.get $index) (i64.const -1)))
    (i64.load (i32.const 65528))))

;; $ memory_stores 1 65535
;; -72057594037927936
;; $ memory_stores 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x61 - store
;; [status 134]
;; $ memory_stores 2 65534
;; -281474976710656
;; $ memory_stores 2 65535
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x57 - store
;; [status 134]
;; $ memory_stores 4 65532
;; -4294967296
;; $ memory_stores 4 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4d - store
;; [status 134]
;; $ memory_stores 8 65528
;; -1
;; $ memory_stores 8 65529
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x43 - store
;; [status 134]
;; $ memory_stores 1 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x61 - store
;; [status 134]
;; $ memory_stores 8 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x43 - store
;; [status 134]
;; $ memory_stores 8 2147483648
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x43 - store
;; [status 134]
