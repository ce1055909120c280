;; drop makes no code, but the code that computes the value stays.
(module
  (memory 1)
  (func $drop (param i32) (drop (local.get 0)))
  (func $drop.load (param i32) (drop (i32.load (local.get 0))))
  (table funcref (elem $drop $drop.load))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (drop)
;; function u0:1(i32) tail {
;;                                 block0(v0: i32):
;; @0044                               jump block1
;;
;;                                 block1:
;; @0044                               return
;; }
;;
;; ;; function 1 (drop.load)
;; function u0:2(i32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0049                               v1 = uextend.i64 v0
;; @0049                               v2 = iconst.i64 0x1000_0000
;; @0049                               v3 = iadd v2, v1  ; v2 = 0x1000_0000
;; @0049                               v4 = load.i32 little region0 v3
;; @004d                               jump block1
;;
;;                                 block1:
;; @004d                               return
;; }
