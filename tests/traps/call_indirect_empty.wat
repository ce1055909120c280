;; A table without elements.
(module
  (table $table 0 funcref)
  (func (export "_start") (call_indirect $table (i32.const 0))))
