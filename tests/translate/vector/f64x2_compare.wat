;; Comparisons of f64x2: a lane becomes all ones or all zeros.
(module
  (func $f64x2.eq (param v128 v128) (result v128) (f64x2.eq (local.get 0) (local.get 1)))
  (func $f64x2.ne (param v128 v128) (result v128) (f64x2.ne (local.get 0) (local.get 1)))
  (func $f64x2.lt (param v128 v128) (result v128) (f64x2.lt (local.get 0) (local.get 1)))
  (func $f64x2.gt (param v128 v128) (result v128) (f64x2.gt (local.get 0) (local.get 1)))
  (func $f64x2.le (param v128 v128) (result v128) (f64x2.le (local.get 0) (local.get 1)))
  (func $f64x2.ge (param v128 v128) (result v128) (f64x2.ge (local.get 0) (local.get 1)))
  (table funcref (elem $f64x2.eq $f64x2.ne $f64x2.lt $f64x2.gt $f64x2.le $f64x2.ge))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f64x2.eq)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @004a                               v3 = bitcast.f64x2 little v1
;; @004a                               v4 = bitcast.f64x2 little v0
;; @004a                               v5 = fcmp eq v4, v3
;; @004a                               v6 = bitcast.i8x16 little v5
;; @004c                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @004c                               return v2
;; }
;;
;; ;; function 1 (f64x2.ne)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0053                               v3 = bitcast.f64x2 little v1
;; @0053                               v4 = bitcast.f64x2 little v0
;; @0053                               v5 = fcmp ne v4, v3
;; @0053                               v6 = bitcast.i8x16 little v5
;; @0055                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0055                               return v2
;; }
;;
;; ;; function 2 (f64x2.lt)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @005c                               v3 = bitcast.f64x2 little v1
;; @005c                               v4 = bitcast.f64x2 little v0
;; @005c                               v5 = fcmp lt v4, v3
;; @005c                               v6 = bitcast.i8x16 little v5
;; @005e                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @005e                               return v2
;; }
;;
;; ;; function 3 (f64x2.gt)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0065                               v3 = bitcast.f64x2 little v1
;; @0065                               v4 = bitcast.f64x2 little v0
;; @0065                               v5 = fcmp gt v4, v3
;; @0065                               v6 = bitcast.i8x16 little v5
;; @0067                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0067                               return v2
;; }
;;
;; ;; function 4 (f64x2.le)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006e                               v3 = bitcast.f64x2 little v1
;; @006e                               v4 = bitcast.f64x2 little v0
;; @006e                               v5 = fcmp le v4, v3
;; @006e                               v6 = bitcast.i8x16 little v5
;; @0070                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0070                               return v2
;; }
;;
;; ;; function 5 (f64x2.ge)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0077                               v3 = bitcast.f64x2 little v1
;; @0077                               v4 = bitcast.f64x2 little v0
;; @0077                               v5 = fcmp ge v4, v3
;; @0077                               v6 = bitcast.i8x16 little v5
;; @0079                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0079                               return v2
;; }
