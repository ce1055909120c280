;; Arithmetic of f32. min and max give a NaN if one operand is one; copysign and neg change the sign bit of a NaN too.
(module
  (func $f32.add (param f32 f32) (result f32) (f32.add (local.get 0) (local.get 1)))
  (func $f32.sub (param f32 f32) (result f32) (f32.sub (local.get 0) (local.get 1)))
  (func $f32.mul (param f32 f32) (result f32) (f32.mul (local.get 0) (local.get 1)))
  (func $f32.div (param f32 f32) (result f32) (f32.div (local.get 0) (local.get 1)))
  (func $f32.min (param f32 f32) (result f32) (f32.min (local.get 0) (local.get 1)))
  (func $f32.max (param f32 f32) (result f32) (f32.max (local.get 0) (local.get 1)))
  (func $f32.copysign (param f32 f32) (result f32) (f32.copysign (local.get 0) (local.get 1)))
  (func $f32.abs (param f32) (result f32) (f32.abs (local.get 0)))
  (func $f32.neg (param f32) (result f32) (f32.neg (local.get 0)))
  (func $f32.sqrt (param f32) (result f32) (f32.sqrt (local.get 0)))
  (table funcref (elem $f32.add $f32.sub $f32.mul $f32.div $f32.min $f32.max $f32.copysign $f32.abs $f32.neg $f32.sqrt))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f32.add)
;; function u0:1(f32, f32) -> f32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @0057                               v3 = fadd v0, v1
;; @0058                               jump block1(v3)
;;
;;                                 block1(v2: f32):
;; @0058                               return v2
;; }
;;
;; ;; function 1 (f32.sub)
;; function u0:2(f32, f32) -> f32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @005f                               v3 = fsub v0, v1
;; @0060                               jump block1(v3)
;;
;;                                 block1(v2: f32):
;; @0060                               return v2
;; }
;;
;; ;; function 2 (f32.mul)
;; function u0:3(f32, f32) -> f32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @0067                               v3 = fmul v0, v1
;; @0068                               jump block1(v3)
;;
;;                                 block1(v2: f32):
;; @0068                               return v2
;; }
;;
;; ;; function 3 (f32.div)
;; function u0:4(f32, f32) -> f32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @006f                               v3 = fdiv v0, v1
;; @0070                               jump block1(v3)
;;
;;                                 block1(v2: f32):
;; @0070                               return v2
;; }
;;
;; ;; function 4 (f32.min)
;; function u0:5(f32, f32) -> f32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @0077                               v3 = fmin v0, v1
;; @0078                               jump block1(v3)
;;
;;                                 block1(v2: f32):
;; @0078                               return v2
;; }
;;
;; ;; function 5 (f32.max)
;; function u0:6(f32, f32) -> f32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @007f                               v3 = fmax v0, v1
;; @0080                               jump block1(v3)
;;
;;                                 block1(v2: f32):
;; @0080                               return v2
;; }
;;
;; ;; function 6 (f32.copysign)
;; function u0:7(f32, f32) -> f32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @0087                               v3 = fcopysign v0, v1
;; @0088                               jump block1(v3)
;;
;;                                 block1(v2: f32):
;; @0088                               return v2
;; }
;;
;; ;; function 7 (f32.abs)
;; function u0:8(f32) -> f32 tail {
;;                                 block0(v0: f32):
;; @008d                               v2 = fabs v0
;; @008e                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @008e                               return v1
;; }
;;
;; ;; function 8 (f32.neg)
;; function u0:9(f32) -> f32 tail {
;;                                 block0(v0: f32):
;; @0093                               v2 = fneg v0
;; @0094                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @0094                               return v1
;; }
;;
;; ;; function 9 (f32.sqrt)
;; function u0:10(f32) -> f32 tail {
;;                                 block0(v0: f32):
;; @0099                               v2 = sqrt v0
;; @009a                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @009a                               return v1
;; }
