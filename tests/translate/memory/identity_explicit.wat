;;! build: -g -O2 --bounds-checks explicit
;; The program's own memory, the first one here, is at its own addresses with explicit checks too; others are not.
(module
  (memory 1)
  (memory $other 1)
  (func $load (param i32) (result i64) (i64.load offset=8 (local.get 0)))
  (func $load.other (param i32) (result i64) (i64.load $other offset=8 (local.get 0)))
  (func $copy (param i32 i32 i32) (memory.copy 0 $other (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem $load $load.other $copy))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (load)
;; function u0:1(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @004e                               v2 = uextend.i64 v0
;; @004e                               v3 = symbol_value.i64 gv0
;; @004e                               v4 = load.i64 notrap aligned region0 v3+8
;; @004e                               v5 = iconst.i64 16
;; @004e                               v6 = iadd v2, v5  ; v5 = 16
;; @004e                               v7 = icmp ugt v6, v4
;; @004e                               trapnz v7, heap_oob
;; @004e                               v8 = iconst.i64 8
;; @004e                               v9 = iadd v2, v8  ; v8 = 8
;; @004e                               v10 = symbol_value.i64 gv0
;; @004e                               v11 = load.i64 notrap aligned readonly can_move region0 v10
;; @004e                               v12 = iconst.i64 0
;; @004e                               v13 = iconst.i64 0x0001_0000
;; @004e                               v14 = icmp ult v9, v13  ; v13 = 0x0001_0000
;; @004e                               v15 = select_spectre_guard v14, v11, v12  ; v12 = 0
;; @004e                               v16 = iadd v9, v15
;; @004e                               v17 = load.i64 little region1 v16
;; @0051                               jump block1(v17)
;;
;;                                 block1(v1: i64):
;; @0051                               return v1
;; }
;;
;; ;; function 1 (load.other)
;; function u0:2(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 8193 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0056                               v2 = uextend.i64 v0
;; @0056                               v3 = symbol_value.i64 gv0
;; @0056                               v4 = load.i64 notrap aligned region0 v3+32
;; @0056                               v5 = iconst.i64 16
;; @0056                               v6 = iadd v2, v5  ; v5 = 16
;; @0056                               v7 = icmp ugt v6, v4
;; @0056                               trapnz v7, heap_oob
;; @0056                               v8 = symbol_value.i64 gv0
;; @0056                               v9 = load.i64 notrap aligned region0 v8+24
;; @0056                               v10 = iadd v9, v2
;; @0056                               v11 = load.i64 little region1 v10+8
;; @005a                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @005a                               return v1
;; }
;;
;; ;; function 2 (copy)
;; function u0:3(i32, i32, i32) tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:8 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @0063                               v3 = symbol_value.i64 gv0
;; @0063                               v4 = load.i64 notrap aligned region0 v3+32
;; @0063                               v5 = uextend.i64 v1
;; @0063                               v6 = uextend.i64 v2
;; @0063                               v7 = iadd v5, v6
;; @0063                               v8 = icmp ugt v7, v4
;; @0063                               trapnz v8, heap_oob
;; @0063                               v9 = symbol_value.i64 gv0
;; @0063                               v10 = load.i64 notrap aligned region0 v9+24
;; @0063                               v11 = iadd v10, v5
;; @0063                               v12 = symbol_value.i64 gv0
;; @0063                               v13 = load.i64 notrap aligned region0 v12+8
;; @0063                               v14 = uextend.i64 v0
;; @0063                               v15 = uextend.i64 v2
;; @0063                               v16 = iadd v14, v15
;; @0063                               v17 = icmp ugt v16, v13
;; @0063                               trapnz v17, heap_oob
;; @0063                               v18 = symbol_value.i64 gv0
;; @0063                               v19 = load.i64 notrap aligned readonly can_move region0 v18
;; @0063                               v20 = iconst.i64 0
;; @0063                               v21 = iconst.i64 0x0001_0000
;; @0063                               v22 = icmp ult v14, v21  ; v21 = 0x0001_0000
;; @0063                               v23 = select_spectre_guard v22, v19, v20  ; v20 = 0
;; @0063                               v24 = iadd v14, v23
;; @0063                               v25 = iconst.i64 0x0004_0000_0000
;; @0063                               v26 = iadd v14, v25  ; v25 = 0x0004_0000_0000
;; @0063                               v27 = select v14, v24, v26
;; @0063                               v28 = uextend.i64 v2
;; @0063                               call fn0(v27, v11, v28)
;; @0067                               jump block1
;;
;;                                 block1:
;; @0067                               return
;; }
