;; References of other types than funcref and externref are the same words: a null of any of them is zero, and a local that
;; cannot be null has no value before its first assignment.
(module
  (type $nothing (func))
  (func $ref.as_non_null (param (ref null $nothing)) (result (ref $nothing)) (ref.as_non_null (local.get 0)))
  (func $ref.null (result (ref null $nothing)) (ref.null $nothing))
  (func $ref.func (result (ref $nothing)) (ref.func $nothing))
  (func $local (result (ref $nothing)) (local (ref $nothing))
    (local.set 0 (ref.func $nothing))
    (local.get 0))
  (func $select (param (ref $nothing) i32) (result (ref $nothing))
    (select (result (ref $nothing)) (local.get 0) (ref.func $nothing) (local.get 1)))
  (func $nothing)
  (table funcref (elem $ref.as_non_null $ref.null $ref.func $local $select))
  (elem declare func $nothing)
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (ref.as_non_null)
;; function u0:1(i64) -> i64 tail {
;;                                 block0(v0: i64):
;; @005e                               trapz v0, user12
;; @005f                               jump block1(v0)
;;
;;                                 block1(v1: i64):
;; @005f                               return v1
;; }
;;
;; ;; function 1 (ref.null)
;; function u0:2() -> i64 tail {
;;                                 block0:
;; @0062                               v1 = iconst.i64 0
;; @0064                               jump block1(v1)  ; v1 = 0
;;
;;                                 block1(v0: i64):
;; @0064                               return v0
;; }
;;
;; ;; function 2 (ref.func)
;; function u0:3() -> i64 tail {
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0067                               v1 = symbol_value.i64 gv0
;; @0067                               v2 = load.i64 notrap aligned readonly can_move v1+40
;; @0069                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @0069                               return v0
;; }
;;
;; ;; function 3 (local)
;; function u0:4() -> i64 tail {
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @006b                               v0 = iconst.i64 0
;; @006f                               v2 = symbol_value.i64 gv0
;; @006f                               v3 = load.i64 notrap aligned readonly can_move v2+40
;; @0075                               jump block1(v3)
;;
;;                                 block1(v1: i64):
;; @0075                               return v1
;; }
;;
;; ;; function 4 (select)
;; function u0:5(i64, i32) -> i64 tail {
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64, v1: i32):
;; @007a                               v3 = symbol_value.i64 gv0
;; @007a                               v4 = load.i64 notrap aligned readonly can_move v3+40
;; @007e                               v5 = select v1, v0, v4
;; @0082                               jump block1(v5)
;;
;;                                 block1(v2: i64):
;; @0082                               return v2
;; }
;;
;; ;; function 5 (nothing)
;; function u0:6() tail {
;;                                 block0:
;; @0085                               jump block1
;;
;;                                 block1:
;; @0085                               return
;; }
