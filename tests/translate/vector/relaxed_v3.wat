;;! build: --cpu x86-64-v3
;; Relaxed SIMD as the processor has it.
(module
  (func $i8x16.relaxed_swizzle (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))
  (func $i32x4.relaxed_trunc_f32x4_s (param v128) (result v128) (i32x4.relaxed_trunc_f32x4_s (local.get 0)))
  (func $i32x4.relaxed_trunc_f32x4_u (param v128) (result v128) (i32x4.relaxed_trunc_f32x4_u (local.get 0)))
  (func $i32x4.relaxed_trunc_f64x2_s_zero (param v128) (result v128)
    (i32x4.relaxed_trunc_f64x2_s_zero (local.get 0)))
  (func $i32x4.relaxed_trunc_f64x2_u_zero (param v128) (result v128)
    (i32x4.relaxed_trunc_f64x2_u_zero (local.get 0)))
  (func $f32x4.relaxed_madd (param v128 v128 v128) (result v128)
    (f32x4.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))
  (func $f32x4.relaxed_nmadd (param v128 v128 v128) (result v128)
    (f32x4.relaxed_nmadd (local.get 0) (local.get 1) (local.get 2)))
  (func $f64x2.relaxed_madd (param v128 v128 v128) (result v128)
    (f64x2.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))
  (func $f64x2.relaxed_nmadd (param v128 v128 v128) (result v128)
    (f64x2.relaxed_nmadd (local.get 0) (local.get 1) (local.get 2)))
  (func $i8x16.relaxed_laneselect (param v128 v128 v128) (result v128)
    (i8x16.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func $i16x8.relaxed_laneselect (param v128 v128 v128) (result v128)
    (i16x8.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func $i32x4.relaxed_laneselect (param v128 v128 v128) (result v128)
    (i32x4.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func $i64x2.relaxed_laneselect (param v128 v128 v128) (result v128)
    (i64x2.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func $f32x4.relaxed_min (param v128 v128) (result v128) (f32x4.relaxed_min (local.get 0) (local.get 1)))
  (func $f32x4.relaxed_max (param v128 v128) (result v128) (f32x4.relaxed_max (local.get 0) (local.get 1)))
  (func $f64x2.relaxed_min (param v128 v128) (result v128) (f64x2.relaxed_min (local.get 0) (local.get 1)))
  (func $f64x2.relaxed_max (param v128 v128) (result v128) (f64x2.relaxed_max (local.get 0) (local.get 1)))
  (func $i16x8.relaxed_q15mulr_s (param v128 v128) (result v128)
    (i16x8.relaxed_q15mulr_s (local.get 0) (local.get 1)))
  (func $i16x8.relaxed_dot_i8x16_i7x16_s (param v128 v128) (result v128)
    (i16x8.relaxed_dot_i8x16_i7x16_s (local.get 0) (local.get 1)))
  (func $i32x4.relaxed_dot_i8x16_i7x16_add_s (param v128 v128 v128) (result v128)
    (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $i8x16.relaxed_swizzle $i32x4.relaxed_trunc_f32x4_s $i32x4.relaxed_trunc_f32x4_u
    $i32x4.relaxed_trunc_f64x2_s_zero $i32x4.relaxed_trunc_f64x2_u_zero $f32x4.relaxed_madd $f32x4.relaxed_nmadd
    $f64x2.relaxed_madd $f64x2.relaxed_nmadd $i8x16.relaxed_laneselect $i16x8.relaxed_laneselect
    $i32x4.relaxed_laneselect $i64x2.relaxed_laneselect $f32x4.relaxed_min $f32x4.relaxed_max $f64x2.relaxed_min
    $f64x2.relaxed_max $i16x8.relaxed_q15mulr_s $i16x8.relaxed_dot_i8x16_i7x16_s
    $i32x4.relaxed_dot_i8x16_i7x16_add_s))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.relaxed_swizzle)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0073                               v3 = x86_pshufb v0, v1
;; @0076                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0076                               return v2
;; }
;;
;; ;; function 1 (i32x4.relaxed_trunc_f32x4_s)
;; function u0:2(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @007b                               v2 = bitcast.f32x4 little v0
;; @007b                               v3 = x86_cvtt2dq.i32x4 v2
;; @007b                               v4 = bitcast.i8x16 little v3
;; @007e                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @007e                               return v1
;; }
;;
;; ;; function 2 (i32x4.relaxed_trunc_f32x4_u)
;; function u0:3(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0083                               v2 = bitcast.f32x4 little v0
;; @0083                               v3 = fcvt_to_uint_sat.i32x4 v2
;; @0083                               v4 = bitcast.i8x16 little v3
;; @0086                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0086                               return v1
;; }
;;
;; ;; function 3 (i32x4.relaxed_trunc_f64x2_s_zero)
;; function u0:4(i8x16) -> i8x16 tail {
;;     const0 = 0x00000000000000000000000000000000
;;
;;                                 block0(v0: i8x16):
;; @008b                               v2 = bitcast.f64x2 little v0
;; @008b                               v3 = x86_cvtt2dq.i64x2 v2
;; @008b                               v4 = vconst.i64x2 const0
;; @008b                               v5 = snarrow v3, v4  ; v4 = const0
;; @008b                               v6 = bitcast.i8x16 little v5
;; @008e                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @008e                               return v1
;; }
;;
;; ;; function 4 (i32x4.relaxed_trunc_f64x2_u_zero)
;; function u0:5(i8x16) -> i8x16 tail {
;;     const0 = 0x00000000000000000000000000000000
;;
;;                                 block0(v0: i8x16):
;; @0093                               v2 = bitcast.f64x2 little v0
;; @0093                               v3 = fcvt_to_uint_sat.i64x2 v2
;; @0093                               v4 = vconst.i64x2 const0
;; @0093                               v5 = uunarrow v3, v4  ; v4 = const0
;; @0093                               v6 = bitcast.i8x16 little v5
;; @0096                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @0096                               return v1
;; }
;;
;; ;; function 5 (f32x4.relaxed_madd)
;; function u0:6(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @009f                               v4 = bitcast.f32x4 little v2
;; @009f                               v5 = bitcast.f32x4 little v1
;; @009f                               v6 = bitcast.f32x4 little v0
;; @009f                               v7 = fma v6, v5, v4
;; @009f                               v8 = bitcast.i8x16 little v7
;; @00a2                               jump block1(v8)
;;
;;                                 block1(v3: i8x16):
;; @00a2                               return v3
;; }
;;
;; ;; function 6 (f32x4.relaxed_nmadd)
;; function u0:7(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00ab                               v4 = bitcast.f32x4 little v2
;; @00ab                               v5 = bitcast.f32x4 little v1
;; @00ab                               v6 = bitcast.f32x4 little v0
;; @00ab                               v7 = fneg v6
;; @00ab                               v8 = fma v7, v5, v4
;; @00ab                               v9 = bitcast.i8x16 little v8
;; @00ae                               jump block1(v9)
;;
;;                                 block1(v3: i8x16):
;; @00ae                               return v3
;; }
;;
;; ;; function 7 (f64x2.relaxed_madd)
;; function u0:8(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00b7                               v4 = bitcast.f64x2 little v2
;; @00b7                               v5 = bitcast.f64x2 little v1
;; @00b7                               v6 = bitcast.f64x2 little v0
;; @00b7                               v7 = fma v6, v5, v4
;; @00b7                               v8 = bitcast.i8x16 little v7
;; @00ba                               jump block1(v8)
;;
;;                                 block1(v3: i8x16):
;; @00ba                               return v3
;; }
;;
;; ;; function 8 (f64x2.relaxed_nmadd)
;; function u0:9(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00c3                               v4 = bitcast.f64x2 little v2
;; @00c3                               v5 = bitcast.f64x2 little v1
;; @00c3                               v6 = bitcast.f64x2 little v0
;; @00c3                               v7 = fneg v6
;; @00c3                               v8 = fma v7, v5, v4
;; @00c3                               v9 = bitcast.i8x16 little v8
;; @00c6                               jump block1(v9)
;;
;;                                 block1(v3: i8x16):
;; @00c6                               return v3
;; }
;;
;; ;; function 9 (i8x16.relaxed_laneselect)
;; function u0:10(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00cf                               v4 = blendv v2, v0, v1
;; @00d2                               jump block1(v4)
;;
;;                                 block1(v3: i8x16):
;; @00d2                               return v3
;; }
;;
;; ;; function 10 (i16x8.relaxed_laneselect)
;; function u0:11(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00db                               v4 = bitcast.i16x8 little v2
;; @00db                               v5 = bitcast.i16x8 little v1
;; @00db                               v6 = bitcast.i16x8 little v0
;; @00db                               v7 = iconst.i16 15
;; @00db                               v8 = sshr v4, v7  ; v7 = 15
;; @00db                               v9 = bitcast.i8x16 little v8
;; @00db                               v10 = bitcast.i8x16 little v6
;; @00db                               v11 = bitcast.i8x16 little v5
;; @00db                               v12 = blendv v9, v10, v11
;; @00de                               jump block1(v12)
;;
;;                                 block1(v3: i8x16):
;; @00de                               return v3
;; }
;;
;; ;; function 11 (i32x4.relaxed_laneselect)
;; function u0:12(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00e7                               v4 = bitcast.i32x4 little v2
;; @00e7                               v5 = bitcast.i32x4 little v1
;; @00e7                               v6 = bitcast.i32x4 little v0
;; @00e7                               v7 = blendv v4, v6, v5
;; @00e7                               v8 = bitcast.i8x16 little v7
;; @00ea                               jump block1(v8)
;;
;;                                 block1(v3: i8x16):
;; @00ea                               return v3
;; }
;;
;; ;; function 12 (i64x2.relaxed_laneselect)
;; function u0:13(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00f3                               v4 = bitcast.i64x2 little v2
;; @00f3                               v5 = bitcast.i64x2 little v1
;; @00f3                               v6 = bitcast.i64x2 little v0
;; @00f3                               v7 = blendv v4, v6, v5
;; @00f3                               v8 = bitcast.i8x16 little v7
;; @00f6                               jump block1(v8)
;;
;;                                 block1(v3: i8x16):
;; @00f6                               return v3
;; }
;;
;; ;; function 13 (f32x4.relaxed_min)
;; function u0:14(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00fd                               v3 = bitcast.f32x4 little v1
;; @00fd                               v4 = bitcast.f32x4 little v0
;; @00fd                               v5 = fcmp lt v3, v4
;; @00fd                               v6 = bitcast.f32x4 little v5
;; @00fd                               v7 = bitselect v6, v3, v4
;; @00fd                               v8 = bitcast.i8x16 little v7
;; @0100                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @0100                               return v2
;; }
;;
;; ;; function 14 (f32x4.relaxed_max)
;; function u0:15(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0107                               v3 = bitcast.f32x4 little v1
;; @0107                               v4 = bitcast.f32x4 little v0
;; @0107                               v5 = fcmp lt v4, v3
;; @0107                               v6 = bitcast.f32x4 little v5
;; @0107                               v7 = bitselect v6, v3, v4
;; @0107                               v8 = bitcast.i8x16 little v7
;; @010a                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @010a                               return v2
;; }
;;
;; ;; function 15 (f64x2.relaxed_min)
;; function u0:16(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0111                               v3 = bitcast.f64x2 little v1
;; @0111                               v4 = bitcast.f64x2 little v0
;; @0111                               v5 = fcmp lt v3, v4
;; @0111                               v6 = bitcast.f64x2 little v5
;; @0111                               v7 = bitselect v6, v3, v4
;; @0111                               v8 = bitcast.i8x16 little v7
;; @0114                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @0114                               return v2
;; }
;;
;; ;; function 16 (f64x2.relaxed_max)
;; function u0:17(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @011b                               v3 = bitcast.f64x2 little v1
;; @011b                               v4 = bitcast.f64x2 little v0
;; @011b                               v5 = fcmp lt v4, v3
;; @011b                               v6 = bitcast.f64x2 little v5
;; @011b                               v7 = bitselect v6, v3, v4
;; @011b                               v8 = bitcast.i8x16 little v7
;; @011e                               jump block1(v8)
;;
;;                                 block1(v2: i8x16):
;; @011e                               return v2
;; }
;;
;; ;; function 17 (i16x8.relaxed_q15mulr_s)
;; function u0:18(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0125                               v3 = bitcast.i16x8 little v1
;; @0125                               v4 = bitcast.i16x8 little v0
;; @0125                               v5 = x86_pmulhrsw v4, v3
;; @0125                               v6 = bitcast.i8x16 little v5
;; @0128                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0128                               return v2
;; }
;;
;; ;; function 18 (i16x8.relaxed_dot_i8x16_i7x16_s)
;; function u0:19(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @012f                               v3 = x86_pmaddubsw v0, v1
;; @012f                               v4 = bitcast.i8x16 little v3
;; @0132                               jump block1(v4)
;;
;;                                 block1(v2: i8x16):
;; @0132                               return v2
;; }
;;
;; ;; function 19 (i32x4.relaxed_dot_i8x16_i7x16_add_s)
;; function u0:20(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @013b                               v4 = bitcast.i32x4 little v2
;; @013b                               v5 = x86_pmaddubsw v0, v1
;; @013b                               v6 = swiden_low v5
;; @013b                               v7 = swiden_high v5
;; @013b                               v8 = iadd_pairwise v6, v7
;; @013b                               v9 = iadd v8, v4
;; @013b                               v10 = bitcast.i8x16 little v9
;; @013e                               jump block1(v10)
;;
;;                                 block1(v3: i8x16):
;; @013e                               return v3
;; }
