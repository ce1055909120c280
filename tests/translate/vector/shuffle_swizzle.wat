;; i8x16.shuffle with constant lanes, in general and in the forms that have an instruction of their own, and
;; i8x16.swizzle, whose indices beyond 15 give 0.
(module
  (func $i8x16.shuffle (param v128 v128) (result v128)
    (i8x16.shuffle 0 17 2 19 4 21 6 23 8 25 10 27 12 29 14 31 (local.get 0)
    (local.get 1)))
  (func $i8x16.shuffle.one (param v128) (result v128)
    (i8x16.shuffle 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0 (local.get 0)
    (local.get 0)))
  (func $i8x16.shuffle.interleave (param v128 v128) (result v128)
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get 0)
    (local.get 1)))
  (func $i8x16.swizzle (param v128 v128) (result v128) (i8x16.swizzle (local.get 0) (local.get 1)))
  (table funcref (elem $i8x16.shuffle $i8x16.shuffle.one $i8x16.shuffle.interleave $i8x16.swizzle))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.shuffle)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;     const0 = 0x00ff00ff00ff00ff00ff00ff00ff00ff
;;
;;                                 block0(v0: i8x16, v1: i8x16):
;; @004b                               v3 = vconst.i8x16 const0
;; @004b                               v4 = bitselect v3, v0, v1  ; v3 = const0
;; @005d                               jump block1(v4)
;;
;;                                 block1(v2: i8x16):
;; @005d                               return v2
;; }
;;
;; ;; function 1 (i8x16.shuffle.one)
;; function u0:2(i8x16) -> i8x16 tail {
;;     ss0 = explicit_slot 64, align = 16
;;     region0 = 5 "lane slot"
;;
;;                                 block0(v0: i8x16):
;; @0064                               v2 = stack_addr.i64 ss0
;; @0064                               store notrap region0 v0, v2
;; @0064                               v3 = stack_addr.i64 ss0+16
;; @0064                               store notrap region0 v0, v3
;; @0064                               v4 = stack_addr.i64 ss0+15
;; @0064                               v5 = load.i8 notrap region0 v4
;; @0064                               v6 = stack_addr.i64 ss0+32
;; @0064                               store notrap region0 v5, v6
;; @0064                               v7 = stack_addr.i64 ss0+14
;; @0064                               v8 = load.i8 notrap region0 v7
;; @0064                               v9 = stack_addr.i64 ss0+33
;; @0064                               store notrap region0 v8, v9
;; @0064                               v10 = stack_addr.i64 ss0+13
;; @0064                               v11 = load.i8 notrap region0 v10
;; @0064                               v12 = stack_addr.i64 ss0+34
;; @0064                               store notrap region0 v11, v12
;; @0064                               v13 = stack_addr.i64 ss0+12
;; @0064                               v14 = load.i8 notrap region0 v13
;; @0064                               v15 = stack_addr.i64 ss0+35
;; @0064                               store notrap region0 v14, v15
;; @0064                               v16 = stack_addr.i64 ss0+11
;; @0064                               v17 = load.i8 notrap region0 v16
;; @0064                               v18 = stack_addr.i64 ss0+36
;; @0064                               store notrap region0 v17, v18
;; @0064                               v19 = stack_addr.i64 ss0+10
;; @0064                               v20 = load.i8 notrap region0 v19
;; @0064                               v21 = stack_addr.i64 ss0+37
;; @0064                               store notrap region0 v20, v21
;; @0064                               v22 = stack_addr.i64 ss0+9
;; @0064                               v23 = load.i8 notrap region0 v22
;; @0064                               v24 = stack_addr.i64 ss0+38
;; @0064                               store notrap region0 v23, v24
;; @0064                               v25 = stack_addr.i64 ss0+8
;; @0064                               v26 = load.i8 notrap region0 v25
;; @0064                               v27 = stack_addr.i64 ss0+39
;; @0064                               store notrap region0 v26, v27
;; @0064                               v28 = stack_addr.i64 ss0+7
;; @0064                               v29 = load.i8 notrap region0 v28
;; @0064                               v30 = stack_addr.i64 ss0+40
;; @0064                               store notrap region0 v29, v30
;; @0064                               v31 = stack_addr.i64 ss0+6
;; @0064                               v32 = load.i8 notrap region0 v31
;; @0064                               v33 = stack_addr.i64 ss0+41
;; @0064                               store notrap region0 v32, v33
;; @0064                               v34 = stack_addr.i64 ss0+5
;; @0064                               v35 = load.i8 notrap region0 v34
;; @0064                               v36 = stack_addr.i64 ss0+42
;; @0064                               store notrap region0 v35, v36
;; @0064                               v37 = stack_addr.i64 ss0+4
;; @0064                               v38 = load.i8 notrap region0 v37
;; @0064                               v39 = stack_addr.i64 ss0+43
;; @0064                               store notrap region0 v38, v39
;; @0064                               v40 = stack_addr.i64 ss0+3
;; @0064                               v41 = load.i8 notrap region0 v40
;; @0064                               v42 = stack_addr.i64 ss0+44
;; @0064                               store notrap region0 v41, v42
;; @0064                               v43 = stack_addr.i64 ss0+2
;; @0064                               v44 = load.i8 notrap region0 v43
;; @0064                               v45 = stack_addr.i64 ss0+45
;; @0064                               store notrap region0 v44, v45
;; @0064                               v46 = stack_addr.i64 ss0+1
;; @0064                               v47 = load.i8 notrap region0 v46
;; @0064                               v48 = stack_addr.i64 ss0+46
;; @0064                               store notrap region0 v47, v48
;; @0064                               v49 = stack_addr.i64 ss0
;; @0064                               v50 = load.i8 notrap region0 v49
;; @0064                               v51 = stack_addr.i64 ss0+47
;; @0064                               store notrap region0 v50, v51
;; @0064                               v52 = stack_addr.i64 ss0+32
;; @0064                               v53 = load.i8x16 notrap region0 v52
;; @0076                               jump block1(v53)
;;
;;                                 block1(v1: i8x16):
;; @0076                               return v1
;; }
;;
;; ;; function 2 (i8x16.shuffle.interleave)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007d                               v3 = shuffle v0, v1, 0x17071606150514041303120211011000
;; @008f                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @008f                               return v2
;; }
;;
;; ;; function 3 (i8x16.swizzle)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;     ss0 = explicit_slot 64, align = 16
;;     region0 = 5 "lane slot"
;;     const0 = 0x00000000000000000000000000000000
;;     const1 = 0x10101010101010101010101010101010
;;
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0096                               v3 = vconst.i8x16 const0
;; @0096                               v4 = stack_addr.i64 ss0
;; @0096                               store notrap region0 v0, v4
;; @0096                               v5 = stack_addr.i64 ss0+16
;; @0096                               store notrap region0 v3, v5  ; v3 = const0
;; @0096                               v6 = vconst.i8x16 const1
;; @0096                               v7 = umin v1, v6  ; v6 = const1
;; @0096                               v8 = stack_addr.i64 ss0+48
;; @0096                               store notrap region0 v7, v8
;; @0096                               v9 = stack_addr.i64 ss0
;; @0096                               v10 = stack_addr.i64 ss0+48
;; @0096                               v11 = uload8.i64 notrap region0 v10
;; @0096                               v12 = iadd v9, v11
;; @0096                               v13 = load.i8 notrap region0 v12
;; @0096                               v14 = stack_addr.i64 ss0+32
;; @0096                               store notrap region0 v13, v14
;; @0096                               v15 = stack_addr.i64 ss0+48
;; @0096                               v16 = uload8.i64 notrap region0 v15+1
;; @0096                               v17 = iadd v9, v16
;; @0096                               v18 = load.i8 notrap region0 v17
;; @0096                               v19 = stack_addr.i64 ss0+33
;; @0096                               store notrap region0 v18, v19
;; @0096                               v20 = stack_addr.i64 ss0+48
;; @0096                               v21 = uload8.i64 notrap region0 v20+2
;; @0096                               v22 = iadd v9, v21
;; @0096                               v23 = load.i8 notrap region0 v22
;; @0096                               v24 = stack_addr.i64 ss0+34
;; @0096                               store notrap region0 v23, v24
;; @0096                               v25 = stack_addr.i64 ss0+48
;; @0096                               v26 = uload8.i64 notrap region0 v25+3
;; @0096                               v27 = iadd v9, v26
;; @0096                               v28 = load.i8 notrap region0 v27
;; @0096                               v29 = stack_addr.i64 ss0+35
;; @0096                               store notrap region0 v28, v29
;; @0096                               v30 = stack_addr.i64 ss0+48
;; @0096                               v31 = uload8.i64 notrap region0 v30+4
;; @0096                               v32 = iadd v9, v31
;; @0096                               v33 = load.i8 notrap region0 v32
;; @0096                               v34 = stack_addr.i64 ss0+36
;; @0096                               store notrap region0 v33, v34
;; @0096                               v35 = stack_addr.i64 ss0+48
;; @0096                               v36 = uload8.i64 notrap region0 v35+5
;; @0096                               v37 = iadd v9, v36
;; @0096                               v38 = load.i8 notrap region0 v37
;; @0096                               v39 = stack_addr.i64 ss0+37
;; @0096                               store notrap region0 v38, v39
;; @0096                               v40 = stack_addr.i64 ss0+48
;; @0096                               v41 = uload8.i64 notrap region0 v40+6
;; @0096                               v42 = iadd v9, v41
;; @0096                               v43 = load.i8 notrap region0 v42
;; @0096                               v44 = stack_addr.i64 ss0+38
;; @0096                               store notrap region0 v43, v44
;; @0096                               v45 = stack_addr.i64 ss0+48
;; @0096                               v46 = uload8.i64 notrap region0 v45+7
;; @0096                               v47 = iadd v9, v46
;; @0096                               v48 = load.i8 notrap region0 v47
;; @0096                               v49 = stack_addr.i64 ss0+39
;; @0096                               store notrap region0 v48, v49
;; @0096                               v50 = stack_addr.i64 ss0+48
;; @0096                               v51 = uload8.i64 notrap region0 v50+8
;; @0096                               v52 = iadd v9, v51
;; @0096                               v53 = load.i8 notrap region0 v52
;; @0096                               v54 = stack_addr.i64 ss0+40
;; @0096                               store notrap region0 v53, v54
;; @0096                               v55 = stack_addr.i64 ss0+48
;; @0096                               v56 = uload8.i64 notrap region0 v55+9
;; @0096                               v57 = iadd v9, v56
;; @0096                               v58 = load.i8 notrap region0 v57
;; @0096                               v59 = stack_addr.i64 ss0+41
;; @0096                               store notrap region0 v58, v59
;; @0096                               v60 = stack_addr.i64 ss0+48
;; @0096                               v61 = uload8.i64 notrap region0 v60+10
;; @0096                               v62 = iadd v9, v61
;; @0096                               v63 = load.i8 notrap region0 v62
;; @0096                               v64 = stack_addr.i64 ss0+42
;; @0096                               store notrap region0 v63, v64
;; @0096                               v65 = stack_addr.i64 ss0+48
;; @0096                               v66 = uload8.i64 notrap region0 v65+11
;; @0096                               v67 = iadd v9, v66
;; @0096                               v68 = load.i8 notrap region0 v67
;; @0096                               v69 = stack_addr.i64 ss0+43
;; @0096                               store notrap region0 v68, v69
;; @0096                               v70 = stack_addr.i64 ss0+48
;; @0096                               v71 = uload8.i64 notrap region0 v70+12
;; @0096                               v72 = iadd v9, v71
;; @0096                               v73 = load.i8 notrap region0 v72
;; @0096                               v74 = stack_addr.i64 ss0+44
;; @0096                               store notrap region0 v73, v74
;; @0096                               v75 = stack_addr.i64 ss0+48
;; @0096                               v76 = uload8.i64 notrap region0 v75+13
;; @0096                               v77 = iadd v9, v76
;; @0096                               v78 = load.i8 notrap region0 v77
;; @0096                               v79 = stack_addr.i64 ss0+45
;; @0096                               store notrap region0 v78, v79
;; @0096                               v80 = stack_addr.i64 ss0+48
;; @0096                               v81 = uload8.i64 notrap region0 v80+14
;; @0096                               v82 = iadd v9, v81
;; @0096                               v83 = load.i8 notrap region0 v82
;; @0096                               v84 = stack_addr.i64 ss0+46
;; @0096                               store notrap region0 v83, v84
;; @0096                               v85 = stack_addr.i64 ss0+48
;; @0096                               v86 = uload8.i64 notrap region0 v85+15
;; @0096                               v87 = iadd v9, v86
;; @0096                               v88 = load.i8 notrap region0 v87
;; @0096                               v89 = stack_addr.i64 ss0+47
;; @0096                               store notrap region0 v88, v89
;; @0096                               v90 = stack_addr.i64 ss0+32
;; @0096                               v91 = load.i8x16 notrap region0 v90
;; @0098                               jump block1(v91)
;;
;;                                 block1(v2: i8x16):
;; @0098                               return v2
;; }
