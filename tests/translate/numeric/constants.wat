;; Constants. Floats keep their bits, those of a NaN too.
(module
  (func $i32.const (result i32) (i32.const -1))
  (func $i64.const (result i64) (i64.const 0x8000000000000000))
  (func $f32.const (result f32) (f32.const -0x1.8p-3))
  (func $f32.const.nan (result f32) (f32.const nan:0x200001))
  (func $f64.const (result f64) (f64.const 0x1p-1074))
  (func $f64.const.nan (result f64) (f64.const -nan))
  (table funcref (elem $i32.const $i64.const $f32.const $f32.const.nan $f64.const $f64.const.nan))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.const)
;; function u0:1() -> i32 tail {
;;                                 block0:
;; @0050                               v1 = iconst.i32 -1
;; @0052                               jump block1(v1)  ; v1 = -1
;;
;;                                 block1(v0: i32):
;; @0052                               return v0
;; }
;;
;; ;; function 1 (i64.const)
;; function u0:2() -> i64 tail {
;;                                 block0:
;; @0055                               v1 = iconst.i64 -9223372036854775808
;; @0060                               jump block1(v1)  ; v1 = -9223372036854775808
;;
;;                                 block1(v0: i64):
;; @0060                               return v0
;; }
;;
;; ;; function 2 (f32.const)
;; function u0:3() -> f32 tail {
;;                                 block0:
;; @0063                               v1 = f32const -0x1.800000p-3
;; @0068                               jump block1(v1)  ; v1 = -0x1.800000p-3
;;
;;                                 block1(v0: f32):
;; @0068                               return v0
;; }
;;
;; ;; function 3 (f32.const.nan)
;; function u0:4() -> f32 tail {
;;                                 block0:
;; @006b                               v1 = f32const +sNaN:0x200001
;; @0070                               jump block1(v1)  ; v1 = +sNaN:0x200001
;;
;;                                 block1(v0: f32):
;; @0070                               return v0
;; }
;;
;; ;; function 4 (f64.const)
;; function u0:5() -> f64 tail {
;;                                 block0:
;; @0073                               v1 = f64const 0x0.0000000000001p-1022
;; @007c                               jump block1(v1)  ; v1 = 0x0.0000000000001p-1022
;;
;;                                 block1(v0: f64):
;; @007c                               return v0
;; }
;;
;; ;; function 5 (f64.const.nan)
;; function u0:6() -> f64 tail {
;;                                 block0:
;; @007f                               v1 = f64const -NaN
;; @0088                               jump block1(v1)  ; v1 = -NaN
;;
;;                                 block1(v0: f64):
;; @0088                               return v0
;; }
