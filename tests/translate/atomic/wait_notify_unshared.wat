;; On a memory that is not shared nobody waits: to wait is a trap, which the runtime is asked for, and to notify wakes nobody.
(module
  (memory 1 1)
  (func $memory.atomic.notify (param i32 i32) (result i32)
    (memory.atomic.notify (local.get 0) (local.get 1)))
  (func $memory.atomic.wait32 (param i32 i32 i64) (result i32)
    (memory.atomic.wait32 (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.atomic.wait64 (param i32 i64 i64) (result i32)
    (memory.atomic.wait64 (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $memory.atomic.notify $memory.atomic.wait32 $memory.atomic.wait64))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
