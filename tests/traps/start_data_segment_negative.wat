;; The offset of a data segment counts as unsigned.
(module
  (memory 1)
  (data (i32.const -1) "x")
  (func (export "_start")))

;; $ start_data_segment_negative
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;; [status 134]
