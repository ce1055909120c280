;;! build: --bounds-checks explicit
;; A constant offset is part of the comparison: the index and it are both below 2^32, so their sum cannot wrap in 64
;; bits.
(module
  (memory 1)
  (func $offset.small (param i32) (result i32) (i32.load offset=16 (local.get 0)))
  (func $offset.largest_folded (param i32) (result i32) (i32.load offset=0x7fffffff (local.get 0)))
  (func $offset.beyond (param i32) (result i32) (i32.load offset=0x80000000 (local.get 0)))
  (func $offset.largest (param i32 i64) (i64.store offset=0xffffffff (local.get 0) (local.get 1)))
  (func $offset.constant_index (result i32) (i32.load offset=8 (i32.const 1024)))
  (func $offset.added_index (param i32) (result i32) (i32.load offset=8 (i32.add (local.get 0) (i32.const 4))))
  (table funcref (elem
    $offset.small $offset.largest_folded $offset.beyond $offset.largest $offset.constant_index
    $offset.added_index))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (offset.small)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0055                               v2 = uextend.i64 v0
;; @0055                               v3 = symbol_value.i64 gv0
;; @0055                               v4 = load.i64 notrap aligned region0 v3+8
;; @0055                               v5 = iconst.i64 20
;; @0055                               v6 = iadd v2, v5  ; v5 = 20
;; @0055                               v7 = icmp ugt v6, v4
;; @0055                               trapnz v7, heap_oob
;; @0055                               v8 = symbol_value.i64 gv0
;; @0055                               v9 = load.i64 notrap aligned region0 v8
;; @0055                               v10 = iadd v9, v2
;; @0055                               v11 = load.i32 little region1 v10+16
;; @0058                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @0058                               return v1
;; }
;;
;; ;; function 1 (offset.largest_folded)
;; function u0:2(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @005d                               v2 = uextend.i64 v0
;; @005d                               v3 = symbol_value.i64 gv0
;; @005d                               v4 = load.i64 notrap aligned region0 v3+8
;; @005d                               v5 = iconst.i64 0x8000_0003
;; @005d                               v6 = iadd v2, v5  ; v5 = 0x8000_0003
;; @005d                               v7 = icmp ugt v6, v4
;; @005d                               trapnz v7, heap_oob
;; @005d                               v8 = symbol_value.i64 gv0
;; @005d                               v9 = load.i64 notrap aligned region0 v8
;; @005d                               v10 = iadd v9, v2
;; @005d                               v11 = load.i32 little region1 v10+0x7fff_ffff
;; @0064                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @0064                               return v1
;; }
;;
;; ;; function 2 (offset.beyond)
;; function u0:3(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0069                               v2 = uextend.i64 v0
;; @0069                               v3 = symbol_value.i64 gv0
;; @0069                               v4 = load.i64 notrap aligned region0 v3+8
;; @0069                               v5 = iconst.i64 0x8000_0004
;; @0069                               v6 = iadd v2, v5  ; v5 = 0x8000_0004
;; @0069                               v7 = icmp ugt v6, v4
;; @0069                               trapnz v7, heap_oob
;; @0069                               v8 = symbol_value.i64 gv0
;; @0069                               v9 = load.i64 notrap aligned region0 v8
;; @0069                               v10 = iadd v9, v2
;; @0069                               v11 = iconst.i64 0x8000_0000
;; @0069                               v12 = iadd v10, v11  ; v11 = 0x8000_0000
;; @0069                               v13 = load.i32 little region1 v12
;; @0070                               jump block1(v13)
;;
;;                                 block1(v1: i32):
;; @0070                               return v1
;; }
;;
;; ;; function 3 (offset.largest)
;; function u0:4(i32, i64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i64):
;; @0077                               v2 = uextend.i64 v0
;; @0077                               v3 = symbol_value.i64 gv0
;; @0077                               v4 = load.i64 notrap aligned region0 v3+8
;; @0077                               v5 = iconst.i64 0x0001_0000_0007
;; @0077                               v6 = iadd v2, v5  ; v5 = 0x0001_0000_0007
;; @0077                               v7 = icmp ugt v6, v4
;; @0077                               trapnz v7, heap_oob
;; @0077                               v8 = symbol_value.i64 gv0
;; @0077                               v9 = load.i64 notrap aligned region0 v8
;; @0077                               v10 = iadd v9, v2
;; @0077                               v11 = iconst.i64 0xffff_ffff
;; @0077                               v12 = iadd v10, v11  ; v11 = 0xffff_ffff
;; @0077                               store little region1 v1, v12
;; @007e                               jump block1
;;
;;                                 block1:
;; @007e                               return
;; }
;;
;; ;; function 4 (offset.constant_index)
;; function u0:5() -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0081                               v1 = iconst.i32 1024
;; @0084                               v2 = uextend.i64 v1  ; v1 = 1024
;; @0084                               v3 = symbol_value.i64 gv0
;; @0084                               v4 = load.i64 notrap aligned region0 v3
;; @0084                               v5 = iadd v4, v2
;; @0084                               v6 = load.i32 little region1 v5+8
;; @0087                               jump block1(v6)
;;
;;                                 block1(v0: i32):
;; @0087                               return v0
;; }
;;
;; ;; function 5 (offset.added_index)
;; function u0:6(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @008c                               v2 = iconst.i32 4
;; @008e                               v3 = iadd v0, v2  ; v2 = 4
;; @008f                               v4 = uextend.i64 v3
;; @008f                               v5 = symbol_value.i64 gv0
;; @008f                               v6 = load.i64 notrap aligned region0 v5+8
;; @008f                               v7 = iconst.i64 12
;; @008f                               v8 = iadd v4, v7  ; v7 = 12
;; @008f                               v9 = icmp ugt v8, v6
;; @008f                               trapnz v9, heap_oob
;; @008f                               v10 = symbol_value.i64 gv0
;; @008f                               v11 = load.i64 notrap aligned region0 v10
;; @008f                               v12 = iadd v11, v4
;; @008f                               v13 = load.i32 little region1 v12+8
;; @0092                               jump block1(v13)
;;
;;                                 block1(v1: i32):
;; @0092                               return v1
;; }
