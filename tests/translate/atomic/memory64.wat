;; With 64-bit indices.
(module
  (memory i64 1 1 shared)
  (func $i64.atomic.store (param i64 i64) (i64.atomic.store offset=4 (local.get 0) (local.get 1)))
  (func $memory.atomic.notify (param i64 i32) (result i32)
    (memory.atomic.notify (local.get 0) (local.get 1)))
  (table funcref (elem
    $i64.atomic.store $memory.atomic.notify))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
