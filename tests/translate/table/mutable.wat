;; A table that is written but never grows: data at a symbol, and a constant length.
(module
  (table $table 10 20 externref)
  (func $table.get (param i32) (result externref) (table.get $table (local.get 0)))
  (func $table.set (param i32 externref) (table.set $table (local.get 0) (local.get 1)))
  (func $table.size (result i32) (table.size $table))
  (func $table.fill (param i32 externref i32) (table.fill $table (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem $table.get $table.set $table.size $table.fill))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;;
