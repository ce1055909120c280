;; An active segment with a 64-bit offset that only fits when the sum wraps.
(module
  (memory i64 1)
  (data (i64.const 0) "ok")
  (data (i64.const -1) "xy")
  (func (export "_start")))

;; $ memory64_data_segment
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;; [status 134]
