;; An exception that nothing catches is a trap that names the tag, with the backtrace of where it was thrown.
;;! build: --invoke test
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;;! run: 4
(module
  (type $nothing (func))
  (tag $named (param i32))
  (tag (export "exported") (param i64))
  (tag)
  (table funcref (elem $thrower))
  (global $which (mut i32) (i32.const 0))
  (func $thrower
    (if (i32.eqz (global.get $which)) (then (throw $named (i32.const 5))))
    (if (i32.eq (global.get $which) (i32.const 1)) (then (throw 1 (i64.const 5))))
    (if (i32.eq (global.get $which) (i32.const 2)) (then (throw 2))))
  (func $through (call_indirect (type $nothing) (i32.const 0)))
  ;; Clauses that do not take it change nothing.
  (func $others
    (block $h (result i64)
      (try_table (catch 1 $h) (try_table (call $through)))
      (return))
    (drop)
    (throw 2))
  (func (export "test") (param i32)
    (if (i32.eq (local.get 0) (i32.const 4)) (then (global.set $which (i32.const 1)) (call $through)))
    (global.set $which (local.get 0))
    (call $others)))

;; $ exception_uncaught 0
;; wasm trap: uncaught exception: tag 'named'
;; wasm backtrace:
;;     0: 0x61 - thrower
;;     1: 0x7f - through
;;     2: 0x90 - others
;;     3: 0xae - <wasm function 3>
;; [status 134]
;; $ exception_uncaught 1
;; wasm trap: uncaught exception: tag 2
;; wasm backtrace:
;;     0: 0x97 - others
;;     1: 0xae - <wasm function 3>
;; [status 134]
;; $ exception_uncaught 2
;; wasm trap: uncaught exception: tag 2
;; wasm backtrace:
;;     0: 0x77 - thrower
;;     1: 0x7f - through
;;     2: 0x90 - others
;;     3: 0xae - <wasm function 3>
;; [status 134]
;; $ exception_uncaught 3
;; $ exception_uncaught 4
;; wasm trap: uncaught exception: tag 'exported'
;; wasm backtrace:
;;     0: 0x6d - thrower
;;     1: 0x7f - through
;;     2: 0xa7 - <wasm function 3>
;; [status 134]
