;; Integers to floats, and between floats.
(module
  (func $f32.convert_i32_s (param i32) (result f32) (f32.convert_i32_s (local.get 0)))
  (func $f32.convert_i32_u (param i32) (result f32) (f32.convert_i32_u (local.get 0)))
  (func $f32.convert_i64_s (param i64) (result f32) (f32.convert_i64_s (local.get 0)))
  (func $f32.convert_i64_u (param i64) (result f32) (f32.convert_i64_u (local.get 0)))
  (func $f64.convert_i32_s (param i32) (result f64) (f64.convert_i32_s (local.get 0)))
  (func $f64.convert_i32_u (param i32) (result f64) (f64.convert_i32_u (local.get 0)))
  (func $f64.convert_i64_s (param i64) (result f64) (f64.convert_i64_s (local.get 0)))
  (func $f64.convert_i64_u (param i64) (result f64) (f64.convert_i64_u (local.get 0)))
  (func $f32.demote_f64 (param f64) (result f32) (f32.demote_f64 (local.get 0)))
  (func $f64.promote_f32 (param f32) (result f64) (f64.promote_f32 (local.get 0)))
  (table funcref (elem
    $f32.convert_i32_s $f32.convert_i32_u $f32.convert_i64_s $f32.convert_i64_u $f64.convert_i32_s
    $f64.convert_i32_u $f64.convert_i64_s $f64.convert_i64_u $f32.demote_f64 $f64.promote_f32))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f32.convert_i32_s)
;; function u0:1(i32) -> f32 tail {
;;                                 block0(v0: i32):
;; @0068                               v2 = fcvt_from_sint.f32 v0
;; @0069                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @0069                               return v1
;; }
;;
;; ;; function 1 (f32.convert_i32_u)
;; function u0:2(i32) -> f32 tail {
;;                                 block0(v0: i32):
;; @006e                               v2 = fcvt_from_uint.f32 v0
;; @006f                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @006f                               return v1
;; }
;;
;; ;; function 2 (f32.convert_i64_s)
;; function u0:3(i64) -> f32 tail {
;;                                 block0(v0: i64):
;; @0074                               v2 = fcvt_from_sint.f32 v0
;; @0075                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @0075                               return v1
;; }
;;
;; ;; function 3 (f32.convert_i64_u)
;; function u0:4(i64) -> f32 tail {
;;                                 block0(v0: i64):
;; @007a                               v2 = fcvt_from_uint.f32 v0
;; @007b                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @007b                               return v1
;; }
;;
;; ;; function 4 (f64.convert_i32_s)
;; function u0:5(i32) -> f64 tail {
;;                                 block0(v0: i32):
;; @0080                               v2 = fcvt_from_sint.f64 v0
;; @0081                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0081                               return v1
;; }
;;
;; ;; function 5 (f64.convert_i32_u)
;; function u0:6(i32) -> f64 tail {
;;                                 block0(v0: i32):
;; @0086                               v2 = fcvt_from_uint.f64 v0
;; @0087                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0087                               return v1
;; }
;;
;; ;; function 6 (f64.convert_i64_s)
;; function u0:7(i64) -> f64 tail {
;;                                 block0(v0: i64):
;; @008c                               v2 = fcvt_from_sint.f64 v0
;; @008d                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @008d                               return v1
;; }
;;
;; ;; function 7 (f64.convert_i64_u)
;; function u0:8(i64) -> f64 tail {
;;                                 block0(v0: i64):
;; @0092                               v2 = fcvt_from_uint.f64 v0
;; @0093                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0093                               return v1
;; }
;;
;; ;; function 8 (f32.demote_f64)
;; function u0:9(f64) -> f32 tail {
;;                                 block0(v0: f64):
;; @0098                               v2 = fdemote.f32 v0
;; @0099                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @0099                               return v1
;; }
;;
;; ;; function 9 (f64.promote_f32)
;; function u0:10(f32) -> f64 tail {
;;                                 block0(v0: f32):
;; @009e                               v2 = fpromote.f64 v0
;; @009f                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @009f                               return v1
;; }
