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
;;     region0 = 0 "linear memory"
;;     region1 = 8193 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0064                               v2 = uextend.i64 v0
;; @0064                               v3 = iconst.i64 0x1000_0000
;; @0064                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0064                               v5 = load.i32 little region0 v4
;; @0069                               v6 = uextend.i64 v0
;; @0069                               v7 = iconst.i64 0x0002_1001_0000
;; @0069                               v8 = iadd v7, v6  ; v7 = 0x0002_1001_0000
;; @0069                               v9 = load.i32 little region1 v8
;; @006d                               v10 = iadd v5, v9
;; @006e                               jump block1(v10)
;;
;;                                 block1(v1: i32):
;; @006e                               return v1
;; }
;;
;; ;; function 1 (store)
;; function u0:2(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;     region1 = 8193 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0075                               v3 = uextend.i64 v0
;; @0075                               v4 = iconst.i64 0x1000_0000
;; @0075                               v5 = iadd v4, v3  ; v4 = 0x1000_0000
;; @0075                               store little region0 v1, v5
;; @007a                               v6 = iconst.i32 1
;; @007c                               v7 = uextend.i64 v0
;; @007c                               v8 = iconst.i64 0x0002_1001_0000
;; @007c                               v9 = iadd v8, v7  ; v8 = 0x0002_1001_0000
;; @007c                               store little region1 v6, v9  ; v6 = 1
;; @0082                               v10 = uextend.i64 v0
;; @0082                               v11 = iconst.i64 0x1000_0000
;; @0082                               v12 = iadd v11, v10  ; v11 = 0x1000_0000
;; @0082                               v13 = load.i32 little region0 v12
;; @0085                               jump block1(v13)
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
;; @008e                               v9 = iconst.i64 0x1000_0000
;; @008e                               v10 = iadd v9, v5  ; v9 = 0x1000_0000
;; @008e                               v11 = symbol_value.i64 gv0
;; @008e                               v12 = load.i64 notrap aligned region0 v11+32
;; @008e                               v13 = uextend.i64 v0
;; @008e                               v14 = uextend.i64 v2
;; @008e                               v15 = iadd v13, v14
;; @008e                               v16 = icmp ugt v15, v12
;; @008e                               trapnz v16, heap_oob
;; @008e                               v17 = iconst.i64 0x0002_1001_0000
;; @008e                               v18 = iadd v17, v13  ; v17 = 0x0002_1001_0000
;; @008e                               v19 = uextend.i64 v2
;; @008e                               call fn0(v18, v10, v19)
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
;; @009b                               v9 = iconst.i64 0x0002_1001_0000
;; @009b                               v10 = iadd v9, v5  ; v9 = 0x0002_1001_0000
;; @009b                               v11 = uextend.i64 v2
;; @009b                               call fn0(v10, v1, v11)
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
;; @00a7                               v19 = iconst.i64 0x0002_1001_0000
;; @00a7                               v20 = iadd v19, v15  ; v19 = 0x0002_1001_0000
;; @00a7                               v21 = uextend.i64 v2
;; @00a7                               call fn0(v20, v12, v21)
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
