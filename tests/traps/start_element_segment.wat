;; An element segment that does not fit.
(module
  (table 1 funcref)
  (elem (i32.const 1) $never)
  (func $never)
  (func (export "_start") (unreachable)))

;; $ start_element_segment
;; wasm trap: out of bounds table access
;; wasm backtrace:
;; [status 134]
