;; Arithmetic of i16x8.
(module
  (func $i16x8.add (param v128 v128) (result v128) (i16x8.add (local.get 0) (local.get 1)))
  (func $i16x8.add_sat_s (param v128 v128) (result v128) (i16x8.add_sat_s (local.get 0) (local.get 1)))
  (func $i16x8.add_sat_u (param v128 v128) (result v128) (i16x8.add_sat_u (local.get 0) (local.get 1)))
  (func $i16x8.sub (param v128 v128) (result v128) (i16x8.sub (local.get 0) (local.get 1)))
  (func $i16x8.sub_sat_s (param v128 v128) (result v128) (i16x8.sub_sat_s (local.get 0) (local.get 1)))
  (func $i16x8.sub_sat_u (param v128 v128) (result v128) (i16x8.sub_sat_u (local.get 0) (local.get 1)))
  (func $i16x8.mul (param v128 v128) (result v128) (i16x8.mul (local.get 0) (local.get 1)))
  (func $i16x8.min_s (param v128 v128) (result v128) (i16x8.min_s (local.get 0) (local.get 1)))
  (func $i16x8.min_u (param v128 v128) (result v128) (i16x8.min_u (local.get 0) (local.get 1)))
  (func $i16x8.max_s (param v128 v128) (result v128) (i16x8.max_s (local.get 0) (local.get 1)))
  (func $i16x8.max_u (param v128 v128) (result v128) (i16x8.max_u (local.get 0) (local.get 1)))
  (func $i16x8.avgr_u (param v128 v128) (result v128) (i16x8.avgr_u (local.get 0) (local.get 1)))
  (func $i16x8.q15mulr_sat_s (param v128 v128) (result v128) (i16x8.q15mulr_sat_s (local.get 0) (local.get 1)))
  (func $i16x8.abs (param v128) (result v128) (i16x8.abs (local.get 0)))
  (func $i16x8.neg (param v128) (result v128) (i16x8.neg (local.get 0)))
  (table funcref (elem
    $i16x8.add $i16x8.add_sat_s $i16x8.add_sat_u $i16x8.sub $i16x8.sub_sat_s $i16x8.sub_sat_u $i16x8.mul
    $i16x8.min_s $i16x8.min_u $i16x8.max_s $i16x8.max_u $i16x8.avgr_u $i16x8.q15mulr_sat_s $i16x8.abs
    $i16x8.neg))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i16x8.add)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0062                               v3 = bitcast.i16x8 little v1
;; @0062                               v4 = bitcast.i16x8 little v0
;; @0062                               v5 = iadd v4, v3
;; @0062                               v6 = bitcast.i8x16 little v5
;; @0065                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0065                               return v2
;; }
;;
;; ;; function 1 (i16x8.add_sat_s)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006c                               v3 = bitcast.i16x8 little v1
;; @006c                               v4 = bitcast.i16x8 little v0
;; @006c                               v5 = sadd_sat v4, v3
;; @006c                               v6 = bitcast.i8x16 little v5
;; @006f                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @006f                               return v2
;; }
;;
;; ;; function 2 (i16x8.add_sat_u)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0076                               v3 = bitcast.i16x8 little v1
;; @0076                               v4 = bitcast.i16x8 little v0
;; @0076                               v5 = uadd_sat v4, v3
;; @0076                               v6 = bitcast.i8x16 little v5
;; @0079                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0079                               return v2
;; }
;;
;; ;; function 3 (i16x8.sub)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0080                               v3 = bitcast.i16x8 little v1
;; @0080                               v4 = bitcast.i16x8 little v0
;; @0080                               v5 = isub v4, v3
;; @0080                               v6 = bitcast.i8x16 little v5
;; @0083                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0083                               return v2
;; }
;;
;; ;; function 4 (i16x8.sub_sat_s)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @008a                               v3 = bitcast.i16x8 little v1
;; @008a                               v4 = bitcast.i16x8 little v0
;; @008a                               v5 = ssub_sat v4, v3
;; @008a                               v6 = bitcast.i8x16 little v5
;; @008d                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @008d                               return v2
;; }
;;
;; ;; function 5 (i16x8.sub_sat_u)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0094                               v3 = bitcast.i16x8 little v1
;; @0094                               v4 = bitcast.i16x8 little v0
;; @0094                               v5 = usub_sat v4, v3
;; @0094                               v6 = bitcast.i8x16 little v5
;; @0097                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0097                               return v2
;; }
;;
;; ;; function 6 (i16x8.mul)
;; function u0:7(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @009e                               v3 = bitcast.i16x8 little v1
;; @009e                               v4 = bitcast.i16x8 little v0
;; @009e                               v5 = imul v4, v3
;; @009e                               v6 = bitcast.i8x16 little v5
;; @00a1                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00a1                               return v2
;; }
;;
;; ;; function 7 (i16x8.min_s)
;; function u0:8(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00a8                               v3 = bitcast.i16x8 little v1
;; @00a8                               v4 = bitcast.i16x8 little v0
;; @00a8                               v5 = smin v4, v3
;; @00a8                               v6 = bitcast.i8x16 little v5
;; @00ab                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00ab                               return v2
;; }
;;
;; ;; function 8 (i16x8.min_u)
;; function u0:9(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00b2                               v3 = bitcast.i16x8 little v1
;; @00b2                               v4 = bitcast.i16x8 little v0
;; @00b2                               v5 = umin v4, v3
;; @00b2                               v6 = bitcast.i8x16 little v5
;; @00b5                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00b5                               return v2
;; }
;;
;; ;; function 9 (i16x8.max_s)
;; function u0:10(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00bc                               v3 = bitcast.i16x8 little v1
;; @00bc                               v4 = bitcast.i16x8 little v0
;; @00bc                               v5 = smax v4, v3
;; @00bc                               v6 = bitcast.i8x16 little v5
;; @00bf                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00bf                               return v2
;; }
;;
;; ;; function 10 (i16x8.max_u)
;; function u0:11(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00c6                               v3 = bitcast.i16x8 little v1
;; @00c6                               v4 = bitcast.i16x8 little v0
;; @00c6                               v5 = umax v4, v3
;; @00c6                               v6 = bitcast.i8x16 little v5
;; @00c9                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00c9                               return v2
;; }
;;
;; ;; function 11 (i16x8.avgr_u)
;; function u0:12(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00d0                               v3 = bitcast.i16x8 little v1
;; @00d0                               v4 = bitcast.i16x8 little v0
;; @00d0                               v5 = avg_round v4, v3
;; @00d0                               v6 = bitcast.i8x16 little v5
;; @00d3                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00d3                               return v2
;; }
;;
;; ;; function 12 (i16x8.q15mulr_sat_s)
;; function u0:13(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00da                               v3 = bitcast.i16x8 little v1
;; @00da                               v4 = bitcast.i16x8 little v0
;; @00da                               v5 = sqmul_round_sat v4, v3
;; @00da                               v6 = bitcast.i8x16 little v5
;; @00dd                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00dd                               return v2
;; }
;;
;; ;; function 13 (i16x8.abs)
;; function u0:14(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00e2                               v2 = bitcast.i16x8 little v0
;; @00e2                               v3 = iabs v2
;; @00e2                               v4 = bitcast.i8x16 little v3
;; @00e5                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00e5                               return v1
;; }
;;
;; ;; function 14 (i16x8.neg)
;; function u0:15(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00ea                               v2 = bitcast.i16x8 little v0
;; @00ea                               v3 = ineg v2
;; @00ea                               v4 = bitcast.i8x16 little v3
;; @00ed                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00ed                               return v1
;; }
