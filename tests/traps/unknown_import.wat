;;! build: --unknown-imports trap --invoke call
;;! run: 0
;;! run: 1
;;! run: 2
;; Imports that nothing provides: calling one traps, directly or through a table; not calling any does not.
(module
  (import "env" "missing" (func $missing (param i32) (result i32)))
  (import "other place" "" (func $nameless (result i32)))
  (table funcref (elem $nameless))
  (func $call (export "call") (param $how i32) (result i32)
    (block $indirect (block $direct (block $not
      (br_table $not $direct $indirect (local.get $how)))
      (return (i32.const 0)))
      (return (call $missing (i32.const 1))))
    (call_indirect (result i32) (i32.const 0))))

;; $ unknown_import 0
;; 0
;; $ unknown_import 1
;; wasm trap: unknown import called
;; wasm backtrace:
;;     0: env.missing
;;     1: 0x6d - call
;; [status 134]
;; $ unknown_import 2
;; wasm trap: unknown import called
;; wasm backtrace:
;;     0: other place.
;;     1: 0x73 - call
;; [status 134]
