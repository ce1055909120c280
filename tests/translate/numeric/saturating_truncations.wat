;; Floats to integers that saturate: nothing traps, a NaN gives 0.
(module
  (func $i32.trunc_sat_f32_s (param f32) (result i32) (i32.trunc_sat_f32_s (local.get 0)))
  (func $i32.trunc_sat_f32_u (param f32) (result i32) (i32.trunc_sat_f32_u (local.get 0)))
  (func $i32.trunc_sat_f64_s (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0)))
  (func $i32.trunc_sat_f64_u (param f64) (result i32) (i32.trunc_sat_f64_u (local.get 0)))
  (func $i64.trunc_sat_f32_s (param f32) (result i64) (i64.trunc_sat_f32_s (local.get 0)))
  (func $i64.trunc_sat_f32_u (param f32) (result i64) (i64.trunc_sat_f32_u (local.get 0)))
  (func $i64.trunc_sat_f64_s (param f64) (result i64) (i64.trunc_sat_f64_s (local.get 0)))
  (func $i64.trunc_sat_f64_u (param f64) (result i64) (i64.trunc_sat_f64_u (local.get 0)))
  (table funcref (elem
    $i32.trunc_sat_f32_s $i32.trunc_sat_f32_u $i32.trunc_sat_f64_s $i32.trunc_sat_f64_u
    $i64.trunc_sat_f32_s $i64.trunc_sat_f32_u $i64.trunc_sat_f64_s $i64.trunc_sat_f64_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.trunc_sat_f32_s)
;; function u0:1(f32) -> i32 tail {
;;                                 block0(v0: f32):
;; @005a                               v2 = fcvt_to_sint_sat.i32 v0
;; @005c                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @005c                               return v1
;; }
;;
;; ;; function 1 (i32.trunc_sat_f32_u)
;; function u0:2(f32) -> i32 tail {
;;                                 block0(v0: f32):
;; @0061                               v2 = fcvt_to_uint_sat.i32 v0
;; @0063                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0063                               return v1
;; }
;;
;; ;; function 2 (i32.trunc_sat_f64_s)
;; function u0:3(f64) -> i32 tail {
;;                                 block0(v0: f64):
;; @0068                               v2 = fcvt_to_sint_sat.i32 v0
;; @006a                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @006a                               return v1
;; }
;;
;; ;; function 3 (i32.trunc_sat_f64_u)
;; function u0:4(f64) -> i32 tail {
;;                                 block0(v0: f64):
;; @006f                               v2 = fcvt_to_uint_sat.i32 v0
;; @0071                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0071                               return v1
;; }
;;
;; ;; function 4 (i64.trunc_sat_f32_s)
;; function u0:5(f32) -> i64 tail {
;;                                 block0(v0: f32):
;; @0076                               v2 = fcvt_to_sint_sat.i64 v0
;; @0078                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0078                               return v1
;; }
;;
;; ;; function 5 (i64.trunc_sat_f32_u)
;; function u0:6(f32) -> i64 tail {
;;                                 block0(v0: f32):
;; @007d                               v2 = fcvt_to_uint_sat.i64 v0
;; @007f                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @007f                               return v1
;; }
;;
;; ;; function 6 (i64.trunc_sat_f64_s)
;; function u0:7(f64) -> i64 tail {
;;                                 block0(v0: f64):
;; @0084                               v2 = fcvt_to_sint_sat.i64 v0
;; @0086                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0086                               return v1
;; }
;;
;; ;; function 7 (i64.trunc_sat_f64_u)
;; function u0:8(f64) -> i64 tail {
;;                                 block0(v0: f64):
;; @008b                               v2 = fcvt_to_uint_sat.i64 v0
;; @008d                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @008d                               return v1
;; }
