;;! build: --invoke dead
;;! run: 1
;;! run: 0
;; A division by zero traps also if the quotient is not used.
(module
  (func $dead (export "dead") (param i32) (result i32)
    (drop (i32.div_u (i32.const 1) (local.get 0)))
    (drop (i64.rem_s (i64.const 1) (i64.extend_i32_u (local.get 0))))
    (i32.const 5)))

;; $ division_dead 1
;; 5
;; $ division_dead 0
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x27 - dead
;; [status 134]
