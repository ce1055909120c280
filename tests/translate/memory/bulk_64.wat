;; Bulk operations with 64-bit indices: neither the end nor the count may wrap. Between memories of both kinds the count
;; is 32 bits. Sizes are 64 bits.
(module
  (memory $long i64 1)
  (memory $short 1)
  (data $bytes "abc")
  (func $memory.fill (param i64 i32 i64) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.copy (param i64 i64 i64) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.copy.to (param i64 i32 i32) (memory.copy $long $short (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.copy.from (param i32 i64 i32) (memory.copy $short $long (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.init (param i64 i32 i32) (memory.init $bytes (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.size (result i64) (memory.size))
  (func $memory.grow (param i64) (result i64) (memory.grow (local.get 0)))
  (table funcref (elem
    $memory.fill $memory.copy $memory.copy.to $memory.copy.from $memory.init $memory.size $memory.grow))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (memory.fill)
;; function u0:1(i64, i32, i64) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i32, i64) system_v
;;     fn0 = colocated u0:13 sig0
;;
;;                                 block0(v0: i64, v1: i32, v2: i64):
;; @0073                               v3 = symbol_value.i64 gv0
;; @0073                               v4 = load.i64 notrap aligned region0 v3+8
;; @0073                               v5 = icmp ugt v2, v4
;; @0073                               v6 = isub v4, v2
;; @0073                               v7 = icmp ugt v0, v6
;; @0073                               v8 = bor v5, v7
;; @0073                               trapnz v8, heap_oob
;; @0073                               v9 = iconst.i64 0
;; @0073                               v10 = select_spectre_guard v8, v9, v0  ; v9 = 0
;; @0073                               v11 = symbol_value.i64 gv0
;; @0073                               v12 = load.i64 notrap aligned region0 v11
;; @0073                               v13 = iadd v12, v10
;; @0073                               call fn0(v13, v1, v2)
;; @0076                               jump block1
;;
;;                                 block1:
;; @0076                               return
;; }
;;
;; ;; function 1 (memory.copy)
;; function u0:2(i64, i64, i64) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:12 sig0
;;
;;                                 block0(v0: i64, v1: i64, v2: i64):
;; @007f                               v3 = symbol_value.i64 gv0
;; @007f                               v4 = load.i64 notrap aligned region0 v3+8
;; @007f                               v5 = icmp ugt v2, v4
;; @007f                               v6 = isub v4, v2
;; @007f                               v7 = icmp ugt v1, v6
;; @007f                               v8 = bor v5, v7
;; @007f                               trapnz v8, heap_oob
;; @007f                               v9 = iconst.i64 0
;; @007f                               v10 = select_spectre_guard v8, v9, v1  ; v9 = 0
;; @007f                               v11 = symbol_value.i64 gv0
;; @007f                               v12 = load.i64 notrap aligned region0 v11
;; @007f                               v13 = iadd v12, v10
;; @007f                               v14 = symbol_value.i64 gv0
;; @007f                               v15 = load.i64 notrap aligned region0 v14+8
;; @007f                               v16 = icmp ugt v2, v15
;; @007f                               v17 = isub v15, v2
;; @007f                               v18 = icmp ugt v0, v17
;; @007f                               v19 = bor v16, v18
;; @007f                               trapnz v19, heap_oob
;; @007f                               v20 = iconst.i64 0
;; @007f                               v21 = select_spectre_guard v19, v20, v0  ; v20 = 0
;; @007f                               v22 = symbol_value.i64 gv0
;; @007f                               v23 = load.i64 notrap aligned region0 v22
;; @007f                               v24 = iadd v23, v21
;; @007f                               call fn0(v24, v13, v2)
;; @0083                               jump block1
;;
;;                                 block1:
;; @0083                               return
;; }
;;
;; ;; function 2 (memory.copy.to)
;; function u0:3(i64, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:12 sig0
;;
;;                                 block0(v0: i64, v1: i32, v2: i32):
;; @008c                               v3 = symbol_value.i64 gv0
;; @008c                               v4 = load.i64 notrap aligned region0 v3+32
;; @008c                               v5 = uextend.i64 v1
;; @008c                               v6 = uextend.i64 v2
;; @008c                               v7 = iadd v5, v6
;; @008c                               v8 = icmp ugt v7, v4
;; @008c                               trapnz v8, heap_oob
;; @008c                               v9 = iconst.i64 0x1000_0000
;; @008c                               v10 = iadd v9, v5  ; v9 = 0x1000_0000
;; @008c                               v11 = symbol_value.i64 gv0
;; @008c                               v12 = load.i64 notrap aligned region0 v11+8
;; @008c                               v13 = uextend.i64 v2
;; @008c                               v14 = icmp ugt v13, v12
;; @008c                               v15 = isub v12, v13
;; @008c                               v16 = icmp ugt v0, v15
;; @008c                               v17 = bor v14, v16
;; @008c                               trapnz v17, heap_oob
;; @008c                               v18 = iconst.i64 0
;; @008c                               v19 = select_spectre_guard v17, v18, v0  ; v18 = 0
;; @008c                               v20 = symbol_value.i64 gv0
;; @008c                               v21 = load.i64 notrap aligned region0 v20
;; @008c                               v22 = iadd v21, v19
;; @008c                               v23 = uextend.i64 v2
;; @008c                               call fn0(v22, v10, v23)
;; @0090                               jump block1
;;
;;                                 block1:
;; @0090                               return
;; }
;;
;; ;; function 3 (memory.copy.from)
;; function u0:4(i32, i64, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:12 sig0
;;
;;                                 block0(v0: i32, v1: i64, v2: i32):
;; @0099                               v3 = symbol_value.i64 gv0
;; @0099                               v4 = load.i64 notrap aligned region0 v3+8
;; @0099                               v5 = uextend.i64 v2
;; @0099                               v6 = icmp ugt v5, v4
;; @0099                               v7 = isub v4, v5
;; @0099                               v8 = icmp ugt v1, v7
;; @0099                               v9 = bor v6, v8
;; @0099                               trapnz v9, heap_oob
;; @0099                               v10 = iconst.i64 0
;; @0099                               v11 = select_spectre_guard v9, v10, v1  ; v10 = 0
;; @0099                               v12 = symbol_value.i64 gv0
;; @0099                               v13 = load.i64 notrap aligned region0 v12
;; @0099                               v14 = iadd v13, v11
;; @0099                               v15 = symbol_value.i64 gv0
;; @0099                               v16 = load.i64 notrap aligned region0 v15+32
;; @0099                               v17 = uextend.i64 v0
;; @0099                               v18 = uextend.i64 v2
;; @0099                               v19 = iadd v17, v18
;; @0099                               v20 = icmp ugt v19, v16
;; @0099                               trapnz v20, heap_oob
;; @0099                               v21 = iconst.i64 0x1000_0000
;; @0099                               v22 = iadd v21, v17  ; v21 = 0x1000_0000
;; @0099                               v23 = uextend.i64 v2
;; @0099                               call fn0(v22, v14, v23)
;; @009d                               jump block1
;;
;;                                 block1:
;; @009d                               return
;; }
;;
;; ;; function 4 (memory.init)
;; function u0:5(i64, i32, i32) tail {
;;     region0 = 4 "segment lengths"
;;     region1 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     gv2 = symbol colocated userextname2
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:12 sig0
;;
;;                                 block0(v0: i64, v1: i32, v2: i32):
;; @00a6                               v3 = symbol_value.i64 gv0
;; @00a6                               v4 = load.i64 notrap aligned region0 v3
;; @00a6                               v5 = uextend.i64 v1
;; @00a6                               v6 = uextend.i64 v2
;; @00a6                               v7 = iadd v5, v6
;; @00a6                               v8 = icmp ugt v7, v4
;; @00a6                               trapnz v8, heap_oob
;; @00a6                               v9 = iconst.i64 1
;; @00a6                               v10 = imul v5, v9  ; v9 = 1
;; @00a6                               v11 = symbol_value.i64 gv1
;; @00a6                               v12 = iadd v11, v10
;; @00a6                               v13 = symbol_value.i64 gv2
;; @00a6                               v14 = load.i64 notrap aligned region1 v13+8
;; @00a6                               v15 = uextend.i64 v2
;; @00a6                               v16 = icmp ugt v15, v14
;; @00a6                               v17 = isub v14, v15
;; @00a6                               v18 = icmp ugt v0, v17
;; @00a6                               v19 = bor v16, v18
;; @00a6                               trapnz v19, heap_oob
;; @00a6                               v20 = iconst.i64 0
;; @00a6                               v21 = select_spectre_guard v19, v20, v0  ; v20 = 0
;; @00a6                               v22 = symbol_value.i64 gv2
;; @00a6                               v23 = load.i64 notrap aligned region1 v22
;; @00a6                               v24 = iadd v23, v21
;; @00a6                               v25 = uextend.i64 v2
;; @00a6                               call fn0(v24, v12, v25)
;; @00aa                               jump block1
;;
;;                                 block1:
;; @00aa                               return
;; }
;;
;; ;; function 5 (memory.size)
;; function u0:6() -> i64 tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @00ad                               v1 = symbol_value.i64 gv0
;; @00ad                               v2 = load.i64 notrap aligned region0 v1+8
;; @00ad                               v3 = iconst.i64 16
;; @00ad                               v4 = ushr v2, v3  ; v3 = 16
;; @00af                               jump block1(v4)
;;
;;                                 block1(v0: i64):
;; @00af                               return v0
;; }
;;
;; ;; function 6 (memory.grow)
;; function u0:7(i64) -> i64 tail {
;;     sig0 = (i32, i64) -> i64 system_v
;;     fn0 = colocated u0:9 sig0
;;
;;                                 block0(v0: i64):
;; @00b4                               v2 = iconst.i32 0
;; @00b4                               v3 = call fn0(v2, v0)  ; v2 = 0
;; @00b6                               jump block1(v3)
;;
;;                                 block1(v1: i64):
;; @00b6                               return v1
;; }
