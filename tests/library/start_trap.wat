;; Instantiation ends in a trap: a segment does not fit.
(module
  (memory 1)
  (data (i32.const 65536) "x")
  (func (export "f")))

;; $ start_trap
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;; [status 134]
