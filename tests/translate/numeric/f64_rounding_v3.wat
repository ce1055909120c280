;;! build: --cpu x86-64-v3
;; Rounding of f64 where the processor has an instruction for it.
(module
  (func $f64.ceil (param f64) (result f64) (f64.ceil (local.get 0)))
  (func $f64.floor (param f64) (result f64) (f64.floor (local.get 0)))
  (func $f64.trunc (param f64) (result f64) (f64.trunc (local.get 0)))
  (func $f64.nearest (param f64) (result f64) (f64.nearest (local.get 0)))
  (table funcref (elem $f64.ceil $f64.floor $f64.trunc $f64.nearest))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f64.ceil)
;; function u0:1(f64) -> f64 tail {
;;                                 block0(v0: f64):
;; @0043                               v2 = ceil v0
;; @0044                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0044                               return v1
;; }
;;
;; ;; function 1 (f64.floor)
;; function u0:2(f64) -> f64 tail {
;;                                 block0(v0: f64):
;; @0049                               v2 = floor v0
;; @004a                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @004a                               return v1
;; }
;;
;; ;; function 2 (f64.trunc)
;; function u0:3(f64) -> f64 tail {
;;                                 block0(v0: f64):
;; @004f                               v2 = trunc v0
;; @0050                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0050                               return v1
;; }
;;
;; ;; function 3 (f64.nearest)
;; function u0:4(f64) -> f64 tail {
;;                                 block0(v0: f64):
;; @0055                               v2 = nearest v0
;; @0056                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0056                               return v1
;; }
