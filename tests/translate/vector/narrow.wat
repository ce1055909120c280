;; Two vectors into one of lanes half as wide, saturating.
(module
  (func $i8x16.narrow_i16x8_s (param v128 v128) (result v128) (i8x16.narrow_i16x8_s (local.get 0) (local.get 1)))
  (func $i8x16.narrow_i16x8_u (param v128 v128) (result v128) (i8x16.narrow_i16x8_u (local.get 0) (local.get 1)))
  (func $i16x8.narrow_i32x4_s (param v128 v128) (result v128) (i16x8.narrow_i32x4_s (local.get 0) (local.get 1)))
  (func $i16x8.narrow_i32x4_u (param v128 v128) (result v128) (i16x8.narrow_i32x4_u (local.get 0) (local.get 1)))
  (table funcref (elem $i8x16.narrow_i16x8_s $i8x16.narrow_i16x8_u $i16x8.narrow_i32x4_s $i16x8.narrow_i32x4_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.narrow_i16x8_s)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0046                               v3 = bitcast.i16x8 little v1
;; @0046                               v4 = bitcast.i16x8 little v0
;; @0046                               v5 = snarrow v4, v3
;; @0048                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0048                               return v2
;; }
;;
;; ;; function 1 (i8x16.narrow_i16x8_u)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @004f                               v3 = bitcast.i16x8 little v1
;; @004f                               v4 = bitcast.i16x8 little v0
;; @004f                               v5 = unarrow v4, v3
;; @0051                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0051                               return v2
;; }
;;
;; ;; function 2 (i16x8.narrow_i32x4_s)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0058                               v3 = bitcast.i32x4 little v1
;; @0058                               v4 = bitcast.i32x4 little v0
;; @0058                               v5 = snarrow v4, v3
;; @0058                               v6 = bitcast.i8x16 little v5
;; @005b                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @005b                               return v2
;; }
;;
;; ;; function 3 (i16x8.narrow_i32x4_u)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0062                               v3 = bitcast.i32x4 little v1
;; @0062                               v4 = bitcast.i32x4 little v0
;; @0062                               v5 = unarrow v4, v3
;; @0062                               v6 = bitcast.i8x16 little v5
;; @0065                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0065                               return v2
;; }
