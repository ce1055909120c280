;; A data segment that ends one byte behind a memory of three.
(module
  (memory 3 (pagesize 1))
  (data (i32.const 0) "abc")
  (data (i32.const 1) "def")
  (func (export "_start")))

;; $ page_size_data_segment
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;; [status 134]
