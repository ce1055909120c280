;; Single lanes into a vector.
(module
  (func $i8x16.replace_lane (param v128 i32) (result v128) (i8x16.replace_lane 15 (local.get 0) (local.get 1)))
  (func $i16x8.replace_lane (param v128 i32) (result v128) (i16x8.replace_lane 7 (local.get 0) (local.get 1)))
  (func $i32x4.replace_lane (param v128 i32) (result v128) (i32x4.replace_lane 3 (local.get 0) (local.get 1)))
  (func $i64x2.replace_lane (param v128 i64) (result v128) (i64x2.replace_lane 1 (local.get 0) (local.get 1)))
  (func $f32x4.replace_lane (param v128 f32) (result v128) (f32x4.replace_lane 3 (local.get 0) (local.get 1)))
  (func $f64x2.replace_lane (param v128 f64) (result v128) (f64x2.replace_lane 1 (local.get 0) (local.get 1)))
  (table funcref (elem
    $i8x16.replace_lane $i16x8.replace_lane $i32x4.replace_lane $i64x2.replace_lane $f32x4.replace_lane
    $f64x2.replace_lane))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.replace_lane)
;; function u0:1(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @005c                               v3 = ireduce.i8 v1
;; @005c                               v4 = insertlane v0, v3, 15
;; @005f                               jump block1(v4)
;;
;;                                 block1(v2: i8x16):
;; @005f                               return v2
;; }
;;
;; ;; function 1 (i16x8.replace_lane)
;; function u0:2(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @0066                               v3 = ireduce.i16 v1
;; @0066                               v4 = bitcast.i16x8 little v0
;; @0066                               v5 = insertlane v4, v3, 7
;; @0066                               v6 = bitcast.i8x16 little v5
;; @0069                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0069                               return v2
;; }
;;
;; ;; function 2 (i32x4.replace_lane)
;; function u0:3(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @0070                               v3 = bitcast.i32x4 little v0
;; @0070                               v4 = insertlane v3, v1, 3
;; @0070                               v5 = bitcast.i8x16 little v4
;; @0073                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0073                               return v2
;; }
;;
;; ;; function 3 (i64x2.replace_lane)
;; function u0:4(i8x16, i64) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i64):
;; @007a                               v3 = bitcast.i64x2 little v0
;; @007a                               v4 = insertlane v3, v1, 1
;; @007a                               v5 = bitcast.i8x16 little v4
;; @007d                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @007d                               return v2
;; }
;;
;; ;; function 4 (f32x4.replace_lane)
;; function u0:5(i8x16, f32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: f32):
;; @0084                               v3 = bitcast.f32x4 little v0
;; @0084                               v4 = insertlane v3, v1, 3
;; @0084                               v5 = bitcast.i8x16 little v4
;; @0087                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0087                               return v2
;; }
;;
;; ;; function 5 (f64x2.replace_lane)
;; function u0:6(i8x16, f64) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: f64):
;; @008e                               v3 = bitcast.f64x2 little v0
;; @008e                               v4 = insertlane v3, v1, 1
;; @008e                               v5 = bitcast.i8x16 little v4
;; @0091                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0091                               return v2
;; }
