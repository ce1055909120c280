;; Arithmetic of i64x2.
(module
  (func $i64x2.add (param v128 v128) (result v128) (i64x2.add (local.get 0) (local.get 1)))
  (func $i64x2.sub (param v128 v128) (result v128) (i64x2.sub (local.get 0) (local.get 1)))
  (func $i64x2.mul (param v128 v128) (result v128) (i64x2.mul (local.get 0) (local.get 1)))
  (func $i64x2.abs (param v128) (result v128) (i64x2.abs (local.get 0)))
  (func $i64x2.neg (param v128) (result v128) (i64x2.neg (local.get 0)))
  (table funcref (elem $i64x2.add $i64x2.sub $i64x2.mul $i64x2.abs $i64x2.neg))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i64x2.add)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @004d                               v3 = bitcast.i64x2 little v1
;; @004d                               v4 = bitcast.i64x2 little v0
;; @004d                               v5 = iadd v4, v3
;; @004d                               v6 = bitcast.i8x16 little v5
;; @0050                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0050                               return v2
;; }
;;
;; ;; function 1 (i64x2.sub)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0057                               v3 = bitcast.i64x2 little v1
;; @0057                               v4 = bitcast.i64x2 little v0
;; @0057                               v5 = isub v4, v3
;; @0057                               v6 = bitcast.i8x16 little v5
;; @005a                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @005a                               return v2
;; }
;;
;; ;; function 2 (i64x2.mul)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0061                               v3 = bitcast.i64x2 little v1
;; @0061                               v4 = bitcast.i64x2 little v0
;; @0061                               v5 = imul v4, v3
;; @0061                               v6 = bitcast.i8x16 little v5
;; @0064                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0064                               return v2
;; }
;;
;; ;; function 3 (i64x2.abs)
;; function u0:4(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0069                               v2 = bitcast.i64x2 little v0
;; @0069                               v3 = iabs v2
;; @0069                               v4 = bitcast.i8x16 little v3
;; @006c                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @006c                               return v1
;; }
;;
;; ;; function 4 (i64x2.neg)
;; function u0:5(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0071                               v2 = bitcast.i64x2 little v0
;; @0071                               v3 = ineg v2
;; @0071                               v4 = bitcast.i8x16 little v3
;; @0074                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0074                               return v1
;; }
