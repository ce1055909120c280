;; Arithmetic of i64 that cannot trap.
(module
  (func $i64.add (param i64 i64) (result i64) (i64.add (local.get 0) (local.get 1)))
  (func $i64.sub (param i64 i64) (result i64) (i64.sub (local.get 0) (local.get 1)))
  (func $i64.mul (param i64 i64) (result i64) (i64.mul (local.get 0) (local.get 1)))
  (table funcref (elem $i64.add $i64.sub $i64.mul))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i64.add)
;; function u0:1(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0044                               v3 = iadd v0, v1
;; @0045                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0045                               return v2
;; }
;;
;; ;; function 1 (i64.sub)
;; function u0:2(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @004c                               v3 = isub v0, v1
;; @004d                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @004d                               return v2
;; }
;;
;; ;; function 2 (i64.mul)
;; function u0:3(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0054                               v3 = imul v0, v1
;; @0055                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0055                               return v2
;; }
