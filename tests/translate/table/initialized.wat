;; Elements of a table that cannot be null are read like all others.
(module
  (type $nothing (func))
  (func $table.get (param i32) (result (ref $nothing)) (table.get $table (local.get 0)))
  (func $table.grow (result i32) (table.grow $growable (ref.func $nothing) (i32.const 1)))
  (func $nothing)
  (table $functions funcref (elem $table.get $table.grow))
  (table $table 4 (ref $nothing) (ref.func $nothing))
  (table $growable 4 (ref $nothing) (ref.func $nothing))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
