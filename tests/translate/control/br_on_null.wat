;; Branches that look at a reference: one leaves it behind where it is null, the other takes it along where it is not.
(module
  (type $nothing (func))
  (func $br_on_null (param (ref null $nothing)) (result i32)
    (block
      (drop (br_on_null 0 (local.get 0)))
      (return (i32.const 1)))
    (i32.const 2))
  (func $br_on_null.values (param (ref null $nothing)) (result i32)
    (block (result i32)
      (i32.const 3)
      (br_on_null 0 (local.get 0))
      (drop)
      (drop)
      (i32.const 4)))
  (func $br_on_non_null (param (ref null $nothing)) (result i32)
    (block (result (ref $nothing))
      (br_on_non_null 0 (local.get 0))
      (return (i32.const 1)))
    (drop)
    (i32.const 2))
  (table funcref (elem $br_on_null $br_on_null.values $br_on_non_null))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (br_on_null)
;; function u0:1(i64) -> i32 tail {
;;                                 block0(v0: i64):
;; @0044                               brif v0, block3, block2
;;
;;                                 block3:
;; @0047                               v2 = iconst.i32 1
;; @0049                               jump block1(v2)  ; v2 = 1
;;
;;                                 block2:
;; @004b                               v3 = iconst.i32 2
;; @004d                               jump block1(v3)  ; v3 = 2
;;
;;                                 block1(v1: i32):
;; @004d                               return v1
;; }
;;
;; ;; function 1 (br_on_null.values)
;; function u0:2(i64) -> i32 tail {
;;                                 block0(v0: i64):
;; @0052                               v3 = iconst.i32 3
;; @0056                               brif v0, block3, block2(v3)  ; v3 = 3
;;
;;                                 block3:
;; @005a                               v4 = iconst.i32 4
;; @005c                               jump block2(v4)  ; v4 = 4
;;
;;                                 block2(v2: i32):
;; @005d                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @005d                               return v1
;; }
;;
;; ;; function 2 (br_on_non_null)
;; function u0:3(i64) -> i32 tail {
;;                                 block0(v0: i64):
;; @0065                               brif v0, block2(v0), block3
;;
;;                                 block3:
;; @0067                               v3 = iconst.i32 1
;; @0069                               jump block1(v3)  ; v3 = 1
;;
;;                                 block2(v2: i64):
;; @006c                               v4 = iconst.i32 2
;; @006e                               jump block1(v4)  ; v4 = 2
;;
;;                                 block1(v1: i32):
;; @006e                               return v1
;; }
