;;! build: --deterministic
;; Relaxed SIMD with one result on every processor, that of the strict instruction; a multiply-add rounds twice.
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
;;     ss0 = explicit_slot 64, align = 16
;;     region0 = 5 "lane slot"
;;     const0 = 0x00000000000000000000000000000000
;;     const1 = 0x10101010101010101010101010101010
;;
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0073                               v3 = vconst.i8x16 const0
;; @0073                               v4 = stack_addr.i64 ss0
;; @0073                               store notrap region0 v0, v4
;; @0073                               v5 = stack_addr.i64 ss0+16
;; @0073                               store notrap region0 v3, v5  ; v3 = const0
;; @0073                               v6 = vconst.i8x16 const1
;; @0073                               v7 = umin v1, v6  ; v6 = const1
;; @0073                               v8 = stack_addr.i64 ss0+48
;; @0073                               store notrap region0 v7, v8
;; @0073                               v9 = stack_addr.i64 ss0
;; @0073                               v10 = stack_addr.i64 ss0+48
;; @0073                               v11 = uload8.i64 notrap region0 v10
;; @0073                               v12 = iadd v9, v11
;; @0073                               v13 = load.i8 notrap region0 v12
;; @0073                               v14 = stack_addr.i64 ss0+32
;; @0073                               store notrap region0 v13, v14
;; @0073                               v15 = stack_addr.i64 ss0+48
;; @0073                               v16 = uload8.i64 notrap region0 v15+1
;; @0073                               v17 = iadd v9, v16
;; @0073                               v18 = load.i8 notrap region0 v17
;; @0073                               v19 = stack_addr.i64 ss0+33
;; @0073                               store notrap region0 v18, v19
;; @0073                               v20 = stack_addr.i64 ss0+48
;; @0073                               v21 = uload8.i64 notrap region0 v20+2
;; @0073                               v22 = iadd v9, v21
;; @0073                               v23 = load.i8 notrap region0 v22
;; @0073                               v24 = stack_addr.i64 ss0+34
;; @0073                               store notrap region0 v23, v24
;; @0073                               v25 = stack_addr.i64 ss0+48
;; @0073                               v26 = uload8.i64 notrap region0 v25+3
;; @0073                               v27 = iadd v9, v26
;; @0073                               v28 = load.i8 notrap region0 v27
;; @0073                               v29 = stack_addr.i64 ss0+35
;; @0073                               store notrap region0 v28, v29
;; @0073                               v30 = stack_addr.i64 ss0+48
;; @0073                               v31 = uload8.i64 notrap region0 v30+4
;; @0073                               v32 = iadd v9, v31
;; @0073                               v33 = load.i8 notrap region0 v32
;; @0073                               v34 = stack_addr.i64 ss0+36
;; @0073                               store notrap region0 v33, v34
;; @0073                               v35 = stack_addr.i64 ss0+48
;; @0073                               v36 = uload8.i64 notrap region0 v35+5
;; @0073                               v37 = iadd v9, v36
;; @0073                               v38 = load.i8 notrap region0 v37
;; @0073                               v39 = stack_addr.i64 ss0+37
;; @0073                               store notrap region0 v38, v39
;; @0073                               v40 = stack_addr.i64 ss0+48
;; @0073                               v41 = uload8.i64 notrap region0 v40+6
;; @0073                               v42 = iadd v9, v41
;; @0073                               v43 = load.i8 notrap region0 v42
;; @0073                               v44 = stack_addr.i64 ss0+38
;; @0073                               store notrap region0 v43, v44
;; @0073                               v45 = stack_addr.i64 ss0+48
;; @0073                               v46 = uload8.i64 notrap region0 v45+7
;; @0073                               v47 = iadd v9, v46
;; @0073                               v48 = load.i8 notrap region0 v47
;; @0073                               v49 = stack_addr.i64 ss0+39
;; @0073                               store notrap region0 v48, v49
;; @0073                               v50 = stack_addr.i64 ss0+48
;; @0073                               v51 = uload8.i64 notrap region0 v50+8
;; @0073                               v52 = iadd v9, v51
;; @0073                               v53 = load.i8 notrap region0 v52
;; @0073                               v54 = stack_addr.i64 ss0+40
;; @0073                               store notrap region0 v53, v54
;; @0073                               v55 = stack_addr.i64 ss0+48
;; @0073                               v56 = uload8.i64 notrap region0 v55+9
;; @0073                               v57 = iadd v9, v56
;; @0073                               v58 = load.i8 notrap region0 v57
;; @0073                               v59 = stack_addr.i64 ss0+41
;; @0073                               store notrap region0 v58, v59
;; @0073                               v60 = stack_addr.i64 ss0+48
;; @0073                               v61 = uload8.i64 notrap region0 v60+10
;; @0073                               v62 = iadd v9, v61
;; @0073                               v63 = load.i8 notrap region0 v62
;; @0073                               v64 = stack_addr.i64 ss0+42
;; @0073                               store notrap region0 v63, v64
;; @0073                               v65 = stack_addr.i64 ss0+48
;; @0073                               v66 = uload8.i64 notrap region0 v65+11
;; @0073                               v67 = iadd v9, v66
;; @0073                               v68 = load.i8 notrap region0 v67
;; @0073                               v69 = stack_addr.i64 ss0+43
;; @0073                               store notrap region0 v68, v69
;; @0073                               v70 = stack_addr.i64 ss0+48
;; @0073                               v71 = uload8.i64 notrap region0 v70+12
;; @0073                               v72 = iadd v9, v71
;; @0073                               v73 = load.i8 notrap region0 v72
;; @0073                               v74 = stack_addr.i64 ss0+44
;; @0073                               store notrap region0 v73, v74
;; @0073                               v75 = stack_addr.i64 ss0+48
;; @0073                               v76 = uload8.i64 notrap region0 v75+13
;; @0073                               v77 = iadd v9, v76
;; @0073                               v78 = load.i8 notrap region0 v77
;; @0073                               v79 = stack_addr.i64 ss0+45
;; @0073                               store notrap region0 v78, v79
;; @0073                               v80 = stack_addr.i64 ss0+48
;; @0073                               v81 = uload8.i64 notrap region0 v80+14
;; @0073                               v82 = iadd v9, v81
;; @0073                               v83 = load.i8 notrap region0 v82
;; @0073                               v84 = stack_addr.i64 ss0+46
;; @0073                               store notrap region0 v83, v84
;; @0073                               v85 = stack_addr.i64 ss0+48
;; @0073                               v86 = uload8.i64 notrap region0 v85+15
;; @0073                               v87 = iadd v9, v86
;; @0073                               v88 = load.i8 notrap region0 v87
;; @0073                               v89 = stack_addr.i64 ss0+47
;; @0073                               store notrap region0 v88, v89
;; @0073                               v90 = stack_addr.i64 ss0+32
;; @0073                               v91 = load.i8x16 notrap region0 v90
;; @0076                               jump block1(v91)
;;
;;                                 block1(v2: i8x16):
;; @0076                               return v2
;; }
;;
;; ;; function 1 (i32x4.relaxed_trunc_f32x4_s)
;; function u0:2(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @007b                               v2 = bitcast.f32x4 little v0
;; @007b                               v3 = fcvt_to_sint_sat.i32x4 v2
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
;; @008b                               v3 = fcvt_to_sint_sat.i64x2 v2
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
;;                                 block0(v0: i8x16):
;; @0093                               v2 = bitcast.f64x2 little v0
;; @0093                               v3 = extractlane v2, 0
;; @0093                               v4 = fcvt_to_uint_sat.i32 v3
;; @0093                               v5 = uextend.i64 v4
;; @0093                               v6 = extractlane v2, 1
;; @0093                               v7 = fcvt_to_uint_sat.i32 v6
;; @0093                               v8 = uextend.i64 v7
;; @0093                               v9 = iconst.i64 32
;; @0093                               v10 = ishl v8, v9  ; v9 = 32
;; @0093                               v11 = bor v5, v10
;; @0093                               v12 = scalar_to_vector.i64x2 v11
;; @0093                               v13 = bitcast.i8x16 little v12
;; @0096                               jump block1(v13)
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
;; @009f                               v7 = fmul v6, v5
;; @009f                               v8 = fadd v7, v4
;; @009f                               v9 = bitcast.i8x16 little v8
;; @00a2                               jump block1(v9)
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
;; @00ab                               v7 = fmul v6, v5
;; @00ab                               v8 = fsub v4, v7
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
;; @00b7                               v7 = fmul v6, v5
;; @00b7                               v8 = fadd v7, v4
;; @00b7                               v9 = bitcast.i8x16 little v8
;; @00ba                               jump block1(v9)
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
;; @00c3                               v7 = fmul v6, v5
;; @00c3                               v8 = fsub v4, v7
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
;; @00cf                               v4 = bitselect v2, v0, v1
;; @00d2                               jump block1(v4)
;;
;;                                 block1(v3: i8x16):
;; @00d2                               return v3
;; }
;;
;; ;; function 10 (i16x8.relaxed_laneselect)
;; function u0:11(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00db                               v4 = bitselect v2, v0, v1
;; @00de                               jump block1(v4)
;;
;;                                 block1(v3: i8x16):
;; @00de                               return v3
;; }
;;
;; ;; function 11 (i32x4.relaxed_laneselect)
;; function u0:12(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00e7                               v4 = bitselect v2, v0, v1
;; @00ea                               jump block1(v4)
;;
;;                                 block1(v3: i8x16):
;; @00ea                               return v3
;; }
;;
;; ;; function 12 (i64x2.relaxed_laneselect)
;; function u0:13(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @00f3                               v4 = bitselect v2, v0, v1
;; @00f6                               jump block1(v4)
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
;; @00fd                               v5 = fmin v4, v3
;; @00fd                               v6 = bitcast.i8x16 little v5
;; @0100                               jump block1(v6)
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
;; @0107                               v5 = fmax v4, v3
;; @0107                               v6 = bitcast.i8x16 little v5
;; @010a                               jump block1(v6)
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
;; @0111                               v5 = fmin v4, v3
;; @0111                               v6 = bitcast.i8x16 little v5
;; @0114                               jump block1(v6)
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
;; @011b                               v5 = fmax v4, v3
;; @011b                               v6 = bitcast.i8x16 little v5
;; @011e                               jump block1(v6)
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
;; @0125                               v5 = sqmul_round_sat v4, v3
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
;; @012f                               v3 = bitcast.i16x8 little v0
;; @012f                               v4 = bitcast.i16x8 little v1
;; @012f                               v5 = iconst.i16 8
;; @012f                               v6 = ishl v3, v5  ; v5 = 8
;; @012f                               v7 = iconst.i16 8
;; @012f                               v8 = sshr v6, v7  ; v7 = 8
;; @012f                               v9 = iconst.i16 8
;; @012f                               v10 = ishl v4, v9  ; v9 = 8
;; @012f                               v11 = iconst.i16 8
;; @012f                               v12 = sshr v10, v11  ; v11 = 8
;; @012f                               v13 = iconst.i16 8
;; @012f                               v14 = sshr v3, v13  ; v13 = 8
;; @012f                               v15 = iconst.i16 8
;; @012f                               v16 = sshr v4, v15  ; v15 = 8
;; @012f                               v17 = imul v8, v12
;; @012f                               v18 = imul v14, v16
;; @012f                               v19 = sadd_sat v17, v18
;; @012f                               v20 = bitcast.i8x16 little v19
;; @0132                               jump block1(v20)
;;
;;                                 block1(v2: i8x16):
;; @0132                               return v2
;; }
;;
;; ;; function 19 (i32x4.relaxed_dot_i8x16_i7x16_add_s)
;; function u0:20(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @013b                               v4 = bitcast.i32x4 little v2
;; @013b                               v5 = bitcast.i16x8 little v0
;; @013b                               v6 = bitcast.i16x8 little v1
;; @013b                               v7 = iconst.i16 8
;; @013b                               v8 = ishl v5, v7  ; v7 = 8
;; @013b                               v9 = iconst.i16 8
;; @013b                               v10 = sshr v8, v9  ; v9 = 8
;; @013b                               v11 = iconst.i16 8
;; @013b                               v12 = ishl v6, v11  ; v11 = 8
;; @013b                               v13 = iconst.i16 8
;; @013b                               v14 = sshr v12, v13  ; v13 = 8
;; @013b                               v15 = iconst.i16 8
;; @013b                               v16 = sshr v5, v15  ; v15 = 8
;; @013b                               v17 = iconst.i16 8
;; @013b                               v18 = sshr v6, v17  ; v17 = 8
;; @013b                               v19 = imul v10, v14
;; @013b                               v20 = imul v16, v18
;; @013b                               v21 = sadd_sat v19, v20
;; @013b                               v22 = swiden_low v21
;; @013b                               v23 = swiden_high v21
;; @013b                               v24 = iadd_pairwise v22, v23
;; @013b                               v25 = iadd v24, v4
;; @013b                               v26 = bitcast.i8x16 little v25
;; @013e                               jump block1(v26)
;;
;;                                 block1(v3: i8x16):
;; @013e                               return v3
;; }
