;; Tables with 64-bit indices: the index is compared as it is, and ranges without a sum that could wrap.
(module
  (table $fixed i64 10 externref)
  (table $grown i64 10 20 externref)
  (table $short 10 externref)
  (table $functions i64 2 funcref)
  (elem $elements externref (ref.null extern) (ref.null extern))
  (func $table.get (param i64) (result externref) (table.get $fixed (local.get 0)))
  (func $table.set (param i64 externref) (table.set $grown (local.get 0) (local.get 1)))
  (func $table.size (result i64) (table.size $grown))
  (func $table.grow (param externref i64) (result i64) (table.grow $grown (local.get 0) (local.get 1)))
  (func $table.fill (param i64 externref i64) (table.fill $grown (local.get 0) (local.get 1) (local.get 2)))
  (func $table.copy (param i64 i64 i64) (table.copy $grown $fixed (local.get 0) (local.get 1) (local.get 2)))
  (func $table.copy.short (param i64 i32 i32) (table.copy $grown $short (local.get 0) (local.get 1) (local.get 2)))
  (func $table.init (param i64 i32 i32) (table.init $grown $elements (local.get 0) (local.get 1) (local.get 2)))
  (func $call_indirect (param i64) (call_indirect $functions (local.get 0)))
  (table $keep funcref (elem
    $table.get $table.set $table.size $table.grow $table.fill $table.copy $table.copy.short $table.init $call_indirect))
  (func $keep (export "_start") (drop (table.get $keep (i32.const 0)))))

