;;! build: --bounds-checks=explicit
;; With explicit checks: first the alignment of index and offset, then the bounds.
(module
  (memory 1 1 shared)
  (func $i32.atomic.load (param i32) (result i32) (i32.atomic.load offset=6 (local.get 0)))
  (func $i64.atomic.rmw16.add_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.add_u offset=3000000000 (local.get 0) (local.get 1)))
  (func $memory.atomic.wait64 (param i32 i64 i64) (result i32)
    (memory.atomic.wait64 offset=8 (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $i32.atomic.load $i64.atomic.rmw16.add_u $memory.atomic.wait64))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
