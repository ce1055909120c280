;;! build: --invoke divide
;;! run: 0 7 0
;;! run: 1 7 0
;;! run: 2 7 0
;;! run: 3 7 0
;;! run: 0 -2147483648 -1
;;! run: 1 -2147483648 -1
;;! run: 2 -2147483648 -1
;;! run: 3 -2147483648 -1
;;! run: 0 -7 2
;;! run: 2 -7 2
;; i32.div_s (0), div_u (1), rem_s (2), rem_u (3): by zero, and the quotient that does not fit, whose remainder is 0.
(module
  (func $divide (export "divide") (param $how i32) (param $x i32) (param $y i32) (result i32)
    (block $rem_u (block $rem_s (block $div_u (block $div_s
      (br_table $div_s $div_u $rem_s $rem_u (local.get $how)))
      (return (i32.div_s (local.get $x) (local.get $y))))
      (return (i32.div_u (local.get $x) (local.get $y))))
      (return (i32.rem_s (local.get $x) (local.get $y))))
    (i32.rem_u (local.get $x) (local.get $y))))

;; $ division_i32 0 7 0
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x3c - divide
;; [status 134]
;; $ division_i32 1 7 0
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x43 - divide
;; [status 134]
;; $ division_i32 2 7 0
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x4a - divide
;; [status 134]
;; $ division_i32 3 7 0
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x51 - divide
;; [status 134]
;; $ division_i32 0 -2147483648 -1
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x3c - divide
;; [status 134]
;; $ division_i32 1 -2147483648 -1
;; 0
;; $ division_i32 2 -2147483648 -1
;; 0
;; $ division_i32 3 -2147483648 -1
;; -2147483648
;; $ division_i32 0 -7 2
;; -3
;; $ division_i32 2 -7 2
;; -1