;; ;; function 0 (table.get)
;; function u0:1(i64) -> i64 tail {
;;     region0 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0088                               v2 = iconst.i64 10
;; @0088                               v3 = icmp uge v0, v2  ; v2 = 10
;; @0088                               trapnz v3, user3
;; @0088                               v4 = iconst.i64 0
;; @0088                               v5 = select_spectre_guard v3, v4, v0  ; v4 = 0
;; @0088                               v6 = iconst.i64 3
;; @0088                               v7 = ishl v5, v6  ; v6 = 3
;; @0088                               v8 = symbol_value.i64 gv0
;; @0088                               v9 = iadd v8, v7
;; @0088                               v10 = load.i64 notrap aligned region0 v9
;; @008a                               jump block1(v10)
;;
;;                                 block1(v1: i64):
;; @008a                               return v1
;; }
;;
;; ;; function 1 (table.set)
;; function u0:2(i64, i64) tail {
;;     region0 = 2 "table state"
;;     region1 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64, v1: i64):
;; @0091                               v2 = symbol_value.i64 gv0
;; @0091                               v3 = load.i64 notrap aligned region0 v2+40
;; @0091                               v4 = icmp uge v0, v3
;; @0091                               trapnz v4, user3
;; @0091                               v5 = iconst.i64 0
;; @0091                               v6 = select_spectre_guard v4, v5, v0  ; v5 = 0
;; @0091                               v7 = iconst.i64 3
;; @0091                               v8 = ishl v6, v7  ; v7 = 3
;; @0091                               v9 = symbol_value.i64 gv0
;; @0091                               v10 = load.i64 notrap aligned region0 v9+32
;; @0091                               v11 = iadd v10, v8
;; @0091                               store notrap aligned region1 v1, v11
;; @0093                               jump block1
;;
;;                                 block1:
;; @0093                               return
;; }
;;
;; ;; function 2 (table.size)
;; function u0:3() -> i64 tail {
;;     region0 = 2 "table state"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0096                               v1 = symbol_value.i64 gv0
;; @0096                               v2 = load.i64 notrap aligned region0 v1+40
;; @0099                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @0099                               return v0
;; }
;;
;; ;; function 3 (table.grow)
;; function u0:4(i64, i64) -> i64 tail {
;;     sig0 = (i32, i64, i64) -> i64 system_v
;;     fn0 = colocated u0:12 sig0
;;
;;                                 block0(v0: i64, v1: i64):
;; @00a0                               v3 = iconst.i32 1
;; @00a0                               v4 = call fn0(v3, v0, v1)  ; v3 = 1
;; @00a3                               jump block1(v4)
;;
;;                                 block1(v2: i64):
;; @00a3                               return v2
;; }
;;
;; ;; function 4 (table.fill)
;; function u0:5(i64, i64, i64) tail {
;;     region0 = 2 "table state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:13 sig0
;;
;;                                 block0(v0: i64, v1: i64, v2: i64):
;; @00ac                               v3 = symbol_value.i64 gv0
;; @00ac                               v4 = load.i64 notrap aligned region0 v3+40
;; @00ac                               v5 = icmp ugt v2, v4
;; @00ac                               v6 = isub v4, v2
;; @00ac                               v7 = icmp ugt v0, v6
;; @00ac                               v8 = bor v5, v7
;; @00ac                               trapnz v8, user3
;; @00ac                               v9 = iconst.i64 0
;; @00ac                               v10 = select_spectre_guard v8, v9, v0  ; v9 = 0
;; @00ac                               v11 = iconst.i64 3
;; @00ac                               v12 = ishl v10, v11  ; v11 = 3
;; @00ac                               v13 = symbol_value.i64 gv0
;; @00ac                               v14 = load.i64 notrap aligned region0 v13+32
;; @00ac                               v15 = iadd v14, v12
;; @00ac                               call fn0(v15, v1, v2)
;; @00af                               jump block1
;;
;;                                 block1:
;; @00af                               return
;; }
;;
;; ;; function 5 (table.copy)
;; function u0:6(i64, i64, i64) tail {
;;     region0 = 2 "table state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:14 sig0
;;
;;                                 block0(v0: i64, v1: i64, v2: i64):
;; @00b8                               v3 = iconst.i64 10
;; @00b8                               v4 = icmp ugt v2, v3  ; v3 = 10
;; @00b8                               v5 = isub v3, v2  ; v3 = 10
;; @00b8                               v6 = icmp ugt v1, v5
;; @00b8                               v7 = bor v4, v6
;; @00b8                               trapnz v7, user3
;; @00b8                               v8 = iconst.i64 0
;; @00b8                               v9 = select_spectre_guard v7, v8, v1  ; v8 = 0
;; @00b8                               v10 = iconst.i64 3
;; @00b8                               v11 = ishl v9, v10  ; v10 = 3
;; @00b8                               v12 = symbol_value.i64 gv0
;; @00b8                               v13 = iadd v12, v11
;; @00b8                               v14 = symbol_value.i64 gv1
;; @00b8                               v15 = load.i64 notrap aligned region0 v14+40
;; @00b8                               v16 = icmp ugt v2, v15
;; @00b8                               v17 = isub v15, v2
;; @00b8                               v18 = icmp ugt v0, v17
;; @00b8                               v19 = bor v16, v18
;; @00b8                               trapnz v19, user3
;; @00b8                               v20 = iconst.i64 0
;; @00b8                               v21 = select_spectre_guard v19, v20, v0  ; v20 = 0
;; @00b8                               v22 = iconst.i64 3
;; @00b8                               v23 = ishl v21, v22  ; v22 = 3
;; @00b8                               v24 = symbol_value.i64 gv1
;; @00b8                               v25 = load.i64 notrap aligned region0 v24+32
;; @00b8                               v26 = iadd v25, v23
;; @00b8                               v27 = iconst.i64 8
;; @00b8                               v28 = imul v2, v27  ; v27 = 8
;; @00b8                               call fn0(v26, v13, v28)
;; @00bc                               jump block1
;;
;;                                 block1:
;; @00bc                               return
;; }
;;
;; ;; function 6 (table.copy.short)
;; function u0:7(i64, i32, i32) tail {
;;     region0 = 2 "table state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:14 sig0
;;
;;                                 block0(v0: i64, v1: i32, v2: i32):
;; @00c5                               v3 = iconst.i64 10
;; @00c5                               v4 = uextend.i64 v1
;; @00c5                               v5 = uextend.i64 v2
;; @00c5                               v6 = iadd v4, v5
;; @00c5                               v7 = icmp ugt v6, v3  ; v3 = 10
;; @00c5                               trapnz v7, user3
;; @00c5                               v8 = iconst.i64 3
;; @00c5                               v9 = ishl v4, v8  ; v8 = 3
;; @00c5                               v10 = symbol_value.i64 gv0
;; @00c5                               v11 = iadd v10, v9
;; @00c5                               v12 = symbol_value.i64 gv1
;; @00c5                               v13 = load.i64 notrap aligned region0 v12+40
;; @00c5                               v14 = uextend.i64 v2
;; @00c5                               v15 = icmp ugt v14, v13
;; @00c5                               v16 = isub v13, v14
;; @00c5                               v17 = icmp ugt v0, v16
;; @00c5                               v18 = bor v15, v17
;; @00c5                               trapnz v18, user3
;; @00c5                               v19 = iconst.i64 0
;; @00c5                               v20 = select_spectre_guard v18, v19, v0  ; v19 = 0
;; @00c5                               v21 = iconst.i64 3
;; @00c5                               v22 = ishl v20, v21  ; v21 = 3
;; @00c5                               v23 = symbol_value.i64 gv1
;; @00c5                               v24 = load.i64 notrap aligned region0 v23+32
;; @00c5                               v25 = iadd v24, v22
;; @00c5                               v26 = uextend.i64 v2
;; @00c5                               v27 = iconst.i64 8
;; @00c5                               v28 = imul v26, v27  ; v27 = 8
;; @00c5                               call fn0(v25, v11, v28)
;; @00c9                               jump block1
;;
;;                                 block1:
;; @00c9                               return
;; }
;;
;; ;; function 7 (table.init)
;; function u0:8(i64, i32, i32) tail {
;;     region0 = 4 "segment lengths"
;;     region1 = 2 "table state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     gv2 = symbol colocated userextname2
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:14 sig0
;;
;;                                 block0(v0: i64, v1: i32, v2: i32):
;; @00d2                               v3 = symbol_value.i64 gv0
;; @00d2                               v4 = load.i64 notrap aligned region0 v3
;; @00d2                               v5 = uextend.i64 v1
;; @00d2                               v6 = uextend.i64 v2
;; @00d2                               v7 = iadd v5, v6
;; @00d2                               v8 = icmp ugt v7, v4
;; @00d2                               trapnz v8, user3
;; @00d2                               v9 = iconst.i64 8
;; @00d2                               v10 = imul v5, v9  ; v9 = 8
;; @00d2                               v11 = symbol_value.i64 gv1
;; @00d2                               v12 = iadd v11, v10
;; @00d2                               v13 = symbol_value.i64 gv2
;; @00d2                               v14 = load.i64 notrap aligned region1 v13+40
;; @00d2                               v15 = uextend.i64 v2
;; @00d2                               v16 = icmp ugt v15, v14
;; @00d2                               v17 = isub v14, v15
;; @00d2                               v18 = icmp ugt v0, v17
;; @00d2                               v19 = bor v16, v18
;; @00d2                               trapnz v19, user3
;; @00d2                               v20 = iconst.i64 0
;; @00d2                               v21 = select_spectre_guard v19, v20, v0  ; v20 = 0
;; @00d2                               v22 = iconst.i64 3
;; @00d2                               v23 = ishl v21, v22  ; v22 = 3
;; @00d2                               v24 = symbol_value.i64 gv2
;; @00d2                               v25 = load.i64 notrap aligned region1 v24+32
;; @00d2                               v26 = iadd v25, v23
;; @00d2                               v27 = uextend.i64 v2
;; @00d2                               v28 = iconst.i64 8
;; @00d2                               v29 = imul v27, v28  ; v28 = 8
;; @00d2                               call fn0(v26, v12, v29)
;; @00d6                               jump block1
;;
;;                                 block1:
;; @00d6                               return
;; }
;;
;; ;; function 8 (call_indirect)
;; function u0:9(i64) tail {
;;     region0 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;     sig0 = () system_v
;;     sig1 = () tail
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i64):
;; @00db                               v1 = iconst.i64 2
;; @00db                               v2 = icmp uge v0, v1  ; v1 = 2
;; @00db                               trapnz v2, user4
;; @00db                               v3 = iconst.i64 0
;; @00db                               v4 = select_spectre_guard v2, v3, v0  ; v3 = 0
;; @00db                               v5 = iconst.i64 3
;; @00db                               v6 = ishl v4, v5  ; v5 = 3
;; @00db                               v7 = symbol_value.i64 gv0
;; @00db                               v8 = iadd v7, v6
;; @00db                               v9 = load.i32 notrap aligned region0 v8+4
;; @00db                               v10 = iconst.i32 9
;; @00db                               v11 = icmp ne v9, v10  ; v10 = 9
;; @00db                               brif v11, block2, block3
;;
;;                                 block2 cold:
;; @00db                               trapz.i32 v9, user5
;; @00db                               trap user6
;;
;;                                 block3:
;; @00db                               v12 = uload32.i64 notrap aligned region0 v8
;; @00db                               v13 = func_addr.i64 fn0
;; @00db                               v14 = iadd v13, v12
;; @00db                               call_indirect sig1, v14()
;; @00de                               jump block1
;;
;;                                 block1:
;; @00de                               return
;; }
