;;! build: --bounds-checks=explicit
;; With explicit checks: first the alignment of index and offset, then the bounds.
(module
  (memory 1 1 shared)
  (func $i32.atomic.load (param i32) (result i32) (i32.atomic.load offset=6 (local.get 0)))
  (func $i64.atomic.rmw16.add_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.add_u offset=3000000000 (local.get 0) (local.get 1)))
  (func $memory.atomic.wait64 (param i32 i64 i64) (result i32)
    (memory.atomic.wait64 offset=8 (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $i32.atomic.load $i64.atomic.rmw16.add_u $memory.atomic.wait64))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.atomic.load)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0054                               v2 = iconst.i32 2
;; @0054                               v3 = iadd v0, v2  ; v2 = 2
;; @0054                               v4 = iconst.i32 3
;; @0054                               v5 = band v3, v4  ; v4 = 3
;; @0054                               trapnz v5, user15
;; @0054                               v6 = uextend.i64 v0
;; @0054                               v7 = symbol_value.i64 gv0
;; @0054                               v8 = load.i64 notrap aligned region0 v7+8
;; @0054                               v9 = iconst.i64 10
;; @0054                               v10 = iadd v6, v9  ; v9 = 10
;; @0054                               v11 = icmp ugt v10, v8
;; @0054                               trapnz v11, heap_oob
;; @0054                               v12 = symbol_value.i64 gv0
;; @0054                               v13 = load.i64 notrap aligned region0 v12
;; @0054                               v14 = iadd v13, v6
;; @0054                               v15 = iconst.i64 6
;; @0054                               v16 = iadd v14, v15  ; v15 = 6
;; @0054                               v17 = atomic_load.i32 little region1 v16
;; @0058                               jump block1(v17)
;;
;;                                 block1(v1: i32):
;; @0058                               return v1
;; }
;;
;; ;; function 1 (i64.atomic.rmw16.add_u)
;; function u0:2(i32, i64) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i64):
;; @005f                               v3 = ireduce.i16 v1
;; @005f                               v4 = iconst.i32 1
;; @005f                               v5 = band v0, v4  ; v4 = 1
;; @005f                               trapnz v5, user15
;; @005f                               v6 = uextend.i64 v0
;; @005f                               v7 = symbol_value.i64 gv0
;; @005f                               v8 = load.i64 notrap aligned region0 v7+8
;; @005f                               v9 = iconst.i64 0xb2d0_5e02
;; @005f                               v10 = iadd v6, v9  ; v9 = 0xb2d0_5e02
;; @005f                               v11 = icmp ugt v10, v8
;; @005f                               trapnz v11, heap_oob
;; @005f                               v12 = symbol_value.i64 gv0
;; @005f                               v13 = load.i64 notrap aligned region0 v12
;; @005f                               v14 = iadd v13, v6
;; @005f                               v15 = iconst.i64 0xb2d0_5e00
;; @005f                               v16 = iadd v14, v15  ; v15 = 0xb2d0_5e00
;; @005f                               v17 = iconst.i64 0
;; @005f                               v18 = iadd v16, v17  ; v17 = 0
;; @005f                               v19 = atomic_rmw.i16 add v18, v3
;; @005f                               v20 = uextend.i64 v19
;; @0067                               jump block1(v20)
;;
;;                                 block1(v2: i64):
;; @0067                               return v2
;; }
;;
;; ;; function 2 (memory.atomic.wait64)
;; function u0:3(i32, i64, i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) -> i32 system_v
;;     fn0 = colocated u0:17 sig0
;;
;;                                 block0(v0: i32, v1: i64, v2: i64):
;; @0070                               v4 = iconst.i32 7
;; @0070                               v5 = band v0, v4  ; v4 = 7
;; @0070                               trapnz v5, user15
;; @0070                               v6 = uextend.i64 v0
;; @0070                               v7 = symbol_value.i64 gv0
;; @0070                               v8 = load.i64 notrap aligned region0 v7+8
;; @0070                               v9 = iconst.i64 16
;; @0070                               v10 = iadd v6, v9  ; v9 = 16
;; @0070                               v11 = icmp ugt v10, v8
;; @0070                               trapnz v11, heap_oob
;; @0070                               v12 = symbol_value.i64 gv0
;; @0070                               v13 = load.i64 notrap aligned region0 v12
;; @0070                               v14 = iadd v13, v6
;; @0070                               v15 = iconst.i64 8
;; @0070                               v16 = iadd v14, v15  ; v15 = 8
;; @0070                               v17 = call fn0(v16, v1, v2)
;; @0074                               jump block1(v17)
;;
;;                                 block1(v3: i32):
;; @0074                               return v3
;; }
