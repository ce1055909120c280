;; A data segment of no bytes may lie at the very end.
(module
  (memory 1)
  (data (i32.const 65536) "")
  (data (i32.const 65535) "x")
  (func (export "_start")))

;; $ start_data_segment_end
