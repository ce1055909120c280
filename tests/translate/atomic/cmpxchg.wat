;; Every comparison and exchange in one: a narrow one takes the low bytes of what is expected.
(module
  (memory 1 1 shared)
  (func $i32.atomic.rmw.cmpxchg (param i32 i32 i32) (result i32)
    (i32.atomic.rmw.cmpxchg (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw.cmpxchg (param i32 i64 i64) (result i64)
    (i64.atomic.rmw.cmpxchg (local.get 0) (local.get 1) (local.get 2)))
  (func $i32.atomic.rmw8.cmpxchg_u (param i32 i32 i32) (result i32)
    (i32.atomic.rmw8.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i32.atomic.rmw16.cmpxchg_u (param i32 i32 i32) (result i32)
    (i32.atomic.rmw16.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw8.cmpxchg_u (param i32 i64 i64) (result i64)
    (i64.atomic.rmw8.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw16.cmpxchg_u (param i32 i64 i64) (result i64)
    (i64.atomic.rmw16.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw32.cmpxchg_u (param i32 i64 i64) (result i64)
    (i64.atomic.rmw32.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $i32.atomic.rmw.cmpxchg $i64.atomic.rmw.cmpxchg $i32.atomic.rmw8.cmpxchg_u
    $i32.atomic.rmw16.cmpxchg_u $i64.atomic.rmw8.cmpxchg_u $i64.atomic.rmw16.cmpxchg_u
    $i64.atomic.rmw32.cmpxchg_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
