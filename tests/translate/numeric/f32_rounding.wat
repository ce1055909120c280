;; Rounding of f32 to an integral value. The baseline processor has no instruction for it, so these are calls of the
;; runtime.
(module
  (func $f32.ceil (param f32) (result f32) (f32.ceil (local.get 0)))
  (func $f32.floor (param f32) (result f32) (f32.floor (local.get 0)))
  (func $f32.trunc (param f32) (result f32) (f32.trunc (local.get 0)))
  (func $f32.nearest (param f32) (result f32) (f32.nearest (local.get 0)))
  (table funcref (elem $f32.ceil $f32.floor $f32.trunc $f32.nearest))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f32.ceil)
;; function u0:1(f32) -> f32 tail {
;;                                 block0(v0: f32):
;; @0043                               v2 = ceil v0
;; @0044                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @0044                               return v1
;; }
;;
;; ;; function 1 (f32.floor)
;; function u0:2(f32) -> f32 tail {
;;                                 block0(v0: f32):
;; @0049                               v2 = floor v0
;; @004a                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @004a                               return v1
;; }
;;
;; ;; function 2 (f32.trunc)
;; function u0:3(f32) -> f32 tail {
;;                                 block0(v0: f32):
;; @004f                               v2 = trunc v0
;; @0050                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @0050                               return v1
;; }
;;
;; ;; function 3 (f32.nearest)
;; function u0:4(f32) -> f32 tail {
;;                                 block0(v0: f32):
;; @0055                               v2 = nearest v0
;; @0056                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @0056                               return v1
;; }
