;; Products of half of the lanes, twice as wide.
(module
  (func $i16x8.extmul_low_i8x16_s (param v128 v128) (result v128)
    (i16x8.extmul_low_i8x16_s (local.get 0) (local.get 1)))
  (func $i16x8.extmul_low_i8x16_u (param v128 v128) (result v128)
    (i16x8.extmul_low_i8x16_u (local.get 0) (local.get 1)))
  (func $i16x8.extmul_high_i8x16_s (param v128 v128) (result v128)
    (i16x8.extmul_high_i8x16_s (local.get 0) (local.get 1)))
  (func $i16x8.extmul_high_i8x16_u (param v128 v128) (result v128)
    (i16x8.extmul_high_i8x16_u (local.get 0) (local.get 1)))
  (func $i32x4.extmul_low_i16x8_s (param v128 v128) (result v128)
    (i32x4.extmul_low_i16x8_s (local.get 0) (local.get 1)))
  (func $i32x4.extmul_low_i16x8_u (param v128 v128) (result v128)
    (i32x4.extmul_low_i16x8_u (local.get 0) (local.get 1)))
  (func $i32x4.extmul_high_i16x8_s (param v128 v128) (result v128)
    (i32x4.extmul_high_i16x8_s (local.get 0) (local.get 1)))
  (func $i32x4.extmul_high_i16x8_u (param v128 v128) (result v128)
    (i32x4.extmul_high_i16x8_u (local.get 0) (local.get 1)))
  (func $i64x2.extmul_low_i32x4_s (param v128 v128) (result v128)
    (i64x2.extmul_low_i32x4_s (local.get 0) (local.get 1)))
  (func $i64x2.extmul_low_i32x4_u (param v128 v128) (result v128)
    (i64x2.extmul_low_i32x4_u (local.get 0) (local.get 1)))
  (func $i64x2.extmul_high_i32x4_s (param v128 v128) (result v128)
    (i64x2.extmul_high_i32x4_s (local.get 0) (local.get 1)))
  (func $i64x2.extmul_high_i32x4_u (param v128 v128) (result v128)
    (i64x2.extmul_high_i32x4_u (local.get 0) (local.get 1)))
  (table funcref (elem
    $i16x8.extmul_low_i8x16_s $i16x8.extmul_low_i8x16_u $i16x8.extmul_high_i8x16_s
    $i16x8.extmul_high_i8x16_u $i32x4.extmul_low_i16x8_s $i32x4.extmul_low_i16x8_u
    $i32x4.extmul_high_i16x8_s $i32x4.extmul_high_i16x8_u $i64x2.extmul_low_i32x4_s
    $i64x2.extmul_low_i32x4_u $i64x2.extmul_high_i32x4_s $i64x2.extmul_high_i32x4_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i16x8.extmul_low_i8x16_s)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0057                               v3 = swiden_low v0
;; @0057                               v4 = swiden_low v1
;; @0057                               v5 = imul v3, v4
;; @0057                               v6 = bitcast.i8x16 little v5
;; @005a                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @005a                               return v2
;; }
;;
;; ;; function 1 (i16x8.extmul_low_i8x16_u)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0061                               v3 = uwiden_low v0
;; @0061                               v4 = uwiden_low v1
;; @0061                               v5 = imul v3, v4
;; @0061                               v6 = bitcast.i8x16 little v5
;; @0064                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0064                               return v2
;; }
;;
;; ;; function 2 (i16x8.extmul_high_i8x16_s)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006b                               v3 = swiden_high v0
;; @006b                               v4 = swiden_high v1
;; @006b                               v5 = imul v3, v4
;; @006b                               v6 = bitcast.i8x16 little v5
;; @006e                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @006e                               return v2
;; }
;;
;; ;; function 3 (i16x8.extmul_high_i8x16_u)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0075                               v3 = uwiden_high v0
;; @0075                               v4 = uwiden_high v1
;; @0075                               v5 = imul v3, v4
;; @0075                               v6 = bitcast.i8x16 little v5
;; @0078                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0078                               return v2
;; }
;;
;; ;; function 4 (i32x4.extmul_low_i16x8_s)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007f                               v3 = bitcast.i16x8 little v1
;; @007f                               v4 = bitcast.i16x8 little v0
;; @007f                               v5 = swiden_low v4
;; @007f                               v6 = swiden_low v3
;; @007f                               v7 = imul v5, v6
;; @007f                               v8 = bitcast.i8x16 little v7
;; @0082                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @0082                               return v2
;; }
;;
;; ;; function 5 (i32x4.extmul_low_i16x8_u)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0089                               v3 = bitcast.i16x8 little v1
;; @0089                               v4 = bitcast.i16x8 little v0
;; @0089                               v5 = uwiden_low v4
;; @0089                               v6 = uwiden_low v3
;; @0089                               v7 = imul v5, v6
;; @0089                               v8 = bitcast.i8x16 little v7
;; @008c                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @008c                               return v2
;; }
;;
;; ;; function 6 (i32x4.extmul_high_i16x8_s)
;; function u0:7(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0093                               v3 = bitcast.i16x8 little v1
;; @0093                               v4 = bitcast.i16x8 little v0
;; @0093                               v5 = swiden_high v4
;; @0093                               v6 = swiden_high v3
;; @0093                               v7 = imul v5, v6
;; @0093                               v8 = bitcast.i8x16 little v7
;; @0096                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @0096                               return v2
;; }
;;
;; ;; function 7 (i32x4.extmul_high_i16x8_u)
;; function u0:8(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @009d                               v3 = bitcast.i16x8 little v1
;; @009d                               v4 = bitcast.i16x8 little v0
;; @009d                               v5 = uwiden_high v4
;; @009d                               v6 = uwiden_high v3
;; @009d                               v7 = imul v5, v6
;; @009d                               v8 = bitcast.i8x16 little v7
;; @00a0                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @00a0                               return v2
;; }
;;
;; ;; function 8 (i64x2.extmul_low_i32x4_s)
;; function u0:9(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00a7                               v3 = bitcast.i32x4 little v1
;; @00a7                               v4 = bitcast.i32x4 little v0
;; @00a7                               v5 = swiden_low v4
;; @00a7                               v6 = swiden_low v3
;; @00a7                               v7 = imul v5, v6
;; @00a7                               v8 = bitcast.i8x16 little v7
;; @00aa                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @00aa                               return v2
;; }
;;
;; ;; function 9 (i64x2.extmul_low_i32x4_u)
;; function u0:10(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00b1                               v3 = bitcast.i32x4 little v1
;; @00b1                               v4 = bitcast.i32x4 little v0
;; @00b1                               v5 = uwiden_low v4
;; @00b1                               v6 = uwiden_low v3
;; @00b1                               v7 = imul v5, v6
;; @00b1                               v8 = bitcast.i8x16 little v7
;; @00b4                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @00b4                               return v2
;; }
;;
;; ;; function 10 (i64x2.extmul_high_i32x4_s)
;; function u0:11(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00bb                               v3 = bitcast.i32x4 little v1
;; @00bb                               v4 = bitcast.i32x4 little v0
;; @00bb                               v5 = swiden_high v4
;; @00bb                               v6 = swiden_high v3
;; @00bb                               v7 = imul v5, v6
;; @00bb                               v8 = bitcast.i8x16 little v7
;; @00be                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @00be                               return v2
;; }
;;
;; ;; function 11 (i64x2.extmul_high_i32x4_u)
;; function u0:12(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00c5                               v3 = bitcast.i32x4 little v1
;; @00c5                               v4 = bitcast.i32x4 little v0
;; @00c5                               v5 = uwiden_high v4
;; @00c5                               v6 = uwiden_high v3
;; @00c5                               v7 = imul v5, v6
;; @00c5                               v8 = bitcast.i8x16 little v7
;; @00c8                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @00c8                               return v2
;; }
