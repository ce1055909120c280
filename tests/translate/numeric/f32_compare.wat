;; Comparisons of f32: with a NaN only ne holds.
(module
  (func $f32.eq (param f32 f32) (result i32) (f32.eq (local.get 0) (local.get 1)))
  (func $f32.ne (param f32 f32) (result i32) (f32.ne (local.get 0) (local.get 1)))
  (func $f32.lt (param f32 f32) (result i32) (f32.lt (local.get 0) (local.get 1)))
  (func $f32.gt (param f32 f32) (result i32) (f32.gt (local.get 0) (local.get 1)))
  (func $f32.le (param f32 f32) (result i32) (f32.le (local.get 0) (local.get 1)))
  (func $f32.ge (param f32 f32) (result i32) (f32.ge (local.get 0) (local.get 1)))
  (table funcref (elem $f32.eq $f32.ne $f32.lt $f32.gt $f32.le $f32.ge))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f32.eq)
;; function u0:1(f32, f32) -> i32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @004a                               v3 = fcmp eq v0, v1
;; @004a                               v4 = uextend.i32 v3
;; @004b                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @004b                               return v2
;; }
;;
;; ;; function 1 (f32.ne)
;; function u0:2(f32, f32) -> i32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @0052                               v3 = fcmp ne v0, v1
;; @0052                               v4 = uextend.i32 v3
;; @0053                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0053                               return v2
;; }
;;
;; ;; function 2 (f32.lt)
;; function u0:3(f32, f32) -> i32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @005a                               v3 = fcmp lt v0, v1
;; @005a                               v4 = uextend.i32 v3
;; @005b                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @005b                               return v2
;; }
;;
;; ;; function 3 (f32.gt)
;; function u0:4(f32, f32) -> i32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @0062                               v3 = fcmp gt v0, v1
;; @0062                               v4 = uextend.i32 v3
;; @0063                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0063                               return v2
;; }
;;
;; ;; function 4 (f32.le)
;; function u0:5(f32, f32) -> i32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @006a                               v3 = fcmp le v0, v1
;; @006a                               v4 = uextend.i32 v3
;; @006b                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @006b                               return v2
;; }
;;
;; ;; function 5 (f32.ge)
;; function u0:6(f32, f32) -> i32 tail {
;;                                 block0(v0: f32, v1: f32):
;; @0072                               v3 = fcmp ge v0, v1
;; @0072                               v4 = uextend.i32 v3
;; @0073                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0073                               return v2
;; }
