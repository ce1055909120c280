;; br_if keeps its operands on the stack where it does not branch.
(module
  (func $br_if (param i32) (block (br_if 0 (local.get 0))))
  (func $br_if.value (param i32) (result i32) (block (result i32) (br_if 0 (i32.const 1) (local.get 0))))
  (func $br_if.return (param i32) (result i32) (br_if 0 (i32.const 1) (local.get 0)))
  (table funcref (elem $br_if $br_if.value $br_if.return))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (br_if)
;; function u0:1(i32) tail {
;;                                 block0(v0: i32):
;; @0047                               brif v0, block2, block3
;;
;;                                 block3:
;; @0049                               jump block2
;;
;;                                 block2:
;; @004a                               jump block1
;;
;;                                 block1:
;; @004a                               return
;; }
;;
;; ;; function 1 (br_if.value)
;; function u0:2(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @004f                               v3 = iconst.i32 1
;; @0053                               brif v0, block2(v3), block3  ; v3 = 1
;;
;;                                 block3:
;; @0055                               jump block2(v3)  ; v3 = 1
;;
;;                                 block2(v2: i32):
;; @0056                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0056                               return v1
;; }
;;
;; ;; function 2 (br_if.return)
;; function u0:3(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0059                               v2 = iconst.i32 1
;; @005d                               brif v0, block1(v2), block2  ; v2 = 1
;;
;;                                 block2:
;; @005f                               jump block1(v2)  ; v2 = 1
;;
;;                                 block1(v1: i32):
;; @005f                               return v1
;; }
