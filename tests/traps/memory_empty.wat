;;! build: --invoke load
;;! run: 0
;;! run: -1
;; A memory of no pages has no first byte.
(module
  (memory 0)
  (func $load (export "load") (param i32) (result i32) (i32.load8_u (local.get 0))))
