;; Comparisons of f64: with a NaN only ne holds.
(module
  (func $f64.eq (param f64 f64) (result i32) (f64.eq (local.get 0) (local.get 1)))
  (func $f64.ne (param f64 f64) (result i32) (f64.ne (local.get 0) (local.get 1)))
  (func $f64.lt (param f64 f64) (result i32) (f64.lt (local.get 0) (local.get 1)))
  (func $f64.gt (param f64 f64) (result i32) (f64.gt (local.get 0) (local.get 1)))
  (func $f64.le (param f64 f64) (result i32) (f64.le (local.get 0) (local.get 1)))
  (func $f64.ge (param f64 f64) (result i32) (f64.ge (local.get 0) (local.get 1)))
  (table funcref (elem $f64.eq $f64.ne $f64.lt $f64.gt $f64.le $f64.ge))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f64.eq)
;; function u0:1(f64, f64) -> i32 tail {
;;                                 block0(v0: f64, v1: f64):
;; @004a                               v3 = fcmp eq v0, v1
;; @004a                               v4 = uextend.i32 v3
;; @004b                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @004b                               return v2
;; }
;;
;; ;; function 1 (f64.ne)
;; function u0:2(f64, f64) -> i32 tail {
;;                                 block0(v0: f64, v1: f64):
;; @0052                               v3 = fcmp ne v0, v1
;; @0052                               v4 = uextend.i32 v3
;; @0053                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0053                               return v2
;; }
;;
;; ;; function 2 (f64.lt)
;; function u0:3(f64, f64) -> i32 tail {
;;                                 block0(v0: f64, v1: f64):
;; @005a                               v3 = fcmp lt v0, v1
;; @005a                               v4 = uextend.i32 v3
;; @005b                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @005b                               return v2
;; }
;;
;; ;; function 3 (f64.gt)
;; function u0:4(f64, f64) -> i32 tail {
;;                                 block0(v0: f64, v1: f64):
;; @0062                               v3 = fcmp gt v0, v1
;; @0062                               v4 = uextend.i32 v3
;; @0063                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0063                               return v2
;; }
;;
;; ;; function 4 (f64.le)
;; function u0:5(f64, f64) -> i32 tail {
;;                                 block0(v0: f64, v1: f64):
;; @006a                               v3 = fcmp le v0, v1
;; @006a                               v4 = uextend.i32 v3
;; @006b                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @006b                               return v2
;; }
;;
;; ;; function 5 (f64.ge)
;; function u0:6(f64, f64) -> i32 tail {
;;                                 block0(v0: f64, v1: f64):
;; @0072                               v3 = fcmp ge v0, v1
;; @0072                               v4 = uextend.i32 v3
;; @0073                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0073                               return v2
;; }
