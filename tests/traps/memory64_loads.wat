;;! build: --invoke load
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
;;! run: 2 -1
;;! run: 4 -1
;;! run: 8 -1
;;! run: 16 -1
;;! run: 1 4294967296
;;! run: 8 4294967296
;;! run: 8 -8
;;! run: 16 -16
;;! run: 8 -9223372036854775808
;;! run: 8 9223372036854775800
;; Loads of every width from a memory with 64-bit indices, at the last index that holds and at the first that does not, at
;; 2^32, and where index and width are 2^64 and more together.
(module
  (memory i64 1)
  (data (i64.const 65520) "\11\12\13\14\15\16\17\18\01\02\03\04\05\06\07\08")
  (func $load (export "load") (param $bytes i32) (param $index i64) (result i64)
    (block $1 (block $2 (block $4 (block $8 (block $16
      (br_table $16 $1 $2 $16 $4 $16 $16 $16 $8 $16 (local.get $bytes)))
      (return (i64x2.extract_lane 1 (v128.load (local.get $index)))))
      (return (i64.load (local.get $index))))
      (return (i64.load32_u (local.get $index))))
      (return (i64.load16_u (local.get $index))))
    (i64.load8_u (local.get $index))))

;; $ memory64_loads 1 65535
;; 8
;; $ memory64_loads 2 65534
;; 2055
;; $ memory64_loads 4 65532
;; 134678021
;; $ memory64_loads 8 65528
;; 578437695752307201
;; $ memory64_loads 16 65520
;; 578437695752307201
;; $ memory64_loads 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x64 - load
;; [status 134]
;; $ memory64_loads 2 65535
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x5d - load
;; [status 134]
;; $ memory64_loads 4 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x56 - load
;; [status 134]
;; $ memory64_loads 8 65529
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4f - load
;; [status 134]
;; $ memory64_loads 16 65521
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x44 - load
;; [status 134]
;; $ memory64_loads 1 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x64 - load
;; [status 134]
;; $ memory64_loads 2 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x5d - load
;; [status 134]
;; $ memory64_loads 4 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x56 - load
;; [status 134]
;; $ memory64_loads 8 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4f - load
;; [status 134]
;; $ memory64_loads 16 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x44 - load
;; [status 134]
;; $ memory64_loads 1 4294967296
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x64 - load
;; [status 134]
;; $ memory64_loads 8 4294967296
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4f - load
;; [status 134]
;; $ memory64_loads 8 -8
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4f - load
;; [status 134]
;; $ memory64_loads 16 -16
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x44 - load
;; [status 134]
;; $ memory64_loads 8 -9223372036854775808
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4f - load
;; [status 134]
;; $ memory64_loads 8 9223372036854775800
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4f - load
;; [status 134]
