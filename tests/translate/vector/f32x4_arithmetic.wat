;; Arithmetic of f32x4. pmin and pmax are those of C++: a comparison and a choice.
(module
  (func $f32x4.add (param v128 v128) (result v128) (f32x4.add (local.get 0) (local.get 1)))
  (func $f32x4.sub (param v128 v128) (result v128) (f32x4.sub (local.get 0) (local.get 1)))
  (func $f32x4.mul (param v128 v128) (result v128) (f32x4.mul (local.get 0) (local.get 1)))
  (func $f32x4.div (param v128 v128) (result v128) (f32x4.div (local.get 0) (local.get 1)))
  (func $f32x4.min (param v128 v128) (result v128) (f32x4.min (local.get 0) (local.get 1)))
  (func $f32x4.max (param v128 v128) (result v128) (f32x4.max (local.get 0) (local.get 1)))
  (func $f32x4.pmin (param v128 v128) (result v128) (f32x4.pmin (local.get 0) (local.get 1)))
  (func $f32x4.pmax (param v128 v128) (result v128) (f32x4.pmax (local.get 0) (local.get 1)))
  (func $f32x4.abs (param v128) (result v128) (f32x4.abs (local.get 0)))
  (func $f32x4.neg (param v128) (result v128) (f32x4.neg (local.get 0)))
  (func $f32x4.sqrt (param v128) (result v128) (f32x4.sqrt (local.get 0)))
  (table funcref (elem
    $f32x4.add $f32x4.sub $f32x4.mul $f32x4.div $f32x4.min $f32x4.max $f32x4.pmin $f32x4.pmax $f32x4.abs
    $f32x4.neg $f32x4.sqrt))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f32x4.add)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0059                               v3 = bitcast.f32x4 little v1
;; @0059                               v4 = bitcast.f32x4 little v0
;; @0059                               v5 = fadd v4, v3
;; @0059                               v6 = bitcast.i8x16 little v5
;; @005c                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @005c                               return v2
;; }
;;
;; ;; function 1 (f32x4.sub)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0063                               v3 = bitcast.f32x4 little v1
;; @0063                               v4 = bitcast.f32x4 little v0
;; @0063                               v5 = fsub v4, v3
;; @0063                               v6 = bitcast.i8x16 little v5
;; @0066                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0066                               return v2
;; }
;;
;; ;; function 2 (f32x4.mul)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006d                               v3 = bitcast.f32x4 little v1
;; @006d                               v4 = bitcast.f32x4 little v0
;; @006d                               v5 = fmul v4, v3
;; @006d                               v6 = bitcast.i8x16 little v5
;; @0070                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0070                               return v2
;; }
;;
;; ;; function 3 (f32x4.div)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0077                               v3 = bitcast.f32x4 little v1
;; @0077                               v4 = bitcast.f32x4 little v0
;; @0077                               v5 = fdiv v4, v3
;; @0077                               v6 = bitcast.i8x16 little v5
;; @007a                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @007a                               return v2
;; }
;;
;; ;; function 4 (f32x4.min)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0081                               v3 = bitcast.f32x4 little v1
;; @0081                               v4 = bitcast.f32x4 little v0
;; @0081                               v5 = fmin v4, v3
;; @0081                               v6 = bitcast.i8x16 little v5
;; @0084                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0084                               return v2
;; }
;;
;; ;; function 5 (f32x4.max)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @008b                               v3 = bitcast.f32x4 little v1
;; @008b                               v4 = bitcast.f32x4 little v0
;; @008b                               v5 = fmax v4, v3
;; @008b                               v6 = bitcast.i8x16 little v5
;; @008e                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @008e                               return v2
;; }
;;
;; ;; function 6 (f32x4.pmin)
;; function u0:7(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0095                               v3 = bitcast.f32x4 little v1
;; @0095                               v4 = bitcast.f32x4 little v0
;; @0095                               v5 = fcmp lt v3, v4
;; @0095                               v6 = bitcast.f32x4 little v5
;; @0095                               v7 = bitselect v6, v3, v4
;; @0095                               v8 = bitcast.i8x16 little v7
;; @0098                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @0098                               return v2
;; }
;;
;; ;; function 7 (f32x4.pmax)
;; function u0:8(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @009f                               v3 = bitcast.f32x4 little v1
;; @009f                               v4 = bitcast.f32x4 little v0
;; @009f                               v5 = fcmp lt v4, v3
;; @009f                               v6 = bitcast.f32x4 little v5
;; @009f                               v7 = bitselect v6, v3, v4
;; @009f                               v8 = bitcast.i8x16 little v7
;; @00a2                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @00a2                               return v2
;; }
;;
;; ;; function 8 (f32x4.abs)
;; function u0:9(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00a7                               v2 = bitcast.f32x4 little v0
;; @00a7                               v3 = fabs v2
;; @00a7                               v4 = bitcast.i8x16 little v3
;; @00aa                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00aa                               return v1
;; }
;;
;; ;; function 9 (f32x4.neg)
;; function u0:10(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00af                               v2 = bitcast.f32x4 little v0
;; @00af                               v3 = fneg v2
;; @00af                               v4 = bitcast.i8x16 little v3
;; @00b2                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00b2                               return v1
;; }
;;
;; ;; function 10 (f32x4.sqrt)
;; function u0:11(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00b7                               v2 = bitcast.f32x4 little v0
;; @00b7                               v3 = sqrt v2
;; @00b7                               v4 = bitcast.i8x16 little v3
;; @00ba                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @00ba                               return v1
;; }
