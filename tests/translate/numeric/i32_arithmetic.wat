;; Arithmetic of i32 that cannot trap.
(module
  (func $i32.add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $i32.sub (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1)))
  (func $i32.mul (param i32 i32) (result i32) (i32.mul (local.get 0) (local.get 1)))
  (table funcref (elem $i32.add $i32.sub $i32.mul))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.add)
;; function u0:1(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0044                               v3 = iadd v0, v1
;; @0045                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0045                               return v2
;; }
;;
;; ;; function 1 (i32.sub)
;; function u0:2(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @004c                               v3 = isub v0, v1
;; @004d                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @004d                               return v2
;; }
;;
;; ;; function 2 (i32.mul)
;; function u0:3(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0054                               v3 = imul v0, v1
;; @0055                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0055                               return v2
;; }
