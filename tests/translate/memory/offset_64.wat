;; Constant offsets with 64-bit indices. Where the memory may be shorter than the offset, that is asked too; offsets that no
;; instruction takes are added before the clamp. An access that would end beyond 2^64 traps whatever its index is, and
;; one at a constant index within the start length has no comparison.
(module
  (memory i64 1)
  (func $offset.byte (param i64) (result i32) (i32.load8_u offset=1 (local.get 0)))
  (func $offset.end (param i64) (result i32) (i32.load offset=65532 (local.get 0)))
  (func $offset.beyond (param i64) (result i32) (i32.load offset=65533 (local.get 0)))
  (func $offset.large (param i64) (result i32) (i32.load offset=0x80000000 (local.get 0)))
  (func $offset.last (param i64) (result i32) (i32.load8_u offset=0xfffffffffffffffe (local.get 0)))
  (func $offset.never (param i64) (result i32) (i32.load8_u offset=0xffffffffffffffff (local.get 0)))
  (func $offset.constant_index (result i32) (i32.load offset=1024 (i64.const 0)))
  (func $offset.constant_beyond (result i32) (i32.load offset=1024 (i64.const 64509)))
  (func $offset.two (param i64) (result i64) (i64.add (i64.load offset=8 (local.get 0)) (i64.load offset=16 (local.get 0))))
  (table funcref (elem
    $offset.byte $offset.end $offset.beyond $offset.large $offset.last $offset.never $offset.constant_index $offset.constant_beyond $offset.two))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (offset.byte)
;; function u0:1(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @005b                               v2 = iconst.i64 0
;; @005b                               v3 = symbol_value.i64 gv0
;; @005b                               v4 = load.i64 notrap aligned region0 v3+8
;; @005b                               v5 = iconst.i64 2
;; @005b                               v6 = isub v4, v5  ; v5 = 2
;; @005b                               v7 = icmp ugt v0, v6
;; @005b                               trapnz v7, heap_oob
;; @005b                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @005b                               v9 = symbol_value.i64 gv0
;; @005b                               v10 = load.i64 notrap aligned region0 v9
;; @005b                               v11 = iadd v10, v8
;; @005b                               v12 = uload8.i32 little region1 v11+1
;; @005e                               jump block1(v12)
;;
;;                                 block1(v1: i32):
;; @005e                               return v1
;; }
;;
;; ;; function 1 (offset.end)
;; function u0:2(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0063                               v2 = iconst.i64 0
;; @0063                               v3 = symbol_value.i64 gv0
;; @0063                               v4 = load.i64 notrap aligned region0 v3+8
;; @0063                               v5 = iconst.i64 0x0001_0000
;; @0063                               v6 = isub v4, v5  ; v5 = 0x0001_0000
;; @0063                               v7 = icmp ugt v0, v6
;; @0063                               trapnz v7, heap_oob
;; @0063                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @0063                               v9 = symbol_value.i64 gv0
;; @0063                               v10 = load.i64 notrap aligned region0 v9
;; @0063                               v11 = iadd v10, v8
;; @0063                               v12 = load.i32 little region1 v11+0xfffc
;; @0068                               jump block1(v12)
;;
;;                                 block1(v1: i32):
;; @0068                               return v1
;; }
;;
;; ;; function 2 (offset.beyond)
;; function u0:3(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @006d                               v2 = iconst.i64 0
;; @006d                               v3 = symbol_value.i64 gv0
;; @006d                               v4 = load.i64 notrap aligned region0 v3+8
;; @006d                               v5 = iconst.i64 0x0001_0001
;; @006d                               v6 = isub v4, v5  ; v5 = 0x0001_0001
;; @006d                               v7 = icmp ugt v0, v6
;; @006d                               v8 = icmp ugt v5, v4  ; v5 = 0x0001_0001
;; @006d                               v9 = bor v8, v7
;; @006d                               trapnz v9, heap_oob
;; @006d                               v10 = select_spectre_guard v9, v2, v0  ; v2 = 0
;; @006d                               v11 = symbol_value.i64 gv0
;; @006d                               v12 = load.i64 notrap aligned region0 v11
;; @006d                               v13 = iadd v12, v10
;; @006d                               v14 = load.i32 little region1 v13+0xfffd
;; @0072                               jump block1(v14)
;;
;;                                 block1(v1: i32):
;; @0072                               return v1
;; }
;;
;; ;; function 3 (offset.large)
;; function u0:4(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0077                               v2 = iconst.i64 0
;; @0077                               v3 = symbol_value.i64 gv0
;; @0077                               v4 = load.i64 notrap aligned region0 v3+8
;; @0077                               v5 = iconst.i64 0x8000_0004
;; @0077                               v6 = isub v4, v5  ; v5 = 0x8000_0004
;; @0077                               v7 = icmp ugt v0, v6
;; @0077                               v8 = icmp ugt v5, v4  ; v5 = 0x8000_0004
;; @0077                               v9 = bor v8, v7
;; @0077                               trapnz v9, heap_oob
;; @0077                               v10 = iconst.i64 0x8000_0000
;; @0077                               v11 = iadd v0, v10  ; v10 = 0x8000_0000
;; @0077                               v12 = select_spectre_guard v9, v2, v11  ; v2 = 0
;; @0077                               v13 = symbol_value.i64 gv0
;; @0077                               v14 = load.i64 notrap aligned region0 v13
;; @0077                               v15 = iadd v14, v12
;; @0077                               v16 = load.i32 little region1 v15
;; @007e                               jump block1(v16)
;;
;;                                 block1(v1: i32):
;; @007e                               return v1
;; }
;;
;; ;; function 4 (offset.last)
;; function u0:5(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0083                               v2 = iconst.i64 0
;; @0083                               v3 = symbol_value.i64 gv0
;; @0083                               v4 = load.i64 notrap aligned region0 v3+8
;; @0083                               v5 = iconst.i64 -1
;; @0083                               v6 = isub v4, v5  ; v5 = -1
;; @0083                               v7 = icmp ugt v0, v6
;; @0083                               v8 = icmp ugt v5, v4  ; v5 = -1
;; @0083                               v9 = bor v8, v7
;; @0083                               trapnz v9, heap_oob
;; @0083                               v10 = iconst.i64 -2
;; @0083                               v11 = iadd v0, v10  ; v10 = -2
;; @0083                               v12 = select_spectre_guard v9, v2, v11  ; v2 = 0
;; @0083                               v13 = symbol_value.i64 gv0
;; @0083                               v14 = load.i64 notrap aligned region0 v13
;; @0083                               v15 = iadd v14, v12
;; @0083                               v16 = uload8.i32 little region1 v15
;; @008f                               jump block1(v16)
;;
;;                                 block1(v1: i32):
;; @008f                               return v1
;; }
;;
;; ;; function 5 (offset.never)
;; function u0:6(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0094                               v2 = iconst.i64 0
;; @0094                               trapz v2, heap_oob  ; v2 = 0
;; @0094                               v3 = symbol_value.i64 gv0
;; @0094                               v4 = load.i64 notrap aligned region0 v3
;; @0094                               v5 = iadd v4, v2  ; v2 = 0
;; @0094                               v6 = uload8.i32 little region1 v5
;; @00a0                               jump block1(v6)
;;
;;                                 block1(v1: i32):
;; @00a0                               return v1
;; }
;;
;; ;; function 6 (offset.constant_index)
;; function u0:7() -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @00a3                               v1 = iconst.i64 0
;; @00a5                               v2 = iconst.i64 0
;; @00a5                               v3 = symbol_value.i64 gv0
;; @00a5                               v4 = load.i64 notrap aligned region0 v3
;; @00a5                               v5 = iadd v4, v1  ; v1 = 0
;; @00a5                               v6 = load.i32 little region1 v5+1024
;; @00a9                               jump block1(v6)
;;
;;                                 block1(v0: i32):
;; @00a9                               return v0
;; }
;;
;; ;; function 7 (offset.constant_beyond)
;; function u0:8() -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @00ac                               v1 = iconst.i64 0xfbfd
;; @00b0                               v2 = iconst.i64 0
;; @00b0                               v3 = symbol_value.i64 gv0
;; @00b0                               v4 = load.i64 notrap aligned region0 v3+8
;; @00b0                               v5 = iconst.i64 1028
;; @00b0                               v6 = isub v4, v5  ; v5 = 1028
;; @00b0                               v7 = icmp ugt v1, v6  ; v1 = 0xfbfd
;; @00b0                               trapnz v7, heap_oob
;; @00b0                               v8 = select_spectre_guard v7, v2, v1  ; v2 = 0, v1 = 0xfbfd
;; @00b0                               v9 = symbol_value.i64 gv0
;; @00b0                               v10 = load.i64 notrap aligned region0 v9
;; @00b0                               v11 = iadd v10, v8
;; @00b0                               v12 = load.i32 little region1 v11+1024
;; @00b4                               jump block1(v12)
;;
;;                                 block1(v0: i32):
;; @00b4                               return v0
;; }
;;
;; ;; function 8 (offset.two)
;; function u0:9(i64) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @00b9                               v2 = iconst.i64 0
;; @00b9                               v3 = symbol_value.i64 gv0
;; @00b9                               v4 = load.i64 notrap aligned region0 v3+8
;; @00b9                               v5 = iconst.i64 16
;; @00b9                               v6 = isub v4, v5  ; v5 = 16
;; @00b9                               v7 = icmp ugt v0, v6
;; @00b9                               trapnz v7, heap_oob
;; @00b9                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @00b9                               v9 = symbol_value.i64 gv0
;; @00b9                               v10 = load.i64 notrap aligned region0 v9
;; @00b9                               v11 = iadd v10, v8
;; @00b9                               v12 = load.i64 little region1 v11+8
;; @00be                               v13 = iconst.i64 0
;; @00be                               v14 = symbol_value.i64 gv0
;; @00be                               v15 = load.i64 notrap aligned region0 v14+8
;; @00be                               v16 = iconst.i64 24
;; @00be                               v17 = isub v15, v16  ; v16 = 24
;; @00be                               v18 = icmp ugt v0, v17
;; @00be                               trapnz v18, heap_oob
;; @00be                               v19 = select_spectre_guard v18, v13, v0  ; v13 = 0
;; @00be                               v20 = symbol_value.i64 gv0
;; @00be                               v21 = load.i64 notrap aligned region0 v20
;; @00be                               v22 = iadd v21, v19
;; @00be                               v23 = load.i64 little region1 v22+16
;; @00c1                               v24 = iadd v12, v23
;; @00c2                               jump block1(v24)
;;
;;                                 block1(v1: i64):
;; @00c2                               return v1
;; }
