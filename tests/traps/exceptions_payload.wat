;; Values of every type arrive as they were thrown: each run throws them through another kind of clause, and prints 1.
;;! build: --invoke test
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
(module
  (type $one (func (result i32)))
  (tag $all (param i32 i64 f32 f64 v128 funcref externref exnref i32 v128))
  (tag $e (param i32))
  (table $ways funcref (elem $catch $catch_ref $caught_here $legacy))
  (func $seven (type $one) (i32.const 7))
  (elem declare func $seven)
  (func $throw (param exnref)
    (throw $all (i32.const -2) (i64.const -3000000000) (f32.const -0) (f64.const nan:0x8000000000001)
      (v128.const i32x4 1 2 3 4) (ref.func $seven) (ref.null extern) (local.get 0) (i32.const 5)
      (v128.const i64x2 -6 0x0123456789abcdef)))
  (func $new (result exnref)
    (block $h (result exnref) (try_table (catch_all_ref $h) (throw $e (i32.const 31))) (unreachable)))
  (table $called 1 funcref)
  (func $check (param i32 i64 f32 f64 v128 funcref externref exnref i32 v128) (result i32)
    (table.set $called (i32.const 0) (local.get 5))
    (i32.eq (local.get 0) (i32.const -2))
    (i32.and (i64.eq (local.get 1) (i64.const -3000000000)))
    (i32.and (i32.eq (i32.reinterpret_f32 (local.get 2)) (i32.const 0x80000000)))
    (i32.and (i64.eq (i64.reinterpret_f64 (local.get 3)) (i64.const 0x7ff8000000000001)))
    (i32.and (i32x4.all_true (i32x4.eq (local.get 4) (v128.const i32x4 1 2 3 4))))
    (i32.and (i32.eq (call_indirect $called (type $one) (i32.const 0)) (i32.const 7)))
    (i32.and (ref.is_null (local.get 6)))
    (i32.and (i32.eq (i32.const 31)
      (block $h (result i32) (try_table (catch $e $h) (throw_ref (local.get 7))) (unreachable))))
    (i32.and (i32.eq (local.get 8) (i32.const 5)))
    (i32.and (i32x4.all_true (i32x4.eq (local.get 9) (v128.const i64x2 -6 0x0123456789abcdef)))))
  (func $catch (type $one)
    (block $h (result i32 i64 f32 f64 v128 funcref externref exnref i32 v128)
      (try_table (catch $all $h) (call $throw (call $new)))
      (unreachable))
    (call $check))
  (func $catch_ref (type $one) (local $caught exnref)
    (block $h (result i32 i64 f32 f64 v128 funcref externref exnref i32 v128 exnref)
      (try_table (catch_ref $all $h) (call $throw (call $new)))
      (unreachable))
    (local.set $caught)
    (call $check)
    (block $h (result i32 i64 f32 f64 v128 funcref externref exnref i32 v128)
      (try_table (catch $all $h) (throw_ref (local.get $caught)))
      (unreachable))
    (call $check)
    (i32.and))
  (func $caught_here (type $one)
    (block $h (result i32 i64 f32 f64 v128 funcref externref exnref i32 v128)
      (try_table (catch $all $h)
        (throw $all (i32.const -2) (i64.const -3000000000) (f32.const -0) (f64.const nan:0x8000000000001)
          (v128.const i32x4 1 2 3 4) (ref.func $seven) (ref.null extern) (call $new) (i32.const 5)
          (v128.const i64x2 -6 0x0123456789abcdef)))
      (unreachable))
    (call $check))
  (func $legacy (type $one)
    try (result i32 i64 f32 f64 v128 funcref externref exnref i32 v128)
      try
        (call $throw (call $new))
      catch_all
        rethrow 0
      end
      unreachable
    catch $all
    end
    (call $check))
  (func (export "test") (param i32) (result i32) (call_indirect $ways (type $one) (local.get 0))))

;; $ exceptions_payload 0
;; 1
;; $ exceptions_payload 1
;; 1
;; $ exceptions_payload 2
;; 1
;; $ exceptions_payload 3
;; 1
