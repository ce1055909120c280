;; A backtrace through direct and indirect calls, with a function that has no name.
(module
  (type $nothing (func))
  (table funcref (elem $third))
  (func $fourth (drop (i32.div_s (i32.const 1) (i32.const 0))))
  (func $third (call $fourth))
  (func (call_indirect (type $nothing) (i32.const 0)))
  (func $first (call 2))
  (func $main (export "_start") (call $first)))

;; $ backtrace
;; wasm trap: integer divide by zero
;; wasm backtrace:
;;     0: 0x3d - fourth
;;     1: 0x42 - third
;;     2: 0x49 - <wasm function 2>
;;     3: 0x4f - first
;;     4: 0x54 - main
;; [status 134]
