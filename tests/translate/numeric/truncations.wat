;; Floats to integers: a NaN traps as an invalid conversion, a value that does not fit traps as an overflow.
(module
  (func $i32.trunc_f32_s (param f32) (result i32) (i32.trunc_f32_s (local.get 0)))
  (func $i32.trunc_f32_u (param f32) (result i32) (i32.trunc_f32_u (local.get 0)))
  (func $i32.trunc_f64_s (param f64) (result i32) (i32.trunc_f64_s (local.get 0)))
  (func $i32.trunc_f64_u (param f64) (result i32) (i32.trunc_f64_u (local.get 0)))
  (func $i64.trunc_f32_s (param f32) (result i64) (i64.trunc_f32_s (local.get 0)))
  (func $i64.trunc_f32_u (param f32) (result i64) (i64.trunc_f32_u (local.get 0)))
  (func $i64.trunc_f64_s (param f64) (result i64) (i64.trunc_f64_s (local.get 0)))
  (func $i64.trunc_f64_u (param f64) (result i64) (i64.trunc_f64_u (local.get 0)))
  (table funcref (elem
    $i32.trunc_f32_s $i32.trunc_f32_u $i32.trunc_f64_s $i32.trunc_f64_u $i64.trunc_f32_s
    $i64.trunc_f32_u $i64.trunc_f64_s $i64.trunc_f64_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.trunc_f32_s)
;; function u0:1(f32) -> i32 tail {
;;                                 block0(v0: f32):
;; @005a                               v2 = fcvt_to_sint.i32 v0
;; @005b                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @005b                               return v1
;; }
;;
;; ;; function 1 (i32.trunc_f32_u)
;; function u0:2(f32) -> i32 tail {
;;                                 block0(v0: f32):
;; @0060                               v2 = fcvt_to_uint.i32 v0
;; @0061                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0061                               return v1
;; }
;;
;; ;; function 2 (i32.trunc_f64_s)
;; function u0:3(f64) -> i32 tail {
;;                                 block0(v0: f64):
;; @0066                               v2 = fcvt_to_sint.i32 v0
;; @0067                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0067                               return v1
;; }
;;
;; ;; function 3 (i32.trunc_f64_u)
;; function u0:4(f64) -> i32 tail {
;;                                 block0(v0: f64):
;; @006c                               v2 = fcvt_to_uint.i32 v0
;; @006d                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @006d                               return v1
;; }
;;
;; ;; function 4 (i64.trunc_f32_s)
;; function u0:5(f32) -> i64 tail {
;;                                 block0(v0: f32):
;; @0072                               v2 = fcvt_to_sint.i64 v0
;; @0073                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0073                               return v1
;; }
;;
;; ;; function 5 (i64.trunc_f32_u)
;; function u0:6(f32) -> i64 tail {
;;                                 block0(v0: f32):
;; @0078                               v2 = fcvt_to_uint.i64 v0
;; @0079                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0079                               return v1
;; }
;;
;; ;; function 6 (i64.trunc_f64_s)
;; function u0:7(f64) -> i64 tail {
;;                                 block0(v0: f64):
;; @007e                               v2 = fcvt_to_sint.i64 v0
;; @007f                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @007f                               return v1
;; }
;;
;; ;; function 7 (i64.trunc_f64_u)
;; function u0:8(f64) -> i64 tail {
;;                                 block0(v0: f64):
;; @0084                               v2 = fcvt_to_uint.i64 v0
;; @0085                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0085                               return v1
;; }
