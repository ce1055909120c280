;; A table that nothing writes or grows is read-only data, and its length is a constant.
(module
  (table $table 10 funcref)
  (func $table.get (param i32) (result funcref) (table.get $table (local.get 0)))
  (func $table.size (result i32) (table.size $table))
  (table funcref (elem $table.get $table.size))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;;
