;; 128 bits in two halves, the lower first.
(module
  (func $i64.add128 (param i64 i64 i64 i64) (result i64 i64)
    (i64.add128 (local.get 0) (local.get 1) (local.get 2) (local.get 3)))
  (func $i64.sub128 (param i64 i64 i64 i64) (result i64 i64)
    (i64.sub128 (local.get 0) (local.get 1) (local.get 2) (local.get 3)))
  (func $i64.mul_wide_s (param i64 i64) (result i64 i64) (i64.mul_wide_s (local.get 0) (local.get 1)))
  (func $i64.mul_wide_u (param i64 i64) (result i64 i64) (i64.mul_wide_u (local.get 0) (local.get 1)))
  (table funcref (elem $i64.add128 $i64.sub128 $i64.mul_wide_s $i64.mul_wide_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i64.add128)
;; function u0:1(i64, i64, i64, i64) -> i64, i64 tail {
;;                                 block0(v0: i64, v1: i64, v2: i64, v3: i64):
;; @0054                               v6 = iconcat v2, v3
;; @0054                               v7 = iconcat v0, v1
;; @0054                               v8 = iadd v7, v6
;; @0054                               v9, v10 = isplit v8
;; @0056                               jump block1(v9, v10)
;;
;;                                 block1(v4: i64, v5: i64):
;; @0056                               return v4, v5
;; }
;;
;; ;; function 1 (i64.sub128)
;; function u0:2(i64, i64, i64, i64) -> i64, i64 tail {
;;                                 block0(v0: i64, v1: i64, v2: i64, v3: i64):
;; @0061                               v6 = iconcat v2, v3
;; @0061                               v7 = iconcat v0, v1
;; @0061                               v8 = isub v7, v6
;; @0061                               v9, v10 = isplit v8
;; @0063                               jump block1(v9, v10)
;;
;;                                 block1(v4: i64, v5: i64):
;; @0063                               return v4, v5
;; }
;;
;; ;; function 2 (i64.mul_wide_s)
;; function u0:3(i64, i64) -> i64, i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @006a                               v4 = sextend.i128 v0
;; @006a                               v5 = sextend.i128 v1
;; @006a                               v6 = imul v4, v5
;; @006a                               v7, v8 = isplit v6
;; @006c                               jump block1(v7, v8)
;;
;;                                 block1(v2: i64, v3: i64):
;; @006c                               return v2, v3
;; }
;;
;; ;; function 3 (i64.mul_wide_u)
;; function u0:4(i64, i64) -> i64, i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0073                               v4 = uextend.i128 v0
;; @0073                               v5 = uextend.i128 v1
;; @0073                               v6 = imul v4, v5
;; @0073                               v7, v8 = isplit v6
;; @0075                               jump block1(v7, v8)
;;
;;                                 block1(v2: i64, v3: i64):
;; @0075                               return v2, v3
;; }
