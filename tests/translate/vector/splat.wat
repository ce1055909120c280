;; Splats of a scalar to all lanes.
(module
  (func $i8x16.splat (param i32) (result v128) (i8x16.splat (local.get 0)))
  (func $i16x8.splat (param i32) (result v128) (i16x8.splat (local.get 0)))
  (func $i32x4.splat (param i32) (result v128) (i32x4.splat (local.get 0)))
  (func $i64x2.splat (param i64) (result v128) (i64x2.splat (local.get 0)))
  (func $f32x4.splat (param f32) (result v128) (f32x4.splat (local.get 0)))
  (func $f64x2.splat (param f64) (result v128) (f64x2.splat (local.get 0)))
  (table funcref (elem $i8x16.splat $i16x8.splat $i32x4.splat $i64x2.splat $f32x4.splat $f64x2.splat))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.splat)
;; function u0:1(i32) -> i8x16 tail {
;;                                 block0(v0: i32):
;; @0056                               v2 = ireduce.i8 v0
;; @0056                               v3 = splat.i8x16 v2
;; @0058                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @0058                               return v1
;; }
;;
;; ;; function 1 (i16x8.splat)
;; function u0:2(i32) -> i8x16 tail {
;;                                 block0(v0: i32):
;; @005d                               v2 = ireduce.i16 v0
;; @005d                               v3 = splat.i16x8 v2
;; @005d                               v4 = bitcast.i8x16 little v3
;; @005f                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @005f                               return v1
;; }
;;
;; ;; function 2 (i32x4.splat)
;; function u0:3(i32) -> i8x16 tail {
;;                                 block0(v0: i32):
;; @0064                               v2 = splat.i32x4 v0
;; @0064                               v3 = bitcast.i8x16 little v2
;; @0066                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @0066                               return v1
;; }
;;
;; ;; function 3 (i64x2.splat)
;; function u0:4(i64) -> i8x16 tail {
;;                                 block0(v0: i64):
;; @006b                               v2 = splat.i64x2 v0
;; @006b                               v3 = bitcast.i8x16 little v2
;; @006d                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @006d                               return v1
;; }
;;
;; ;; function 4 (f32x4.splat)
;; function u0:5(f32) -> i8x16 tail {
;;                                 block0(v0: f32):
;; @0072                               v2 = splat.f32x4 v0
;; @0072                               v3 = bitcast.i8x16 little v2
;; @0074                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @0074                               return v1
;; }
;;
;; ;; function 5 (f64x2.splat)
;; function u0:6(f64) -> i8x16 tail {
;;                                 block0(v0: f64):
;; @0079                               v2 = splat.f64x2 v0
;; @0079                               v3 = bitcast.i8x16 little v2
;; @007b                               jump block1(v3)
;;
;;                                 block1(v1: i8x16):
;; @007b                               return v1
;; }
