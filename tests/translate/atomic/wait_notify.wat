;; Waiting and notifying are calls of the runtime, with an address that compiled code has checked, here by reading there.
(module
  (memory 1 1 shared)
  (func $memory.atomic.notify (param i32 i32) (result i32)
    (memory.atomic.notify (local.get 0) (local.get 1)))
  (func $memory.atomic.wait32 (param i32 i32 i64) (result i32)
    (memory.atomic.wait32 (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.atomic.wait64 (param i32 i64 i64) (result i32)
    (memory.atomic.wait64 (local.get 0) (local.get 1) (local.get 2)))
  (func $atomic.fence  (atomic.fence))
  (table funcref (elem
    $memory.atomic.notify $memory.atomic.wait32 $memory.atomic.wait64 $atomic.fence))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
