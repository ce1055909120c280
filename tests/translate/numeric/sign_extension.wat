;; Sign extension of the low bits.
(module
  (func $i32.extend8_s (param i32) (result i32) (i32.extend8_s (local.get 0)))
  (func $i32.extend16_s (param i32) (result i32) (i32.extend16_s (local.get 0)))
  (func $i64.extend8_s (param i64) (result i64) (i64.extend8_s (local.get 0)))
  (func $i64.extend16_s (param i64) (result i64) (i64.extend16_s (local.get 0)))
  (func $i64.extend32_s (param i64) (result i64) (i64.extend32_s (local.get 0)))
  (table funcref (elem $i32.extend8_s $i32.extend16_s $i64.extend8_s $i64.extend16_s $i64.extend32_s))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.extend8_s)
;; function u0:1(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @004a                               v2 = ireduce.i8 v0
;; @004a                               v3 = sextend.i32 v2
;; @004b                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @004b                               return v1
;; }
;;
;; ;; function 1 (i32.extend16_s)
;; function u0:2(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0050                               v2 = ireduce.i16 v0
;; @0050                               v3 = sextend.i32 v2
;; @0051                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0051                               return v1
;; }
;;
;; ;; function 2 (i64.extend8_s)
;; function u0:3(i64) -> i64 tail {
;;                                 block0(v0: i64):
;; @0056                               v2 = ireduce.i8 v0
;; @0056                               v3 = sextend.i64 v2
;; @0057                               jump block1(v3)
;;
;;                                 block1(v1: i64):
;; @0057                               return v1
;; }
;;
;; ;; function 3 (i64.extend16_s)
;; function u0:4(i64) -> i64 tail {
;;                                 block0(v0: i64):
;; @005c                               v2 = ireduce.i16 v0
;; @005c                               v3 = sextend.i64 v2
;; @005d                               jump block1(v3)
;;
;;                                 block1(v1: i64):
;; @005d                               return v1
;; }
;;
;; ;; function 4 (i64.extend32_s)
;; function u0:5(i64) -> i64 tail {
;;                                 block0(v0: i64):
;; @0062                               v2 = ireduce.i32 v0
;; @0062                               v3 = sextend.i64 v2
;; @0063                               jump block1(v3)
;;
;;                                 block1(v1: i64):
;; @0063                               return v1
;; }
