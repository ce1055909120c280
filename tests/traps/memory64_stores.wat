;;! build: --invoke store
;;! run: 1 65535
;;! run: 2 65534
;;! run: 4 65532
;;! run: 8 65528
;;! run: 16 65520
;;! run: 1 65536
;;! run: 2 65535
;;! run: 4 65533
;;! run: 8 65529
;;! run: 16 65521
;;! run: 1 -1
;;! run: 8 -1
;;! run: 16 -1
;;! run: 1 4294967296
;;! run: 8 -8
;; Stores of every width to a memory with 64-bit indices; returns the last eight bytes after them.
(module
  (memory i64 1)
  (func $store (export "store") (param $bytes i32) (param $index i64) (result i64)
    (block $done
      (block $1 (block $2 (block $4 (block $8 (block $16
        (br_table $16 $1 $2 $16 $4 $16 $16 $16 $8 $16 (local.get $bytes)))
        (v128.store (local.get $index) (v128.const i64x2 1 0x1011121314151617))
        (br $done))
        (i64.store (local.get $index) (i64.const 0x0102030405060708))
        (br $done))
        (i64.store32 (local.get $index) (i64.const 0x05060708))
        (br $done))
        (i64.store16 (local.get $index) (i64.const 0x0708))
        (br $done))
      (i64.store8 (local.get $index) (i64.const 8)))
    (i64.load (i64.const 65528))))

;; $ memory64_stores 1 65535
;; 576460752303423488
;; $ memory64_stores 2 65534
;; 506654958079180800
;; $ memory64_stores 4 65532
;; 361984550991036416
;; $ memory64_stores 8 65528
;; 72623859790382856
;; $ memory64_stores 16 65520
;; 1157726452361532951
;; $ memory64_stores 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x8e - store
;; [status 134]
;; $ memory64_stores 2 65535
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x84 - store
;; [status 134]
;; $ memory64_stores 4 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x79 - store
;; [status 134]
;; $ memory64_stores 8 65529
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6c - store
;; [status 134]
;; $ memory64_stores 16 65521
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x59 - store
;; [status 134]
;; $ memory64_stores 1 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x8e - store
;; [status 134]
;; $ memory64_stores 8 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6c - store
;; [status 134]
;; $ memory64_stores 16 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x59 - store
;; [status 134]
;; $ memory64_stores 1 4294967296
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x8e - store
;; [status 134]
;; $ memory64_stores 8 -8
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6c - store
;; [status 134]
