;;! build: -g -O2
;; With debug information the memory is at its own addresses. Index and offset are added first, and then the base of the
;; lowest 64 KiB to sums below 64 KiB, by a select. An offset or a constant sum of 64 KiB and more needs none.
(module
  (memory 1)
  (data $passive "passive")
  (func $load (param i32) (result i32) (i32.load (local.get 0)))
  (func $load.offset (param i32) (result i64) (i64.load offset=8 (local.get 0)))
  (func $load.far (param i32) (result i32) (i32.load offset=65536 (local.get 0)))
  (func $load.farthest (param i32) (result i32) (i32.load offset=0xffffffff (local.get 0)))
  (func $load.constant (result i32) (i32.add (i32.load (i32.const 1024)) (i32.load offset=8 (i32.const 65528))))
  (func $store (param i32 i32) (i32.store8 offset=1 (local.get 0) (local.get 1)))
  (func $rmw (param i32) (result i32) (i32.atomic.rmw.add offset=4 (local.get 0) (i32.const 1)))
  (func $notify (param i32) (result i32) (memory.atomic.notify (local.get 0) (i32.const 1)))
  (func $fill (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (func $copy (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func $init (param i32 i32 i32) (memory.init $passive (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $load $load.offset $load.far $load.farthest $load.constant $store $rmw $notify $fill $copy $init))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (load)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @006e                               v2 = uextend.i64 v0
;; @006e                               v3 = symbol_value.i64 gv0
;; @006e                               v4 = load.i64 notrap aligned readonly can_move region0 v3
;; @006e                               v5 = iconst.i64 0
;; @006e                               v6 = iconst.i64 0x0001_0000
;; @006e                               v7 = icmp ult v2, v6  ; v6 = 0x0001_0000
;; @006e                               v8 = select_spectre_guard v7, v4, v5  ; v5 = 0
;; @006e                               v9 = iadd v2, v8
;; @006e                               v10 = load.i32 little region1 v9
;; @0071                               jump block1(v10)
;;
;;                                 block1(v1: i32):
;; @0071                               return v1
;; }
;;
;; ;; function 1 (load.offset)
;; function u0:2(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0076                               v2 = uextend.i64 v0
;; @0076                               v3 = iconst.i64 8
;; @0076                               v4 = iadd v2, v3  ; v3 = 8
;; @0076                               v5 = symbol_value.i64 gv0
;; @0076                               v6 = load.i64 notrap aligned readonly can_move region0 v5
;; @0076                               v7 = iconst.i64 0
;; @0076                               v8 = iconst.i64 0x0001_0000
;; @0076                               v9 = icmp ult v4, v8  ; v8 = 0x0001_0000
;; @0076                               v10 = select_spectre_guard v9, v6, v7  ; v7 = 0
;; @0076                               v11 = iadd v4, v10
;; @0076                               v12 = load.i64 little region1 v11
;; @0079                               jump block1(v12)
;;
;;                                 block1(v1: i64):
;; @0079                               return v1
;; }
;;
;; ;; function 2 (load.far)
;; function u0:3(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @007e                               v2 = uextend.i64 v0
;; @007e                               v3 = load.i32 little region0 v2+0x0001_0000
;; @0083                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0083                               return v1
;; }
;;
;; ;; function 3 (load.farthest)
;; function u0:4(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0088                               v2 = uextend.i64 v0
;; @0088                               v3 = iconst.i64 0xffff_ffff
;; @0088                               v4 = iadd v2, v3  ; v3 = 0xffff_ffff
;; @0088                               v5 = load.i32 little region0 v4
;; @008f                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @008f                               return v1
;; }
;;
;; ;; function 4 (load.constant)
;; function u0:5() -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0092                               v1 = iconst.i32 1024
;; @0095                               v2 = uextend.i64 v1  ; v1 = 1024
;; @0095                               v3 = symbol_value.i64 gv0
;; @0095                               v4 = load.i64 notrap aligned readonly can_move region0 v3
;; @0095                               v5 = iconst.i64 0
;; @0095                               v6 = iconst.i64 0x0001_0000
;; @0095                               v7 = icmp ult v2, v6  ; v6 = 0x0001_0000
;; @0095                               v8 = select_spectre_guard v7, v4, v5  ; v5 = 0
;; @0095                               v9 = iadd v2, v8
;; @0095                               v10 = load.i32 little region1 v9
;; @0098                               v11 = iconst.i32 0xfff8
;; @009c                               v12 = uextend.i64 v11  ; v11 = 0xfff8
;; @009c                               v13 = iconst.i64 8
;; @009c                               v14 = iadd v12, v13  ; v13 = 8
;; @009c                               v15 = symbol_value.i64 gv0
;; @009c                               v16 = load.i64 notrap aligned readonly can_move region0 v15
;; @009c                               v17 = iconst.i64 0
;; @009c                               v18 = iconst.i64 0x0001_0000
;; @009c                               v19 = icmp ult v14, v18  ; v18 = 0x0001_0000
;; @009c                               v20 = select_spectre_guard v19, v16, v17  ; v17 = 0
;; @009c                               v21 = iadd v14, v20
;; @009c                               v22 = load.i32 little region1 v21
;; @009f                               v23 = iadd v10, v22
;; @00a0                               jump block1(v23)
;;
;;                                 block1(v0: i32):
;; @00a0                               return v0
;; }
;;
;; ;; function 5 (store)
;; function u0:6(i32, i32) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i32):
;; @00a7                               v2 = uextend.i64 v0
;; @00a7                               v3 = iconst.i64 1
;; @00a7                               v4 = iadd v2, v3  ; v3 = 1
;; @00a7                               v5 = symbol_value.i64 gv0
;; @00a7                               v6 = load.i64 notrap aligned readonly can_move region0 v5
;; @00a7                               v7 = iconst.i64 0
;; @00a7                               v8 = iconst.i64 0x0001_0000
;; @00a7                               v9 = icmp ult v4, v8  ; v8 = 0x0001_0000
;; @00a7                               v10 = select_spectre_guard v9, v6, v7  ; v7 = 0
;; @00a7                               v11 = iadd v4, v10
;; @00a7                               istore8 little region1 v1, v11
;; @00aa                               jump block1
;;
;;                                 block1:
;; @00aa                               return
;; }
;;
;; ;; function 6 (rmw)
;; function u0:7(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00af                               v2 = iconst.i32 1
;; @00b1                               v3 = iconst.i32 3
;; @00b1                               v4 = band v0, v3  ; v3 = 3
;; @00b1                               trapnz v4, user15
;; @00b1                               v5 = uextend.i64 v0
;; @00b1                               v6 = iconst.i64 4
;; @00b1                               v7 = iadd v5, v6  ; v6 = 4
;; @00b1                               v8 = symbol_value.i64 gv0
;; @00b1                               v9 = load.i64 notrap aligned readonly can_move region0 v8
;; @00b1                               v10 = iconst.i64 0
;; @00b1                               v11 = iconst.i64 0x0001_0000
;; @00b1                               v12 = icmp ult v7, v11  ; v11 = 0x0001_0000
;; @00b1                               v13 = select_spectre_guard v12, v9, v10  ; v10 = 0
;; @00b1                               v14 = iadd v7, v13
;; @00b1                               v15 = iconst.i64 0
;; @00b1                               v16 = iadd v14, v15  ; v15 = 0
;; @00b1                               v17 = atomic_rmw.i32 add v16, v2  ; v2 = 1
;; @00b5                               jump block1(v17)
;;
;;                                 block1(v1: i32):
;; @00b5                               return v1
;; }
;;
;; ;; function 7 (notify)
;; function u0:8(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00ba                               v2 = iconst.i32 1
;; @00bc                               v3 = iconst.i32 3
;; @00bc                               v4 = band v0, v3  ; v3 = 3
;; @00bc                               trapnz v4, user15
;; @00bc                               v5 = uextend.i64 v0
;; @00bc                               v6 = symbol_value.i64 gv0
;; @00bc                               v7 = load.i64 notrap aligned readonly can_move region0 v6
;; @00bc                               v8 = iconst.i64 0
;; @00bc                               v9 = iconst.i64 0x0001_0000
;; @00bc                               v10 = icmp ult v5, v9  ; v9 = 0x0001_0000
;; @00bc                               v11 = select_spectre_guard v10, v7, v8  ; v8 = 0
;; @00bc                               v12 = iadd v5, v11
;; @00bc                               v13 = load.i32 little region1 v12
;; @00bc                               v14 = iconst.i64 0
;; @00bc                               v15 = iadd v12, v14  ; v14 = 0
;; @00bc                               v16 = iconst.i64 0x0004_0000_0000
;; @00bc                               v17 = select v15, v15, v16  ; v16 = 0x0004_0000_0000
;; @00bc                               v18 = iconst.i32 0
;; @00c0                               jump block1(v18)  ; v18 = 0
;;
;;                                 block1(v1: i32):
;; @00c0                               return v1
;; }
;;
;; ;; function 8 (fill)
;; function u0:9(i32, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i32, i64) system_v
;;     fn0 = colocated u0:17 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @00c9                               v3 = symbol_value.i64 gv0
;; @00c9                               v4 = load.i64 notrap aligned region0 v3+8
;; @00c9                               v5 = uextend.i64 v0
;; @00c9                               v6 = uextend.i64 v2
;; @00c9                               v7 = iadd v5, v6
;; @00c9                               v8 = icmp ugt v7, v4
;; @00c9                               trapnz v8, heap_oob
;; @00c9                               v9 = symbol_value.i64 gv0
;; @00c9                               v10 = load.i64 notrap aligned readonly can_move region0 v9
;; @00c9                               v11 = iconst.i64 0
;; @00c9                               v12 = iconst.i64 0x0001_0000
;; @00c9                               v13 = icmp ult v5, v12  ; v12 = 0x0001_0000
;; @00c9                               v14 = select_spectre_guard v13, v10, v11  ; v11 = 0
;; @00c9                               v15 = iadd v5, v14
;; @00c9                               v16 = iconst.i64 0x0004_0000_0000
;; @00c9                               v17 = iadd v5, v16  ; v16 = 0x0004_0000_0000
;; @00c9                               v18 = select v5, v15, v17
;; @00c9                               v19 = uextend.i64 v2
;; @00c9                               call fn0(v18, v1, v19)
;; @00cc                               jump block1
;;
;;                                 block1:
;; @00cc                               return
;; }
;;
;; ;; function 9 (copy)
;; function u0:10(i32, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:16 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @00d5                               v3 = symbol_value.i64 gv0
;; @00d5                               v4 = load.i64 notrap aligned region0 v3+8
;; @00d5                               v5 = uextend.i64 v1
;; @00d5                               v6 = uextend.i64 v2
;; @00d5                               v7 = iadd v5, v6
;; @00d5                               v8 = icmp ugt v7, v4
;; @00d5                               trapnz v8, heap_oob
;; @00d5                               v9 = uextend.i64 v0
;; @00d5                               v10 = uextend.i64 v2
;; @00d5                               v11 = iadd v9, v10
;; @00d5                               v12 = icmp ugt v11, v4
;; @00d5                               trapnz v12, heap_oob
;; @00d5                               v13 = uextend.i64 v2
;; @00d5                               v14 = isub v9, v5
;; @00d5                               v15 = isub v5, v9
;; @00d5                               v16 = umin v14, v15
;; @00d5                               v17 = icmp ult v16, v13
;; @00d5                               v18 = umin v9, v5
;; @00d5                               v19 = select v17, v18, v5
;; @00d5                               v20 = select v17, v18, v9
;; @00d5                               v21 = symbol_value.i64 gv0
;; @00d5                               v22 = load.i64 notrap aligned readonly can_move region0 v21
;; @00d5                               v23 = iconst.i64 0
;; @00d5                               v24 = iconst.i64 0x0001_0000
;; @00d5                               v25 = icmp ult v19, v24  ; v24 = 0x0001_0000
;; @00d5                               v26 = select_spectre_guard v25, v22, v23  ; v23 = 0
;; @00d5                               v27 = iadd v5, v26
;; @00d5                               v28 = iconst.i64 0x0004_0000_0000
;; @00d5                               v29 = iadd v5, v28  ; v28 = 0x0004_0000_0000
;; @00d5                               v30 = select v19, v27, v29
;; @00d5                               v31 = symbol_value.i64 gv0
;; @00d5                               v32 = load.i64 notrap aligned readonly can_move region0 v31
;; @00d5                               v33 = iconst.i64 0
;; @00d5                               v34 = iconst.i64 0x0001_0000
;; @00d5                               v35 = icmp ult v20, v34  ; v34 = 0x0001_0000
;; @00d5                               v36 = select_spectre_guard v35, v32, v33  ; v33 = 0
;; @00d5                               v37 = iadd v9, v36
;; @00d5                               v38 = iconst.i64 0x0004_0000_0000
;; @00d5                               v39 = iadd v9, v38  ; v38 = 0x0004_0000_0000
;; @00d5                               v40 = select v20, v37, v39
;; @00d5                               v41 = uextend.i64 v2
;; @00d5                               call fn0(v40, v30, v41)
;; @00d9                               jump block1
;;
;;                                 block1:
;; @00d9                               return
;; }
;;
;; ;; function 10 (init)
;; function u0:11(i32, i32, i32) tail {
;;     region0 = 4 "segment lengths"
;;     region1 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     gv2 = symbol colocated userextname2
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:16 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @00e2                               v3 = symbol_value.i64 gv0
;; @00e2                               v4 = load.i64 notrap aligned region0 v3
;; @00e2                               v5 = uextend.i64 v1
;; @00e2                               v6 = uextend.i64 v2
;; @00e2                               v7 = iadd v5, v6
;; @00e2                               v8 = icmp ugt v7, v4
;; @00e2                               trapnz v8, heap_oob
;; @00e2                               v9 = iconst.i64 1
;; @00e2                               v10 = imul v5, v9  ; v9 = 1
;; @00e2                               v11 = symbol_value.i64 gv1
;; @00e2                               v12 = iadd v11, v10
;; @00e2                               v13 = symbol_value.i64 gv2
;; @00e2                               v14 = load.i64 notrap aligned region1 v13+8
;; @00e2                               v15 = uextend.i64 v0
;; @00e2                               v16 = uextend.i64 v2
;; @00e2                               v17 = iadd v15, v16
;; @00e2                               v18 = icmp ugt v17, v14
;; @00e2                               trapnz v18, heap_oob
;; @00e2                               v19 = symbol_value.i64 gv2
;; @00e2                               v20 = load.i64 notrap aligned readonly can_move region1 v19
;; @00e2                               v21 = iconst.i64 0
;; @00e2                               v22 = iconst.i64 0x0001_0000
;; @00e2                               v23 = icmp ult v15, v22  ; v22 = 0x0001_0000
;; @00e2                               v24 = select_spectre_guard v23, v20, v21  ; v21 = 0
;; @00e2                               v25 = iadd v15, v24
;; @00e2                               v26 = iconst.i64 0x0004_0000_0000
;; @00e2                               v27 = iadd v15, v26  ; v26 = 0x0004_0000_0000
;; @00e2                               v28 = select v15, v25, v27
;; @00e2                               v29 = uextend.i64 v2
;; @00e2                               call fn0(v28, v12, v29)
;; @00e6                               jump block1
;;
;;                                 block1:
;; @00e6                               return
;; }
