;; Every atomic load and store: aligned, or it traps before anything else is looked at.
(module
  (memory 1 1 shared)
  (func $i32.atomic.load (param i32) (result i32) (i32.atomic.load (local.get 0)))
  (func $i64.atomic.load (param i32) (result i64) (i64.atomic.load (local.get 0)))
  (func $i32.atomic.load8_u (param i32) (result i32) (i32.atomic.load8_u (local.get 0)))
  (func $i32.atomic.load16_u (param i32) (result i32) (i32.atomic.load16_u (local.get 0)))
  (func $i64.atomic.load8_u (param i32) (result i64) (i64.atomic.load8_u (local.get 0)))
  (func $i64.atomic.load16_u (param i32) (result i64) (i64.atomic.load16_u (local.get 0)))
  (func $i64.atomic.load32_u (param i32) (result i64) (i64.atomic.load32_u (local.get 0)))
  (func $i32.atomic.store (param i32 i32) (i32.atomic.store (local.get 0) (local.get 1)))
  (func $i64.atomic.store (param i32 i64) (i64.atomic.store (local.get 0) (local.get 1)))
  (func $i32.atomic.store8 (param i32 i32) (i32.atomic.store8 (local.get 0) (local.get 1)))
  (func $i32.atomic.store16 (param i32 i32) (i32.atomic.store16 (local.get 0) (local.get 1)))
  (func $i64.atomic.store8 (param i32 i64) (i64.atomic.store8 (local.get 0) (local.get 1)))
  (func $i64.atomic.store16 (param i32 i64) (i64.atomic.store16 (local.get 0) (local.get 1)))
  (func $i64.atomic.store32 (param i32 i64) (i64.atomic.store32 (local.get 0) (local.get 1)))
  (table funcref (elem
    $i32.atomic.load $i64.atomic.load $i32.atomic.load8_u $i32.atomic.load16_u $i64.atomic.load8_u
    $i64.atomic.load16_u $i64.atomic.load32_u $i32.atomic.store $i64.atomic.store $i32.atomic.store8
    $i32.atomic.store16 $i64.atomic.store8 $i64.atomic.store16 $i64.atomic.store32))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
