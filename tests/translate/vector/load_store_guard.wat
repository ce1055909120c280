;; Loads and stores of whole vectors, and loads that extend, splat or zero. With guard pages an address is a constant
;; base plus the index, and an access outside the memory faults.
(module
  (memory 1)
  (func $v128.load (param i32) (result v128) (v128.load (local.get 0)))
  (func $v128.load8x8_s (param i32) (result v128) (v128.load8x8_s (local.get 0)))
  (func $v128.load8x8_u (param i32) (result v128) (v128.load8x8_u (local.get 0)))
  (func $v128.load16x4_s (param i32) (result v128) (v128.load16x4_s (local.get 0)))
  (func $v128.load16x4_u (param i32) (result v128) (v128.load16x4_u (local.get 0)))
  (func $v128.load32x2_s (param i32) (result v128) (v128.load32x2_s (local.get 0)))
  (func $v128.load32x2_u (param i32) (result v128) (v128.load32x2_u (local.get 0)))
  (func $v128.load8_splat (param i32) (result v128) (v128.load8_splat (local.get 0)))
  (func $v128.load16_splat (param i32) (result v128) (v128.load16_splat (local.get 0)))
  (func $v128.load32_splat (param i32) (result v128) (v128.load32_splat (local.get 0)))
  (func $v128.load64_splat (param i32) (result v128) (v128.load64_splat (local.get 0)))
  (func $v128.load32_zero (param i32) (result v128) (v128.load32_zero (local.get 0)))
  (func $v128.load64_zero (param i32) (result v128) (v128.load64_zero (local.get 0)))
  (func $v128.store (param i32 v128) (v128.store (local.get 0) (local.get 1)))
  (table funcref (elem
    $v128.load $v128.load8x8_s $v128.load8x8_u $v128.load16x4_s $v128.load16x4_u $v128.load32x2_s
    $v128.load32x2_u $v128.load8_splat $v128.load16_splat $v128.load32_splat $v128.load64_splat
    $v128.load32_zero $v128.load64_zero $v128.store))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (v128.load)
;; function u0:1(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0062                               v2 = uextend.i64 v0
;; @0062                               v3 = iconst.i64 0x1000_0000
;; @0062                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0062                               v5 = load.i8x16 little region0 v4
;; @0066                               jump block1(v5)
;;
;;                                 block1(v1: i8x16):
;; @0066                               return v1
;; }
;;
;; ;; function 1 (v128.load8x8_s)
;; function u0:2(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @006b                               v2 = uextend.i64 v0
;; @006b                               v3 = iconst.i64 0x1000_0000
;; @006b                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @006b                               v5 = sload8x8 little region0 v4
;; @006b                               v6 = bitcast.i8x16 little v5
;; @006f                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @006f                               return v1
;; }
;;
;; ;; function 2 (v128.load8x8_u)
;; function u0:3(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0074                               v2 = uextend.i64 v0
;; @0074                               v3 = iconst.i64 0x1000_0000
;; @0074                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0074                               v5 = uload8x8 little region0 v4
;; @0074                               v6 = bitcast.i8x16 little v5
;; @0078                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @0078                               return v1
;; }
;;
;; ;; function 3 (v128.load16x4_s)
;; function u0:4(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @007d                               v2 = uextend.i64 v0
;; @007d                               v3 = iconst.i64 0x1000_0000
;; @007d                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @007d                               v5 = sload16x4 little region0 v4
;; @007d                               v6 = bitcast.i8x16 little v5
;; @0081                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @0081                               return v1
;; }
;;
;; ;; function 4 (v128.load16x4_u)
;; function u0:5(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0086                               v2 = uextend.i64 v0
;; @0086                               v3 = iconst.i64 0x1000_0000
;; @0086                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0086                               v5 = uload16x4 little region0 v4
;; @0086                               v6 = bitcast.i8x16 little v5
;; @008a                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @008a                               return v1
;; }
;;
;; ;; function 5 (v128.load32x2_s)
;; function u0:6(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @008f                               v2 = uextend.i64 v0
;; @008f                               v3 = iconst.i64 0x1000_0000
;; @008f                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @008f                               v5 = sload32x2 little region0 v4
;; @008f                               v6 = bitcast.i8x16 little v5
;; @0093                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @0093                               return v1
;; }
;;
;; ;; function 6 (v128.load32x2_u)
;; function u0:7(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0098                               v2 = uextend.i64 v0
;; @0098                               v3 = iconst.i64 0x1000_0000
;; @0098                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0098                               v5 = uload32x2 little region0 v4
;; @0098                               v6 = bitcast.i8x16 little v5
;; @009c                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @009c                               return v1
;; }
;;
;; ;; function 7 (v128.load8_splat)
;; function u0:8(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00a1                               v2 = uextend.i64 v0
;; @00a1                               v3 = iconst.i64 0x1000_0000
;; @00a1                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00a1                               v5 = load.i8 little region0 v4
;; @00a1                               v6 = splat.i8x16 v5
;; @00a5                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @00a5                               return v1
;; }
;;
;; ;; function 8 (v128.load16_splat)
;; function u0:9(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00aa                               v2 = uextend.i64 v0
;; @00aa                               v3 = iconst.i64 0x1000_0000
;; @00aa                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00aa                               v5 = load.i16 little region0 v4
;; @00aa                               v6 = splat.i16x8 v5
;; @00aa                               v7 = bitcast.i8x16 little v6
;; @00ae                               jump block1(v7)
;;
;;                                 block1(v1: i8x16):
;; @00ae                               return v1
;; }
;;
;; ;; function 9 (v128.load32_splat)
;; function u0:10(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00b3                               v2 = uextend.i64 v0
;; @00b3                               v3 = iconst.i64 0x1000_0000
;; @00b3                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00b3                               v5 = load.i32 little region0 v4
;; @00b3                               v6 = splat.i32x4 v5
;; @00b3                               v7 = bitcast.i8x16 little v6
;; @00b7                               jump block1(v7)
;;
;;                                 block1(v1: i8x16):
;; @00b7                               return v1
;; }
;;
;; ;; function 10 (v128.load64_splat)
;; function u0:11(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00bc                               v2 = uextend.i64 v0
;; @00bc                               v3 = iconst.i64 0x1000_0000
;; @00bc                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00bc                               v5 = load.i64 little region0 v4
;; @00bc                               v6 = splat.i64x2 v5
;; @00bc                               v7 = bitcast.i8x16 little v6
;; @00c0                               jump block1(v7)
;;
;;                                 block1(v1: i8x16):
;; @00c0                               return v1
;; }
;;
;; ;; function 11 (v128.load32_zero)
;; function u0:12(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00c5                               v2 = uextend.i64 v0
;; @00c5                               v3 = iconst.i64 0x1000_0000
;; @00c5                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00c5                               v5 = load.i32 little region0 v4
;; @00c5                               v6 = scalar_to_vector.i32x4 v5
;; @00c5                               v7 = bitcast.i8x16 little v6
;; @00c9                               jump block1(v7)
;;
;;                                 block1(v1: i8x16):
;; @00c9                               return v1
;; }
;;
;; ;; function 12 (v128.load64_zero)
;; function u0:13(i32) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00ce                               v2 = uextend.i64 v0
;; @00ce                               v3 = iconst.i64 0x1000_0000
;; @00ce                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00ce                               v5 = load.i64 little region0 v4
;; @00ce                               v6 = scalar_to_vector.i64x2 v5
;; @00ce                               v7 = bitcast.i8x16 little v6
;; @00d2                               jump block1(v7)
;;
;;                                 block1(v1: i8x16):
;; @00d2                               return v1
;; }
;;
;; ;; function 13 (v128.store)
;; function u0:14(i32, i8x16) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @00d9                               v2 = uextend.i64 v0
;; @00d9                               v3 = iconst.i64 0x1000_0000
;; @00d9                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00d9                               store little region0 v1, v4
;; @00dd                               jump block1
;;
;;                                 block1:
;; @00dd                               return
;; }
