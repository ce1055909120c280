;; Pages of one byte: every access is compared, also where the build has guard pages, and a size is a length.
(module
  (memory 10 (pagesize 1))
  (memory $long i64 10 (pagesize 1))
  (func $load (param i32) (result i32) (i32.load offset=3 (local.get 0)))
  (func $load_64 (param i64) (result i32) (i32.load $long offset=3 (local.get 0)))
  (func $size (result i32) (memory.size))
  (func $size_64 (result i64) (memory.size $long))
  (func $grow (param i32) (result i32) (memory.grow (local.get 0)))
  (table funcref (elem
    $load $load_64 $size $size_64 $grow))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (load)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @005b                               v2 = uextend.i64 v0
;; @005b                               v3 = symbol_value.i64 gv0
;; @005b                               v4 = load.i64 notrap aligned region0 v3+8
;; @005b                               v5 = iconst.i64 7
;; @005b                               v6 = iadd v2, v5  ; v5 = 7
;; @005b                               v7 = icmp ugt v6, v4
;; @005b                               trapnz v7, heap_oob
;; @005b                               v8 = symbol_value.i64 gv0
;; @005b                               v9 = load.i64 notrap aligned region0 v8
;; @005b                               v10 = iadd v9, v2
;; @005b                               v11 = load.i32 little region1 v10+3
;; @005e                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @005e                               return v1
;; }
;;
;; ;; function 1 (load_64)
;; function u0:2(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 8193 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0063                               v2 = iconst.i64 0
;; @0063                               v3 = symbol_value.i64 gv0
;; @0063                               v4 = load.i64 notrap aligned region0 v3+32
;; @0063                               v5 = iconst.i64 7
;; @0063                               v6 = isub v4, v5  ; v5 = 7
;; @0063                               v7 = icmp ugt v0, v6
;; @0063                               trapnz v7, heap_oob
;; @0063                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @0063                               v9 = symbol_value.i64 gv0
;; @0063                               v10 = load.i64 notrap aligned region0 v9+24
;; @0063                               v11 = iadd v10, v8
;; @0063                               v12 = load.i32 little region1 v11+3
;; @0067                               jump block1(v12)
;;
;;                                 block1(v1: i32):
;; @0067                               return v1
;; }
;;
;; ;; function 2 (size)
;; function u0:3() -> i32 tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @006a                               v1 = symbol_value.i64 gv0
;; @006a                               v2 = load.i64 notrap aligned region0 v1+8
;; @006a                               v3 = ireduce.i32 v2
;; @006c                               jump block1(v3)
;;
;;                                 block1(v0: i32):
;; @006c                               return v0
;; }
;;
;; ;; function 3 (size_64)
;; function u0:4() -> i64 tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @006f                               v1 = symbol_value.i64 gv0
;; @006f                               v2 = load.i64 notrap aligned region0 v1+32
;; @0071                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @0071                               return v0
;; }
;;
;; ;; function 4 (grow)
;; function u0:5(i32) -> i32 tail {
;;     sig0 = (i32, i64) -> i64 system_v
;;     fn0 = colocated u0:7 sig0
;;
;;                                 block0(v0: i32):
;; @0076                               v2 = iconst.i32 0
;; @0076                               v3 = uextend.i64 v0
;; @0076                               v4 = call fn0(v2, v3)  ; v2 = 0
;; @0076                               v5 = ireduce.i32 v4
;; @0078                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @0078                               return v1
;; }
