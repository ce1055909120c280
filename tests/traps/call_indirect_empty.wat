;; A table without elements.
(module
  (table $table 0 funcref)
  (func (export "_start") (call_indirect $table (i32.const 0))))

;; $ call_indirect_empty
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x2b - <wasm function 0>
;; [status 134]
