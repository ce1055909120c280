;; An exception that nothing catches is a trap that names the tag, with the backtrace of where it was thrown.
;;! build: --invoke test
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
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
    (global.set $which (local.get 0))
    (call $others)))
