;; An element segment with a 64-bit offset that only fits when the sum wraps.
(module
  (table i64 10 funcref)
  (elem (i64.const 9) func $f)
  (elem (i64.const -1) func $f $f)
  (func $f)
  (func (export "_start")))

;; $ table64_element_segment
;; wasm trap: out of bounds table access
;; wasm backtrace:
;; [status 134]
