;; Half of the lanes, twice as wide.
(module
  (func $i16x8.extend_low_i8x16_s (param v128) (result v128) (i16x8.extend_low_i8x16_s (local.get 0)))
  (func $i16x8.extend_low_i8x16_u (param v128) (result v128) (i16x8.extend_low_i8x16_u (local.get 0)))
  (func $i16x8.extend_high_i8x16_s (param v128) (result v128) (i16x8.extend_high_i8x16_s (local.get 0)))
  (func $i16x8.extend_high_i8x16_u (param v128) (result v128) (i16x8.extend_high_i8x16_u (local.get 0)))
  (func $i32x4.extend_low_i16x8_s (param v128) (result v128) (i32x4.extend_low_i16x8_s (local.get 0)))
  (func $i32x4.extend_low_i16x8_u (param v128) (result v128) (i32x4.extend_low_i16x8_u (local.get 0)))
  (func $i32x4.extend_high_i16x8_s (param v128) (result v128) (i32x4.extend_high_i16x8_s (local.get 0)))
  (func $i32x4.extend_high_i16x8_u (param v128) (result v128) (i32x4.extend_high_i16x8_u (local.get 0)))
  (func $i64x2.extend_low_i32x4_s (param v128) (result v128) (i64x2.extend_low_i32x4_s (local.get 0)))
  (func $i64x2.extend_low_i32x4_u (param v128) (result v128) (i64x2.extend_low_i32x4_u (local.get 0)))
  (func $i64x2.extend_high_i32x4_s (param v128) (result v128) (i64x2.extend_high_i32x4_s (local.get 0)))
  (func $i64x2.extend_high_i32x4_u (param v128) (result v128) (i64x2.extend_high_i32x4_u (local.get 0)))
  (table funcref (elem
    $i16x8.extend_low_i8x16_s $i16x8.extend_low_i8x16_u $i16x8.extend_high_i8x16_s
    $i16x8.extend_high_i8x16_u $i32x4.extend_low_i16x8_s $i32x4.extend_low_i16x8_u
    $i32x4.extend_high_i16x8_s $i32x4.extend_high_i16x8_u $i64x2.extend_low_i32x4_s
    $i64x2.extend_low_i32x4_u $i64x2.extend_high_i32x4_s $i64x2.extend_high_i32x4_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i16x8.extend_low_i8x16_s)
;; function u0:1(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0053                               v2 = swiden_low v0
;; @0053                               v3 = bitcast.i8x16 little v2
;; @0056                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @0056                               return v1
;; }
;;
;; ;; function 1 (i16x8.extend_low_i8x16_u)
;; function u0:2(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @005b                               v2 = uwiden_low v0
;; @005b                               v3 = bitcast.i8x16 little v2
;; @005e                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @005e                               return v1
;; }
;;
;; ;; function 2 (i16x8.extend_high_i8x16_s)
;; function u0:3(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0063                               v2 = swiden_high v0
;; @0063                               v3 = bitcast.i8x16 little v2
;; @0066                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @0066                               return v1
;; }
;;
;; ;; function 3 (i16x8.extend_high_i8x16_u)
;; function u0:4(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @006b                               v2 = uwiden_high v0
;; @006b                               v3 = bitcast.i8x16 little v2
;; @006e                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @006e                               return v1
;; }
;;
;; ;; function 4 (i32x4.extend_low_i16x8_s)
;; function u0:5(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0073                               v2 = bitcast.i16x8 little v0
;; @0073                               v3 = swiden_low v2
;; @0073                               v4 = bitcast.i8x16 little v3
;; @0076                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0076                               return v1
;; }
;;
;; ;; function 5 (i32x4.extend_low_i16x8_u)
;; function u0:6(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @007b                               v2 = bitcast.i16x8 little v0
;; @007b                               v3 = uwiden_low v2
;; @007b                               v4 = bitcast.i8x16 little v3
;; @007e                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @007e                               return v1
;; }
;;
;; ;; function 6 (i32x4.extend_high_i16x8_s)
;; function u0:7(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0083                               v2 = bitcast.i16x8 little v0
;; @0083                               v3 = swiden_high v2
;; @0083                               v4 = bitcast.i8x16 little v3
;; @0086                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0086                               return v1
;; }
;;
;; ;; function 7 (i32x4.extend_high_i16x8_u)
;; function u0:8(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @008b                               v2 = bitcast.i16x8 little v0
;; @008b                               v3 = uwiden_high v2
;; @008b                               v4 = bitcast.i8x16 little v3
;; @008e                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @008e                               return v1
;; }
;;
;; ;; function 8 (i64x2.extend_low_i32x4_s)
;; function u0:9(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0093                               v2 = bitcast.i32x4 little v0
;; @0093                               v3 = swiden_low v2
;; @0093                               v4 = bitcast.i8x16 little v3
;; @0096                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0096                               return v1
;; }
;;
;; ;; function 9 (i64x2.extend_low_i32x4_u)
;; function u0:10(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @009b                               v2 = bitcast.i32x4 little v0
;; @009b                               v3 = uwiden_low v2
;; @009b                               v4 = bitcast.i8x16 little v3
;; @009e                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @009e                               return v1
;; }
;;
;; ;; function 10 (i64x2.extend_high_i32x4_s)
;; function u0:11(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00a3                               v2 = bitcast.i32x4 little v0
;; @00a3                               v3 = swiden_high v2
;; @00a3                               v4 = bitcast.i8x16 little v3
;; @00a6                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00a6                               return v1
;; }
;;
;; ;; function 11 (i64x2.extend_high_i32x4_u)
;; function u0:12(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00ab                               v2 = bitcast.i32x4 little v0
;; @00ab                               v3 = uwiden_high v2
;; @00ab                               v4 = bitcast.i8x16 little v3
;; @00ae                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00ae                               return v1
;; }
