;; A data segment of no bytes may not lie behind the end.
(module
  (memory 1)
  (data (i32.const 65537) "")
  (func (export "_start")))

;; $ start_data_segment_empty
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;; [status 134]
