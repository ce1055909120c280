;; return, with one result and with several, also out of nested blocks.
(module
  (func $return (return))
  (func $return.value (result i32) (return (i32.const 1)))
  (func $return.values (result i32 i64) (block (return (i32.const 1) (i64.const 2))) (unreachable))
  (table funcref (elem $return $return.value $return.values))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (return)
;; function u0:1() tail {
;;                                 block0:
;; @0043                               jump block1
;;
;;                                 block1:
;; @0044                               return
;; }
;;
;; ;; function 1 (return.value)
;; function u0:2() -> i32 tail {
;;                                 block0:
;; @0047                               v1 = iconst.i32 1
;; @0049                               jump block1(v1)  ; v1 = 1
;;
;;                                 block1(v0: i32):
;; @004a                               return v0
;; }
;;
;; ;; function 2 (return.values)
;; function u0:3() -> i32, i64 tail {
;;                                 block0:
;; @004f                               v2 = iconst.i32 1
;; @0051                               v3 = iconst.i64 2
;; @0053                               jump block1(v2, v3)  ; v2 = 1, v3 = 2
;;
;;                                 block1(v0: i32, v1: i64):
;; @0056                               return v0, v1
;; }
