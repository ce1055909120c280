;;! build: --invoke all
;; Indices of bytes in a vector: of a swizzle they count by their low eight bits, and give zero from 16 on, also where the
;; registers of the processor have more than 128 bits and other bytes behind the vector; a shuffle takes bytes of both operands
;; in any order. Relaxed swizzles differ between processors for indices from 16 to 127 only.
(module
  (global $x (mut v128) (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16))
  (global $y (mut v128) (v128.const i8x16 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36))
  (func $sum (param v128) (result i64)
    (i64.add (i64.mul (i64x2.extract_lane 0 (local.get 0)) (i64.const 31)) (i64x2.extract_lane 1 (local.get 0))))
  (func $splat (param i32) (result i64)
    (call $sum (i8x16.swizzle (global.get $x) (i8x16.splat (local.get 0)))))
  (func $relaxed (param i32) (result i64)
    (call $sum (i8x16.relaxed_swizzle (global.get $x) (i8x16.splat (local.get 0)))))
  (func $narrow (param i32) (result i64)
    (call $sum (i8x16.swizzle (global.get $x) (i8x16.narrow_i16x8_u (i16x8.splat (local.get 0)) (global.get $x)))))
  (func $replaced (param i32) (result i64)
    (call $sum (i8x16.swizzle (i8x16.replace_lane 3 (global.get $x) (local.get 0))
      (i8x16.replace_lane 5 (global.get $x) (local.get 0)))))
  (func $constant (result i64)
    (call $sum (i8x16.swizzle (global.get $x) (v128.const i8x16 15 16 17 31 32 127 128 255 0 1 2 3 4 5 6 240))))
  (func $same_constant (result i64) (call $sum (i8x16.swizzle (global.get $x) (i8x16.splat (i32.const 0x101)))))
  (func $beyond_constant (result i64) (call $sum (i8x16.swizzle (global.get $x) (i8x16.splat (i32.const 17)))))
  (func $second (result i64)
    (call $sum (i8x16.shuffle 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 (global.get $x) (global.get $y))))
  (func $first (result i64)
    (call $sum (i8x16.shuffle 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0 (global.get $x) (global.get $y))))
  (func $both (result i64)
    (call $sum (i8x16.shuffle 0 16 1 17 2 18 3 19 31 15 30 14 29 13 28 12 (global.get $x) (global.get $y))))
  (func $splats (param i32 i32) (result i64)
    (call $sum (i8x16.shuffle 31 0 31 0 31 0 31 0 16 15 16 15 16 15 16 15
      (i8x16.splat (local.get 0)) (i8x16.splat (local.get 1)))))
  (func (export "all")
    (result i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64)
    (call $splat (i32.const 3)) (call $splat (i32.const 0x103)) (call $splat (i32.const 15)) (call $splat (i32.const 16))
    (call $splat (i32.const 31)) (call $splat (i32.const -1)) (call $splat (i32.const 0x7fffff00))
    (call $relaxed (i32.const 0x103)) (call $relaxed (i32.const -241)) (call $relaxed (i32.const 0x180))
    (call $narrow (i32.const 0x10)) (call $replaced (i32.const 0x110)) (call $constant) (call $same_constant)
    (call $beyond_constant) (call $second) (call $first) (call $both) (call $splats (i32.const 0x105) (i32.const -7))))

;; $ vector_indices
;; -9187201950435737472
;; -9187201950435737472
;; 144680345676153344
;; 0
;; 0
;; 0
;; 2314885530818453536
;; -9187201950435737472
;; 144680345676153344
;; 0
;; 0
;; 1731651411243722824
;; 1976943448884209
;; 4629771061636907072
;; 0
;; -8400538031690691928
;; 1817582303425714680
;; -747642060959147197
;; -4674526265844121824
