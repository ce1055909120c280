;; A table of a size that would take gigabytes to fill.
(module
  (table 10000001 funcref)
  (func (export "_start") (drop (table.get (i32.const 0)))))

;; error: 'table.wat': limit exceeded: table 0 starts with 10000001 elements; wasmc takes at most 10000000
