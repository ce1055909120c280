;; Division of i32. It traps on zero, and div_s also on the one quotient that does not fit; rem_s of these operands is
;; 0, as x86-64 would not have it.
(module
  (func $i32.div_s (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  (func $i32.div_u (param i32 i32) (result i32) (i32.div_u (local.get 0) (local.get 1)))
  (func $i32.rem_s (param i32 i32) (result i32) (i32.rem_s (local.get 0) (local.get 1)))
  (func $i32.rem_u (param i32 i32) (result i32) (i32.rem_u (local.get 0) (local.get 1)))
  (table funcref (elem $i32.div_s $i32.div_u $i32.rem_s $i32.rem_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.div_s)
;; function u0:1(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0046                               v3 = sdiv v0, v1
;; @0047                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0047                               return v2
;; }
;;
;; ;; function 1 (i32.div_u)
;; function u0:2(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @004e                               v3 = udiv v0, v1
;; @004f                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @004f                               return v2
;; }
;;
;; ;; function 2 (i32.rem_s)
;; function u0:3(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0056                               v3 = srem v0, v1
;; @0057                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0057                               return v2
;; }
;;
;; ;; function 3 (i32.rem_u)
;; function u0:4(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @005e                               v3 = urem v0, v1
;; @005f                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @005f                               return v2
;; }
