;; Between vectors of integers and of floats. Conversions to integers saturate.
(module
  (func $i32x4.trunc_sat_f32x4_s (param v128) (result v128) (i32x4.trunc_sat_f32x4_s (local.get 0)))
  (func $i32x4.trunc_sat_f32x4_u (param v128) (result v128) (i32x4.trunc_sat_f32x4_u (local.get 0)))
  (func $i32x4.trunc_sat_f64x2_s_zero (param v128) (result v128) (i32x4.trunc_sat_f64x2_s_zero (local.get 0)))
  (func $i32x4.trunc_sat_f64x2_u_zero (param v128) (result v128) (i32x4.trunc_sat_f64x2_u_zero (local.get 0)))
  (func $f32x4.convert_i32x4_s (param v128) (result v128) (f32x4.convert_i32x4_s (local.get 0)))
  (func $f32x4.convert_i32x4_u (param v128) (result v128) (f32x4.convert_i32x4_u (local.get 0)))
  (func $f64x2.convert_low_i32x4_s (param v128) (result v128) (f64x2.convert_low_i32x4_s (local.get 0)))
  (func $f64x2.convert_low_i32x4_u (param v128) (result v128) (f64x2.convert_low_i32x4_u (local.get 0)))
  (func $f32x4.demote_f64x2_zero (param v128) (result v128) (f32x4.demote_f64x2_zero (local.get 0)))
  (func $f64x2.promote_low_f32x4 (param v128) (result v128) (f64x2.promote_low_f32x4 (local.get 0)))
  (table funcref (elem
    $i32x4.trunc_sat_f32x4_s $i32x4.trunc_sat_f32x4_u $i32x4.trunc_sat_f64x2_s_zero
    $i32x4.trunc_sat_f64x2_u_zero $f32x4.convert_i32x4_s $f32x4.convert_i32x4_u
    $f64x2.convert_low_i32x4_s $f64x2.convert_low_i32x4_u $f32x4.demote_f64x2_zero
    $f64x2.promote_low_f32x4))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32x4.trunc_sat_f32x4_s)
;; function u0:1(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @004f                               v2 = bitcast.f32x4 little v0
;; @004f                               v3 = fcvt_to_sint_sat.i32x4 v2
;; @004f                               v4 = bitcast.i8x16 little v3
;; @0052                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0052                               return v1
;; }
;;
;; ;; function 1 (i32x4.trunc_sat_f32x4_u)
;; function u0:2(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0057                               v2 = bitcast.f32x4 little v0
;; @0057                               v3 = fcvt_to_uint_sat.i32x4 v2
;; @0057                               v4 = bitcast.i8x16 little v3
;; @005a                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @005a                               return v1
;; }
;;
;; ;; function 2 (i32x4.trunc_sat_f64x2_s_zero)
;; function u0:3(i8x16) -> i8x16 tail {
;;     const0 = 0x00000000000000000000000000000000
;;
;;                                 block0(v0: i8x16):
;; @005f                               v2 = bitcast.f64x2 little v0
;; @005f                               v3 = fcvt_to_sint_sat.i64x2 v2
;; @005f                               v4 = vconst.i64x2 const0
;; @005f                               v5 = snarrow v3, v4  ; v4 = const0
;; @005f                               v6 = bitcast.i8x16 little v5
;; @0062                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @0062                               return v1
;; }
;;
;; ;; function 3 (i32x4.trunc_sat_f64x2_u_zero)
;; function u0:4(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0067                               v2 = bitcast.f64x2 little v0
;; @0067                               v3 = extractlane v2, 0
;; @0067                               v4 = fcvt_to_uint_sat.i32 v3
;; @0067                               v5 = uextend.i64 v4
;; @0067                               v6 = extractlane v2, 1
;; @0067                               v7 = fcvt_to_uint_sat.i32 v6
;; @0067                               v8 = uextend.i64 v7
;; @0067                               v9 = iconst.i64 32
;; @0067                               v10 = ishl v8, v9  ; v9 = 32
;; @0067                               v11 = bor v5, v10
;; @0067                               v12 = scalar_to_vector.i64x2 v11
;; @0067                               v13 = bitcast.i8x16 little v12
;; @006a                               jump block1(v13)
;;
;;                                 block1(v1: i8x16):
;; @006a                               return v1
;; }
;;
;; ;; function 4 (f32x4.convert_i32x4_s)
;; function u0:5(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @006f                               v2 = bitcast.i32x4 little v0
;; @006f                               v3 = fcvt_from_sint.f32x4 v2
;; @006f                               v4 = bitcast.i8x16 little v3
;; @0072                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0072                               return v1
;; }
;;
;; ;; function 5 (f32x4.convert_i32x4_u)
;; function u0:6(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0077                               v2 = bitcast.i32x4 little v0
;; @0077                               v3 = fcvt_from_uint.f32x4 v2
;; @0077                               v4 = bitcast.i8x16 little v3
;; @007a                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @007a                               return v1
;; }
;;
;; ;; function 6 (f64x2.convert_low_i32x4_s)
;; function u0:7(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @007f                               v2 = bitcast.i32x4 little v0
;; @007f                               v3 = swiden_low v2
;; @007f                               v4 = fcvt_from_sint.f64x2 v3
;; @007f                               v5 = bitcast.i8x16 little v4
;; @0082                               jump block1(v5)
;;
;;                                 block1(v1: i8x16):
;; @0082                               return v1
;; }
;;
;; ;; function 7 (f64x2.convert_low_i32x4_u)
;; function u0:8(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0087                               v2 = bitcast.i32x4 little v0
;; @0087                               v3 = uwiden_low v2
;; @0087                               v4 = fcvt_from_uint.f64x2 v3
;; @0087                               v5 = bitcast.i8x16 little v4
;; @008a                               jump block1(v5)
;;
;;                                 block1(v1: i8x16):
;; @008a                               return v1
;; }
;;
;; ;; function 8 (f32x4.demote_f64x2_zero)
;; function u0:9(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @008f                               v2 = bitcast.f64x2 little v0
;; @008f                               v3 = fvdemote v2
;; @008f                               v4 = bitcast.i8x16 little v3
;; @0091                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0091                               return v1
;; }
;;
;; ;; function 9 (f64x2.promote_low_f32x4)
;; function u0:10(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0096                               v2 = bitcast.f32x4 little v0
;; @0096                               v3 = fvpromote_low v2
;; @0096                               v4 = bitcast.i8x16 little v3
;; @0098                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0098                               return v1
;; }
