;; A table that grows: base and length are read from its state; table.grow is a call of the runtime.
(module
  (table $table 10 20 externref)
  (func $table.get (param i32) (result externref) (table.get $table (local.get 0)))
  (func $table.set (param i32 externref) (table.set $table (local.get 0) (local.get 1)))
  (func $table.size (result i32) (table.size $table))
  (func $table.grow (param externref i32) (result i32) (table.grow $table (local.get 0) (local.get 1)))
  (table funcref (elem $table.get $table.set $table.size $table.grow))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;;
