;;! build: --backtrace=none --invoke f
;;! run: 0
;;! run: 1
;;! run: 2
;; Without backtraces a report is its first line; the kinds of traps are told apart all the same.
(module
  (memory 1)
  (func $f (export "f") (param $kind i32) (result i32)
    (if (i32.eqz (local.get $kind)) (then (unreachable)))
    (if (i32.eq (local.get $kind) (i32.const 1)) (then (return (i32.load (i32.const -4)))))
    (call $divide (i32.const 1) (i32.const 0)))
  (func $divide (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1))))

;; $ backtrace_none 0
;; wasm trap: unreachable
;; [status 134]
;; $ backtrace_none 1
;; wasm trap: out of bounds memory access
;; [status 134]
;; $ backtrace_none 2
;; wasm trap: integer divide by zero
;; [status 134]
