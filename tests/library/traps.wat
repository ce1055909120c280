;; A trap ends the process with the report of an executable, whatever it is; the host's frames are not in it.
;;! run: unreachable
;;! run: memory
;;! run: recursion
;;! run: division
(module
  (memory 1)
  (func $inner unreachable)
  (func (export "unreachable") (call $inner))
  (func (export "memory") (result i32) (i32.load (i32.const 65536)))
  (func $recursion (export "recursion") (call $recursion))
  (func $division (export "division") (param i32) (result i32) (i32.div_u (i32.const 1) (local.get 0))))

;; $ traps unreachable
;; 1
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x5a - inner
;;     1: 0x5e - <wasm function 1>
;; [status 134]
;; $ traps memory
;; 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x67 - <wasm function 2>
;; [status 134]
;; $ traps recursion
;; 1
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x6d - recursion
;; [status 134]
;; $ traps division
;; 1
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x76 - division
;; [status 134]
