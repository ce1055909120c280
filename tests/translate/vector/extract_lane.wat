;; Single lanes out of a vector.
(module
  (func $i8x16.extract_lane_s (param v128) (result i32) (i8x16.extract_lane_s 15 (local.get 0)))
  (func $i8x16.extract_lane_u (param v128) (result i32) (i8x16.extract_lane_u 15 (local.get 0)))
  (func $i16x8.extract_lane_s (param v128) (result i32) (i16x8.extract_lane_s 7 (local.get 0)))
  (func $i16x8.extract_lane_u (param v128) (result i32) (i16x8.extract_lane_u 7 (local.get 0)))
  (func $i32x4.extract_lane (param v128) (result i32) (i32x4.extract_lane 3 (local.get 0)))
  (func $i64x2.extract_lane (param v128) (result i64) (i64x2.extract_lane 1 (local.get 0)))
  (func $f32x4.extract_lane (param v128) (result f32) (f32x4.extract_lane 3 (local.get 0)))
  (func $f64x2.extract_lane (param v128) (result f64) (f64x2.extract_lane 1 (local.get 0)))
  (table funcref (elem
    $i8x16.extract_lane_s $i8x16.extract_lane_u $i16x8.extract_lane_s $i16x8.extract_lane_u
    $i32x4.extract_lane $i64x2.extract_lane $f32x4.extract_lane $f64x2.extract_lane))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.extract_lane_s)
;; function u0:1(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @005a                               v2 = extractlane v0, 15
;; @005a                               v3 = sextend.i32 v2
;; @005d                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @005d                               return v1
;; }
;;
;; ;; function 1 (i8x16.extract_lane_u)
;; function u0:2(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0062                               v2 = extractlane v0, 15
;; @0062                               v3 = uextend.i32 v2
;; @0065                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0065                               return v1
;; }
;;
;; ;; function 2 (i16x8.extract_lane_s)
;; function u0:3(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @006a                               v2 = bitcast.i16x8 little v0
;; @006a                               v3 = extractlane v2, 7
;; @006a                               v4 = sextend.i32 v3
;; @006d                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @006d                               return v1
;; }
;;
;; ;; function 3 (i16x8.extract_lane_u)
;; function u0:4(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0072                               v2 = bitcast.i16x8 little v0
;; @0072                               v3 = extractlane v2, 7
;; @0072                               v4 = uextend.i32 v3
;; @0075                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @0075                               return v1
;; }
;;
;; ;; function 4 (i32x4.extract_lane)
;; function u0:5(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @007a                               v2 = bitcast.i32x4 little v0
;; @007a                               v3 = extractlane v2, 3
;; @007d                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @007d                               return v1
;; }
;;
;; ;; function 5 (i64x2.extract_lane)
;; function u0:6(i8x16) -> i64 tail {
;;                                 block0(v0: i8x16):
;; @0082                               v2 = bitcast.i64x2 little v0
;; @0082                               v3 = extractlane v2, 1
;; @0085                               jump block1(v3)
;;
;;                                 block1(v1: i64):
;; @0085                               return v1
;; }
;;
;; ;; function 6 (f32x4.extract_lane)
;; function u0:7(i8x16) -> f32 tail {
;;                                 block0(v0: i8x16):
;; @008a                               v2 = bitcast.f32x4 little v0
;; @008a                               v3 = extractlane v2, 3
;; @008d                               jump block1(v3)
;;
;;                                 block1(v1: f32):
;; @008d                               return v1
;; }
;;
;; ;; function 7 (f64x2.extract_lane)
;; function u0:8(i8x16) -> f64 tail {
;;                                 block0(v0: i8x16):
;; @0092                               v2 = bitcast.f64x2 little v0
;; @0092                               v3 = extractlane v2, 1
;; @0095                               jump block1(v3)
;;
;;                                 block1(v1: f64):
;; @0095                               return v1
;; }
