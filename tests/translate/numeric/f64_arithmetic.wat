;; Arithmetic of f64. min and max give a NaN if one operand is one; copysign and neg change the sign bit of a NaN too.
(module
  (func $f64.add (param f64 f64) (result f64) (f64.add (local.get 0) (local.get 1)))
  (func $f64.sub (param f64 f64) (result f64) (f64.sub (local.get 0) (local.get 1)))
  (func $f64.mul (param f64 f64) (result f64) (f64.mul (local.get 0) (local.get 1)))
  (func $f64.div (param f64 f64) (result f64) (f64.div (local.get 0) (local.get 1)))
  (func $f64.min (param f64 f64) (result f64) (f64.min (local.get 0) (local.get 1)))
  (func $f64.max (param f64 f64) (result f64) (f64.max (local.get 0) (local.get 1)))
  (func $f64.copysign (param f64 f64) (result f64) (f64.copysign (local.get 0) (local.get 1)))
  (func $f64.abs (param f64) (result f64) (f64.abs (local.get 0)))
  (func $f64.neg (param f64) (result f64) (f64.neg (local.get 0)))
  (func $f64.sqrt (param f64) (result f64) (f64.sqrt (local.get 0)))
  (table funcref (elem $f64.add $f64.sub $f64.mul $f64.div $f64.min $f64.max $f64.copysign $f64.abs $f64.neg $f64.sqrt))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f64.add)
;; function u0:1(f64, f64) -> f64 tail {
;;                                 block0(v0: f64, v1: f64):
;; @0057                               v3 = fadd v0, v1
;; @0058                               jump block1(v3)
;;
;;                                 block1(v2: f64):
;; @0058                               return v2
;; }
;;
;; ;; function 1 (f64.sub)
;; function u0:2(f64, f64) -> f64 tail {
;;                                 block0(v0: f64, v1: f64):
;; @005f                               v3 = fsub v0, v1
;; @0060                               jump block1(v3)
;;
;;                                 block1(v2: f64):
;; @0060                               return v2
;; }
;;
;; ;; function 2 (f64.mul)
;; function u0:3(f64, f64) -> f64 tail {
;;                                 block0(v0: f64, v1: f64):
;; @0067                               v3 = fmul v0, v1
;; @0068                               jump block1(v3)
;;
;;                                 block1(v2: f64):
;; @0068                               return v2
;; }
;;
;; ;; function 3 (f64.div)
;; function u0:4(f64, f64) -> f64 tail {
;;                                 block0(v0: f64, v1: f64):
;; @006f                               v3 = fdiv v0, v1
;; @0070                               jump block1(v3)
;;
;;                                 block1(v2: f64):
;; @0070                               return v2
;; }
;;
;; ;; function 4 (f64.min)
;; function u0:5(f64, f64) -> f64 tail {
;;                                 block0(v0: f64, v1: f64):
;; @0077                               v3 = fmin v0, v1
;; @0078                               jump block1(v3)
;;
;;                                 block1(v2: f64):
;; @0078                               return v2
;; }
;;
;; ;; function 5 (f64.max)
;; function u0:6(f64, f64) -> f64 tail {
;;                                 block0(v0: f64, v1: f64):
;; @007f                               v3 = fmax v0, v1
;; @0080                               jump block1(v3)
;;
;;                                 block1(v2: f64):
;; @0080                               return v2
;; }
;;
;; ;; function 6 (f64.copysign)
;; function u0:7(f64, f64) -> f64 tail {
;;                                 block0(v0: f64, v1: f64):
;; @0087                               v3 = fcopysign v0, v1
;; @0088                               jump block1(v3)
;;
;;                                 block1(v2: f64):
;; @0088                               return v2
;; }
;;
;; ;; function 7 (f64.abs)
;; function u0:8(f64) -> f64 tail {
;;                                 block0(v0: f64):
;; @008d                               v2 = fabs v0
;; @008e                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @008e                               return v1
;; }
;;
;; ;; function 8 (f64.neg)
;; function u0:9(f64) -> f64 tail {
;;                                 block0(v0: f64):
;; @0093                               v2 = fneg v0
;; @0094                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0094                               return v1
;; }
;;
;; ;; function 9 (f64.sqrt)
;; function u0:10(f64) -> f64 tail {
;;                                 block0(v0: f64):
;; @0099                               v2 = sqrt v0
;; @009a                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @009a                               return v1
;; }
