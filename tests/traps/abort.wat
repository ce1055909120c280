;;! build: --invoke f
;;! environment: WASMC_TRAP=abort
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;;! run: 4
;; With WASMC_TRAP=abort, a program that traps aborts after its report, whatever the signal of the fault was, and also
;; where no signal was: at the uncaught exception of the last run.
(module
  (tag $error)
  (memory 1)
  (func $f (export "f") (param $kind i32) (result i32)
    (if (i32.eqz (local.get $kind)) (then (unreachable)))
    (if (i32.eq (local.get $kind) (i32.const 1)) (then (return (i32.load (i32.const -4)))))
    (if (i32.eq (local.get $kind) (i32.const 2)) (then (return (call $divide (i32.const 1) (i32.const 0)))))
    (if (i32.eq (local.get $kind) (i32.const 3)) (then (return (call $deeper (i32.const 1)))))
    (throw $error))
  (func $divide (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  (func $deeper (param i32) (result i32) (i32.add (call $deeper (local.get 0)) (local.get 0))))

;; $ abort 0
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x38 - f
;; [signal 6]
;; $ abort 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x45 - f
;; [signal 6]
;; $ abort 2
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x6f - divide
;;     1: 0x55 - f
;; [signal 6]
;; $ abort 3
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x62 - f
;;     N: 0x75 - deeper
;; [signal 6]
;; $ abort 4
;; wasm trap: uncaught exception: tag 'error'
;; wasm backtrace:
;;     0: 0x66 - f
;; [signal 6]
