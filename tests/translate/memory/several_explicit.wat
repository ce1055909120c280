;;! build: --bounds-checks explicit
;; Two memories: each has a base and a length of its own, and a store to one does not invalidate a value loaded from
;; the other.
(module
  (memory $one 1)
  (memory $two 1 10)
  (data $bytes "abc")
  (func $load (param i32) (result i32) (i32.add (i32.load $one (local.get 0)) (i32.load $two (local.get 0))))
  (func $store (param i32 i32) (result i32) (i32.store $one (local.get 0) (local.get 1)) (i32.store $two (local.get 0) (i32.const 1)) (i32.load $one (local.get 0)))
  (func $copy (param i32 i32 i32) (memory.copy $two $one (local.get 0) (local.get 1) (local.get 2)))
  (func $fill (param i32 i32 i32) (memory.fill $two (local.get 0) (local.get 1) (local.get 2)))
  (func $init (param i32 i32 i32) (memory.init $two $bytes (local.get 0) (local.get 1) (local.get 2)))
  (func $size (result i32) (memory.size $two))
  (func $grow (param i32) (result i32) (memory.grow $two (local.get 0)))
  (table funcref (elem
    $load $store $copy $fill $init $size $grow))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (load)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     region2 = 8193 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0064                               v2 = uextend.i64 v0
;; @0064                               v3 = symbol_value.i64 gv0
;; @0064                               v4 = load.i64 notrap aligned region0 v3+8
;; @0064                               v5 = iconst.i64 4
;; @0064                               v6 = iadd v2, v5  ; v5 = 4
;; @0064                               v7 = icmp ugt v6, v4
;; @0064                               trapnz v7, heap_oob
;; @0064                               v8 = symbol_value.i64 gv0
;; @0064                               v9 = load.i64 notrap aligned region0 v8
;; @0064                               v10 = iadd v9, v2
;; @0064                               v11 = load.i32 little region1 v10
;; @0069                               v12 = uextend.i64 v0
;; @0069                               v13 = symbol_value.i64 gv0
;; @0069                               v14 = load.i64 notrap aligned region0 v13+32
;; @0069                               v15 = iconst.i64 4
;; @0069                               v16 = iadd v12, v15  ; v15 = 4
;; @0069                               v17 = icmp ugt v16, v14
;; @0069                               trapnz v17, heap_oob
;; @0069                               v18 = symbol_value.i64 gv0
;; @0069                               v19 = load.i64 notrap aligned region0 v18+24
;; @0069                               v20 = iadd v19, v12
;; @0069                               v21 = load.i32 little region2 v20
;; @006d                               v22 = iadd v11, v21
;; @006e                               jump block1(v22)
;;
;;                                 block1(v1: i32):
;; @006e                               return v1
;; }
;;
;; ;; function 1 (store)
;; function u0:2(i32, i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     region2 = 8193 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i32):
;; @0075                               v3 = uextend.i64 v0
;; @0075                               v4 = symbol_value.i64 gv0
;; @0075                               v5 = load.i64 notrap aligned region0 v4+8
;; @0075                               v6 = iconst.i64 4
;; @0075                               v7 = iadd v3, v6  ; v6 = 4
;; @0075                               v8 = icmp ugt v7, v5
;; @0075                               trapnz v8, heap_oob
;; @0075                               v9 = symbol_value.i64 gv0
;; @0075                               v10 = load.i64 notrap aligned region0 v9
;; @0075                               v11 = iadd v10, v3
;; @0075                               store little region1 v1, v11
;; @007a                               v12 = iconst.i32 1
;; @007c                               v13 = uextend.i64 v0
;; @007c                               v14 = symbol_value.i64 gv0
;; @007c                               v15 = load.i64 notrap aligned region0 v14+32
;; @007c                               v16 = iconst.i64 4
;; @007c                               v17 = iadd v13, v16  ; v16 = 4
;; @007c                               v18 = icmp ugt v17, v15
;; @007c                               trapnz v18, heap_oob
;; @007c                               v19 = symbol_value.i64 gv0
;; @007c                               v20 = load.i64 notrap aligned region0 v19+24
;; @007c                               v21 = iadd v20, v13
;; @007c                               store little region2 v12, v21  ; v12 = 1
;; @0082                               v22 = uextend.i64 v0
;; @0082                               v23 = symbol_value.i64 gv0
;; @0082                               v24 = load.i64 notrap aligned region0 v23+8
;; @0082                               v25 = iconst.i64 4
;; @0082                               v26 = iadd v22, v25  ; v25 = 4
;; @0082                               v27 = icmp ugt v26, v24
;; @0082                               trapnz v27, heap_oob
;; @0082                               v28 = symbol_value.i64 gv0
;; @0082                               v29 = load.i64 notrap aligned region0 v28
;; @0082                               v30 = iadd v29, v22
;; @0082                               v31 = load.i32 little region1 v30
;; @0085                               jump block1(v31)
;;
;;                                 block1(v2: i32):
;; @0085                               return v2
;; }
;;
;; ;; function 2 (copy)
;; function u0:3(i32, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:12 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @008e                               v3 = symbol_value.i64 gv0
;; @008e                               v4 = load.i64 notrap aligned region0 v3+8
;; @008e                               v5 = uextend.i64 v1
;; @008e                               v6 = uextend.i64 v2
;; @008e                               v7 = iadd v5, v6
;; @008e                               v8 = icmp ugt v7, v4
;; @008e                               trapnz v8, heap_oob
;; @008e                               v9 = symbol_value.i64 gv0
;; @008e                               v10 = load.i64 notrap aligned region0 v9
;; @008e                               v11 = iadd v10, v5
;; @008e                               v12 = symbol_value.i64 gv0
;; @008e                               v13 = load.i64 notrap aligned region0 v12+32
;; @008e                               v14 = uextend.i64 v0
;; @008e                               v15 = uextend.i64 v2
;; @008e                               v16 = iadd v14, v15
;; @008e                               v17 = icmp ugt v16, v13
;; @008e                               trapnz v17, heap_oob
;; @008e                               v18 = symbol_value.i64 gv0
;; @008e                               v19 = load.i64 notrap aligned region0 v18+24
;; @008e                               v20 = iadd v19, v14
;; @008e                               v21 = uextend.i64 v2
;; @008e                               call fn0(v20, v11, v21)
;; @0092                               jump block1
;;
;;                                 block1:
;; @0092                               return
;; }
;;
;; ;; function 3 (fill)
;; function u0:4(i32, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i32, i64) system_v
;;     fn0 = colocated u0:13 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @009b                               v3 = symbol_value.i64 gv0
;; @009b                               v4 = load.i64 notrap aligned region0 v3+32
;; @009b                               v5 = uextend.i64 v0
;; @009b                               v6 = uextend.i64 v2
;; @009b                               v7 = iadd v5, v6
;; @009b                               v8 = icmp ugt v7, v4
;; @009b                               trapnz v8, heap_oob
;; @009b                               v9 = symbol_value.i64 gv0
;; @009b                               v10 = load.i64 notrap aligned region0 v9+24
;; @009b                               v11 = iadd v10, v5
;; @009b                               v12 = uextend.i64 v2
;; @009b                               call fn0(v11, v1, v12)
;; @009e                               jump block1
;;
;;                                 block1:
;; @009e                               return
;; }
;;
;; ;; function 4 (init)
;; function u0:5(i32, i32, i32) tail {
;;     region0 = 4 "segment lengths"
;;     region1 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     gv2 = symbol colocated userextname2
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:12 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @00a7                               v3 = symbol_value.i64 gv0
;; @00a7                               v4 = load.i64 notrap aligned region0 v3
;; @00a7                               v5 = uextend.i64 v1
;; @00a7                               v6 = uextend.i64 v2
;; @00a7                               v7 = iadd v5, v6
;; @00a7                               v8 = icmp ugt v7, v4
;; @00a7                               trapnz v8, heap_oob
;; @00a7                               v9 = iconst.i64 1
;; @00a7                               v10 = imul v5, v9  ; v9 = 1
;; @00a7                               v11 = symbol_value.i64 gv1
;; @00a7                               v12 = iadd v11, v10
;; @00a7                               v13 = symbol_value.i64 gv2
;; @00a7                               v14 = load.i64 notrap aligned region1 v13+32
;; @00a7                               v15 = uextend.i64 v0
;; @00a7                               v16 = uextend.i64 v2
;; @00a7                               v17 = iadd v15, v16
;; @00a7                               v18 = icmp ugt v17, v14
;; @00a7                               trapnz v18, heap_oob
;; @00a7                               v19 = symbol_value.i64 gv2
;; @00a7                               v20 = load.i64 notrap aligned region1 v19+24
;; @00a7                               v21 = iadd v20, v15
;; @00a7                               v22 = uextend.i64 v2
;; @00a7                               call fn0(v21, v12, v22)
;; @00ab                               jump block1
;;
;;                                 block1:
;; @00ab                               return
;; }
;;
;; ;; function 5 (size)
;; function u0:6() -> i32 tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @00ae                               v1 = symbol_value.i64 gv0
;; @00ae                               v2 = load.i64 notrap aligned region0 v1+32
;; @00ae                               v3 = iconst.i64 16
;; @00ae                               v4 = ushr v2, v3  ; v3 = 16
;; @00ae                               v5 = ireduce.i32 v4
;; @00b0                               jump block1(v5)
;;
;;                                 block1(v0: i32):
;; @00b0                               return v0
;; }
;;
;; ;; function 6 (grow)
;; function u0:7(i32) -> i32 tail {
;;     sig0 = (i32, i64) -> i64 system_v
;;     fn0 = colocated u0:9 sig0
;;
;;                                 block0(v0: i32):
;; @00b5                               v2 = iconst.i32 1
;; @00b5                               v3 = uextend.i64 v0
;; @00b5                               v4 = call fn0(v2, v3)  ; v2 = 1
;; @00b5                               v5 = ireduce.i32 v4
;; @00b7                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @00b7                               return v1
;; }
