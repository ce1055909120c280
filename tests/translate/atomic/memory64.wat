;; With 64-bit indices.
(module
  (memory i64 1 1 shared)
  (func $i64.atomic.store (param i64 i64) (i64.atomic.store offset=4 (local.get 0) (local.get 1)))
  (func $memory.atomic.notify (param i64 i32) (result i32)
    (memory.atomic.notify (local.get 0) (local.get 1)))
  (table funcref (elem
    $i64.atomic.store $memory.atomic.notify))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i64.atomic.store)
;; function u0:1(i64, i64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64, v1: i64):
;; @004d                               v2 = iconst.i64 4
;; @004d                               v3 = iadd v0, v2  ; v2 = 4
;; @004d                               v4 = iconst.i64 7
;; @004d                               v5 = band v3, v4  ; v4 = 7
;; @004d                               trapnz v5, user15
;; @004d                               v6 = iconst.i64 0
;; @004d                               v7 = symbol_value.i64 gv0
;; @004d                               v8 = load.i64 notrap aligned region0 v7+8
;; @004d                               v9 = iconst.i64 12
;; @004d                               v10 = isub v8, v9  ; v9 = 12
;; @004d                               v11 = icmp ugt v0, v10
;; @004d                               trapnz v11, heap_oob
;; @004d                               v12 = select_spectre_guard v11, v6, v0  ; v6 = 0
;; @004d                               v13 = symbol_value.i64 gv0
;; @004d                               v14 = load.i64 notrap aligned region0 v13
;; @004d                               v15 = iadd v14, v12
;; @004d                               v16 = iconst.i64 4
;; @004d                               v17 = iadd v15, v16  ; v16 = 4
;; @004d                               atomic_store little region1 v1, v17
;; @0051                               jump block1
;;
;;                                 block1:
;; @0051                               return
;; }
;;
;; ;; function 1 (memory.atomic.notify)
;; function u0:2(i64, i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i32) -> i32 system_v
;;     fn0 = colocated u0:14 sig0
;;
;;                                 block0(v0: i64, v1: i32):
;; @0058                               v3 = iconst.i64 3
;; @0058                               v4 = band v0, v3  ; v3 = 3
;; @0058                               trapnz v4, user15
;; @0058                               v5 = iconst.i64 0
;; @0058                               v6 = symbol_value.i64 gv0
;; @0058                               v7 = load.i64 notrap aligned region0 v6+8
;; @0058                               v8 = iconst.i64 4
;; @0058                               v9 = isub v7, v8  ; v8 = 4
;; @0058                               v10 = icmp ugt v0, v9
;; @0058                               trapnz v10, heap_oob
;; @0058                               v11 = select_spectre_guard v10, v5, v0  ; v5 = 0
;; @0058                               v12 = symbol_value.i64 gv0
;; @0058                               v13 = load.i64 notrap aligned region0 v12
;; @0058                               v14 = iadd v13, v11
;; @0058                               v15 = iconst.i64 0
;; @0058                               v16 = iadd v14, v15  ; v15 = 0
;; @0058                               v17 = call fn0(v16, v1)
;; @005c                               jump block1(v17)
;;
;;                                 block1(v2: i32):
;; @005c                               return v2
;; }
