;; References are words of 64 bits: 0 is null, a function is where its code is and the id of its type.
(module
  (func $ref.null.func (result funcref) (ref.null func))
  (func $ref.null.extern (result externref) (ref.null extern))
  (func $ref.is_null (param externref) (result i32) (ref.is_null (local.get 0)))
  (func $ref.func (result funcref) (ref.func $ref.is_null))
  (table funcref (elem $ref.null.func $ref.null.extern $ref.is_null $ref.func))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (ref.null.func)
;; function u0:1() -> i64 tail {
;;                                 block0:
;; @0049                               v1 = iconst.i64 0
;; @004b                               jump block1(v1)  ; v1 = 0
;;
;;                                 block1(v0: i64):
;; @004b                               return v0
;; }
;;
;; ;; function 1 (ref.null.extern)
;; function u0:2() -> i64 tail {
;;                                 block0:
;; @004e                               v1 = iconst.i64 0
;; @0050                               jump block1(v1)  ; v1 = 0
;;
;;                                 block1(v0: i64):
;; @0050                               return v0
;; }
;;
;; ;; function 2 (ref.is_null)
;; function u0:3(i64) -> i32 tail {
;;                                 block0(v0: i64):
;; @0055                               v2 = iconst.i64 0
;; @0055                               v3 = icmp eq v0, v2  ; v2 = 0
;; @0055                               v4 = uextend.i32 v3
;; @0056                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @0056                               return v1
;; }
;;
;; ;; function 3 (ref.func)
;; function u0:4() -> i64 tail {
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0059                               v1 = symbol_value.i64 gv0
;; @0059                               v2 = load.i64 notrap aligned readonly can_move v1+16
;; @005b                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @005b                               return v0
;; }
