;;! build: --invoke access
;;! run: 0 65532
;;! run: 0 65533
;;! run: 0 -1
;;! run: 1 131068
;;! run: 1 131069
;;! run: 1 65536
;;! run: 2 0
;;! run: 2 1
;;! run: 3 65532
;;! run: 3 65533
;;! run: 3 -4
;;! run: 4 0
;;! run: 4 1
;; Each memory has its own contents and its own end: two with guard pages or not, as the build has it, an empty one, one
;; with 64-bit indices, one of four bytes. A store to one memory changes no other.
(module
  (memory $one 1)
  (memory $two 2)
  (memory $none 0)
  (memory $long i64 1)
  (memory $bytes 4 (pagesize 1))
  (data (memory $one) (i32.const 65532) "\01")
  (data (memory $two) (i32.const 131068) "\02")
  (data (memory $long) (i64.const 65532) "\04")
  (data (memory $bytes) (i32.const 0) "\05")
  (func $access (export "access") (param $memory i32) (param $index i32) (result i32)
    (block $bytes (block $long (block $none (block $two (block $one
      (br_table $one $two $none $long $bytes (local.get $memory)))
      (return (i32.load $one (local.get $index))))
      (return (i32.load $two (local.get $index))))
      (return (i32.load $none (local.get $index))))
      (return (i32.load $long (i64.extend_i32_u (local.get $index)))))
    (i32.load $bytes (local.get $index))))

;; $ memories 0 65532
;; 1
;; $ memories 0 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4a - access
;; [status 134]
;; $ memories 0 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x4a - access
;; [status 134]
;; $ memories 1 131068
;; 2
;; $ memories 1 131069
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x51 - access
;; [status 134]
;; $ memories 1 65536
;; 0
;; $ memories 2 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x59 - access
;; [status 134]
;; $ memories 2 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x59 - access
;; [status 134]
;; $ memories 3 65532
;; 4
;; $ memories 3 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x62 - access
;; [status 134]
;; $ memories 3 -4
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x62 - access
;; [status 134]
;; $ memories 4 0
;; 5
;; $ memories 4 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6a - access
;; [status 134]
