;; Division of i64. It traps on zero, and div_s also on the one quotient that does not fit; rem_s of these operands is
;; 0, as x86-64 would not have it.
(module
  (func $i64.div_s (param i64 i64) (result i64) (i64.div_s (local.get 0) (local.get 1)))
  (func $i64.div_u (param i64 i64) (result i64) (i64.div_u (local.get 0) (local.get 1)))
  (func $i64.rem_s (param i64 i64) (result i64) (i64.rem_s (local.get 0) (local.get 1)))
  (func $i64.rem_u (param i64 i64) (result i64) (i64.rem_u (local.get 0) (local.get 1)))
  (table funcref (elem $i64.div_s $i64.div_u $i64.rem_s $i64.rem_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i64.div_s)
;; function u0:1(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0046                               v3 = sdiv v0, v1
;; @0047                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0047                               return v2
;; }
;;
;; ;; function 1 (i64.div_u)
;; function u0:2(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @004e                               v3 = udiv v0, v1
;; @004f                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @004f                               return v2
;; }
;;
;; ;; function 2 (i64.rem_s)
;; function u0:3(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0056                               v3 = srem v0, v1
;; @0057                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0057                               return v2
;; }
;;
;; ;; function 3 (i64.rem_u)
;; function u0:4(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @005e                               v3 = urem v0, v1
;; @005f                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @005f                               return v2
;; }
