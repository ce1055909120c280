;;! build: --invoke load
;;! run: 0 0
;;! run: 0 4095
;;! run: 1 0
;;! run: 1 65532
;;! run: 1 65533
;;! run: 1 65535
;;! run: 1 65536
;;! run: 2 65533
;;! run: 2 131068
;;! run: 2 131069
;;! run: 65536 65533
;;! run: 65536 -4
;;! run: 65536 -3
;;! run: 65536 -1
;; A load after memory.grow from no pages at all: addresses below 65536 are out of bounds like others.
(module
  (memory 0)
  (func $load (export "load") (param $pages i32) (param $address i32) (result i32)
    (if (local.get $pages) (then
      (if (memory.grow (i32.const 1)) (then unreachable))
      (if (i32.ne (memory.grow (i32.sub (local.get $pages) (i32.const 1))) (i32.const 1)) (then unreachable))))
    (i32.load (local.get $address))))

;; $ memory_border_grown 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
;; $ memory_border_grown 0 4095
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
;; $ memory_border_grown 1 0
;; 0
;; $ memory_border_grown 1 65532
;; 0
;; $ memory_border_grown 1 65533
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
;; $ memory_border_grown 1 65535
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
;; $ memory_border_grown 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
;; $ memory_border_grown 2 65533
;; 0
;; $ memory_border_grown 2 131068
;; 0
;; $ memory_border_grown 2 131069
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
;; $ memory_border_grown 65536 65533
;; 0
;; $ memory_border_grown 65536 -4
;; 0
;; $ memory_border_grown 65536 -3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
;; $ memory_border_grown 65536 -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x46 - load
;; [status 134]
