;; Arithmetic of i32x4.
(module
  (func $i32x4.add (param v128 v128) (result v128) (i32x4.add (local.get 0) (local.get 1)))
  (func $i32x4.sub (param v128 v128) (result v128) (i32x4.sub (local.get 0) (local.get 1)))
  (func $i32x4.mul (param v128 v128) (result v128) (i32x4.mul (local.get 0) (local.get 1)))
  (func $i32x4.min_s (param v128 v128) (result v128) (i32x4.min_s (local.get 0) (local.get 1)))
  (func $i32x4.min_u (param v128 v128) (result v128) (i32x4.min_u (local.get 0) (local.get 1)))
  (func $i32x4.max_s (param v128 v128) (result v128) (i32x4.max_s (local.get 0) (local.get 1)))
  (func $i32x4.max_u (param v128 v128) (result v128) (i32x4.max_u (local.get 0) (local.get 1)))
  (func $i32x4.dot_i16x8_s (param v128 v128) (result v128) (i32x4.dot_i16x8_s (local.get 0) (local.get 1)))
  (func $i32x4.abs (param v128) (result v128) (i32x4.abs (local.get 0)))
  (func $i32x4.neg (param v128) (result v128) (i32x4.neg (local.get 0)))
  (table funcref (elem
    $i32x4.add $i32x4.sub $i32x4.mul $i32x4.min_s $i32x4.min_u $i32x4.max_s $i32x4.max_u
    $i32x4.dot_i16x8_s $i32x4.abs $i32x4.neg))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32x4.add)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0057                               v3 = bitcast.i32x4 little v1
;; @0057                               v4 = bitcast.i32x4 little v0
;; @0057                               v5 = iadd v4, v3
;; @0057                               v6 = bitcast.i8x16 little v5
;; @005a                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @005a                               return v2
;; }
;;
;; ;; function 1 (i32x4.sub)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0061                               v3 = bitcast.i32x4 little v1
;; @0061                               v4 = bitcast.i32x4 little v0
;; @0061                               v5 = isub v4, v3
;; @0061                               v6 = bitcast.i8x16 little v5
;; @0064                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0064                               return v2
;; }
;;
;; ;; function 2 (i32x4.mul)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006b                               v3 = bitcast.i32x4 little v1
;; @006b                               v4 = bitcast.i32x4 little v0
;; @006b                               v5 = imul v4, v3
;; @006b                               v6 = bitcast.i8x16 little v5
;; @006e                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @006e                               return v2
;; }
;;
;; ;; function 3 (i32x4.min_s)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0075                               v3 = bitcast.i32x4 little v1
;; @0075                               v4 = bitcast.i32x4 little v0
;; @0075                               v5 = smin v4, v3
;; @0075                               v6 = bitcast.i8x16 little v5
;; @0078                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0078                               return v2
;; }
;;
;; ;; function 4 (i32x4.min_u)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007f                               v3 = bitcast.i32x4 little v1
;; @007f                               v4 = bitcast.i32x4 little v0
;; @007f                               v5 = umin v4, v3
;; @007f                               v6 = bitcast.i8x16 little v5
;; @0082                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0082                               return v2
;; }
;;
;; ;; function 5 (i32x4.max_s)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0089                               v3 = bitcast.i32x4 little v1
;; @0089                               v4 = bitcast.i32x4 little v0
;; @0089                               v5 = smax v4, v3
;; @0089                               v6 = bitcast.i8x16 little v5
;; @008c                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @008c                               return v2
;; }
;;
;; ;; function 6 (i32x4.max_u)
;; function u0:7(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0093                               v3 = bitcast.i32x4 little v1
;; @0093                               v4 = bitcast.i32x4 little v0
;; @0093                               v5 = umax v4, v3
;; @0093                               v6 = bitcast.i8x16 little v5
;; @0096                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0096                               return v2
;; }
;;
;; ;; function 7 (i32x4.dot_i16x8_s)
;; function u0:8(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @009d                               v3 = bitcast.i16x8 little v1
;; @009d                               v4 = bitcast.i16x8 little v0
;; @009d                               v5 = swiden_low v4
;; @009d                               v6 = swiden_low v3
;; @009d                               v7 = imul v5, v6
;; @009d                               v8 = swiden_high v4
;; @009d                               v9 = swiden_high v3
;; @009d                               v10 = imul v8, v9
;; @009d                               v11 = iadd_pairwise v7, v10
;; @009d                               v12 = bitcast.i8x16 little v11
;; @00a0                               jump block1(v12)
;;
;;                                 block1(v2: i8x16):
;; @00a0                               return v2
;; }
;;
;; ;; function 8 (i32x4.abs)
;; function u0:9(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00a5                               v2 = bitcast.i32x4 little v0
;; @00a5                               v3 = iabs v2
;; @00a5                               v4 = bitcast.i8x16 little v3
;; @00a8                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00a8                               return v1
;; }
;;
;; ;; function 9 (i32x4.neg)
;; function u0:10(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00ad                               v2 = bitcast.i32x4 little v0
;; @00ad                               v3 = ineg v2
;; @00ad                               v4 = bitcast.i8x16 little v3
;; @00b0                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00b0                               return v1
;; }
