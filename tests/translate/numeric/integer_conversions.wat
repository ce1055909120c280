;; Conversions between i32 and i64.
(module
  (func $i32.wrap_i64 (param i64) (result i32) (i32.wrap_i64 (local.get 0)))
  (func $i64.extend_i32_s (param i32) (result i64) (i64.extend_i32_s (local.get 0)))
  (func $i64.extend_i32_u (param i32) (result i64) (i64.extend_i32_u (local.get 0)))
  (table funcref (elem $i32.wrap_i64 $i64.extend_i32_s $i64.extend_i32_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.wrap_i64)
;; function u0:1(i64) -> i32 tail {
;;                                 block0(v0: i64):
;; @0046                               v2 = ireduce.i32 v0
;; @0047                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0047                               return v1
;; }
;;
;; ;; function 1 (i64.extend_i32_s)
;; function u0:2(i32) -> i64 tail {
;;                                 block0(v0: i32):
;; @004c                               v2 = sextend.i64 v0
;; @004d                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @004d                               return v1
;; }
;;
;; ;; function 2 (i64.extend_i32_u)
;; function u0:3(i32) -> i64 tail {
;;                                 block0(v0: i32):
;; @0052                               v2 = uextend.i64 v0
;; @0053                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0053                               return v1
;; }
