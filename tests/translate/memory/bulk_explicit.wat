;;! build: --bounds-checks explicit
;; Bulk operations where the base of the memory is not constant.
(module
  (memory 1)
  (data $passive "passive")
  (func $memory.fill (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.copy (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.init (param i32 i32 i32) (memory.init $passive (local.get 0) (local.get 1) (local.get 2)))
  (func $data.drop (data.drop $passive))
  (table funcref (elem $memory.fill $memory.copy $memory.init $data.drop))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (memory.fill)
;; function u0:1(i32, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i32, i64) system_v
;;     fn0 = colocated u0:10 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @0050                               v3 = symbol_value.i64 gv0
;; @0050                               v4 = load.i64 notrap aligned region0 v3+8
;; @0050                               v5 = uextend.i64 v0
;; @0050                               v6 = uextend.i64 v2
;; @0050                               v7 = iadd v5, v6
;; @0050                               v8 = icmp ugt v7, v4
;; @0050                               trapnz v8, heap_oob
;; @0050                               v9 = symbol_value.i64 gv0
;; @0050                               v10 = load.i64 notrap aligned region0 v9
;; @0050                               v11 = iadd v10, v5
;; @0050                               v12 = uextend.i64 v2
;; @0050                               call fn0(v11, v1, v12)
;; @0053                               jump block1
;;
;;                                 block1:
;; @0053                               return
;; }
;;
;; ;; function 1 (memory.copy)
;; function u0:2(i32, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:9 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @005c                               v3 = symbol_value.i64 gv0
;; @005c                               v4 = load.i64 notrap aligned region0 v3+8
;; @005c                               v5 = uextend.i64 v1
;; @005c                               v6 = uextend.i64 v2
;; @005c                               v7 = iadd v5, v6
;; @005c                               v8 = icmp ugt v7, v4
;; @005c                               trapnz v8, heap_oob
;; @005c                               v9 = symbol_value.i64 gv0
;; @005c                               v10 = load.i64 notrap aligned region0 v9
;; @005c                               v11 = iadd v10, v5
;; @005c                               v12 = symbol_value.i64 gv0
;; @005c                               v13 = load.i64 notrap aligned region0 v12+8
;; @005c                               v14 = uextend.i64 v0
;; @005c                               v15 = uextend.i64 v2
;; @005c                               v16 = iadd v14, v15
;; @005c                               v17 = icmp ugt v16, v13
;; @005c                               trapnz v17, heap_oob
;; @005c                               v18 = symbol_value.i64 gv0
;; @005c                               v19 = load.i64 notrap aligned region0 v18
;; @005c                               v20 = iadd v19, v14
;; @005c                               v21 = uextend.i64 v2
;; @005c                               call fn0(v20, v11, v21)
;; @0060                               jump block1
;;
;;                                 block1:
;; @0060                               return
;; }
;;
;; ;; function 2 (memory.init)
;; function u0:3(i32, i32, i32) tail {
;;     region0 = 4 "segment lengths"
;;     region1 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     gv2 = symbol colocated userextname2
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:9 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @0069                               v3 = symbol_value.i64 gv0
;; @0069                               v4 = load.i64 notrap aligned region0 v3
;; @0069                               v5 = uextend.i64 v1
;; @0069                               v6 = uextend.i64 v2
;; @0069                               v7 = iadd v5, v6
;; @0069                               v8 = icmp ugt v7, v4
;; @0069                               trapnz v8, heap_oob
;; @0069                               v9 = iconst.i64 1
;; @0069                               v10 = imul v5, v9  ; v9 = 1
;; @0069                               v11 = symbol_value.i64 gv1
;; @0069                               v12 = iadd v11, v10
;; @0069                               v13 = symbol_value.i64 gv2
;; @0069                               v14 = load.i64 notrap aligned region1 v13+8
;; @0069                               v15 = uextend.i64 v0
;; @0069                               v16 = uextend.i64 v2
;; @0069                               v17 = iadd v15, v16
;; @0069                               v18 = icmp ugt v17, v14
;; @0069                               trapnz v18, heap_oob
;; @0069                               v19 = symbol_value.i64 gv2
;; @0069                               v20 = load.i64 notrap aligned region1 v19
;; @0069                               v21 = iadd v20, v15
;; @0069                               v22 = uextend.i64 v2
;; @0069                               call fn0(v21, v12, v22)
;; @006d                               jump block1
;;
;;                                 block1:
;; @006d                               return
;; }
;;
;; ;; function 3 (data.drop)
;; function u0:4() tail {
;;     region0 = 4 "segment lengths"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0070                               v0 = symbol_value.i64 gv0
;; @0070                               v1 = iconst.i64 0
;; @0070                               store notrap aligned region0 v1, v0  ; v1 = 0
;; @0073                               jump block1
;;
;;                                 block1:
;; @0073                               return
;; }
