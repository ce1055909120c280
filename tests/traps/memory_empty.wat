;;! build: --invoke load
;;! run: 0
;;! run: -1
;; A memory of no pages has no first byte.
(module
  (memory 0)
  (func $load (export "load") (param i32) (result i32) (i32.load8_u (local.get 0))))

;; $ memory_empty 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x2a - load
;; [status 134]
;; $ memory_empty -1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x2a - load
;; [status 134]
