;;! build: --bounds-checks explicit
;; Every store. With explicit checks the end of the access is compared with the length, in 64 bits.
(module
  (memory 1)
  (func $i32.store (param i32 i32) (i32.store (local.get 0) (local.get 1)))
  (func $i64.store (param i32 i64) (i64.store (local.get 0) (local.get 1)))
  (func $f32.store (param i32 f32) (f32.store (local.get 0) (local.get 1)))
  (func $f64.store (param i32 f64) (f64.store (local.get 0) (local.get 1)))
  (func $i32.store8 (param i32 i32) (i32.store8 (local.get 0) (local.get 1)))
  (func $i32.store16 (param i32 i32) (i32.store16 (local.get 0) (local.get 1)))
  (func $i64.store8 (param i32 i64) (i64.store8 (local.get 0) (local.get 1)))
  (func $i64.store16 (param i32 i64) (i64.store16 (local.get 0) (local.get 1)))
  (func $i64.store32 (param i32 i64) (i64.store32 (local.get 0) (local.get 1)))
  (table funcref (elem
    $i32.store $i64.store $f32.store $f64.store $i32.store8 $i32.store16 $i64.store8 $i64.store16
    $i64.store32))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.store)
;; function u0:1(i32, i32) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i32):
;; @0063                               v2 = uextend.i64 v0
;; @0063                               v3 = symbol_value.i64 gv0
;; @0063                               v4 = load.i64 notrap aligned region0 v3+8
;; @0063                               v5 = iconst.i64 4
;; @0063                               v6 = iadd v2, v5  ; v5 = 4
;; @0063                               v7 = icmp ugt v6, v4
;; @0063                               trapnz v7, heap_oob
;; @0063                               v8 = symbol_value.i64 gv0
;; @0063                               v9 = load.i64 notrap aligned region0 v8
;; @0063                               v10 = iadd v9, v2
;; @0063                               store little region1 v1, v10
;; @0066                               jump block1
;;
;;                                 block1:
;; @0066                               return
;; }
;;
;; ;; function 1 (i64.store)
;; function u0:2(i32, i64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i64):
;; @006d                               v2 = uextend.i64 v0
;; @006d                               v3 = symbol_value.i64 gv0
;; @006d                               v4 = load.i64 notrap aligned region0 v3+8
;; @006d                               v5 = iconst.i64 8
;; @006d                               v6 = iadd v2, v5  ; v5 = 8
;; @006d                               v7 = icmp ugt v6, v4
;; @006d                               trapnz v7, heap_oob
;; @006d                               v8 = symbol_value.i64 gv0
;; @006d                               v9 = load.i64 notrap aligned region0 v8
;; @006d                               v10 = iadd v9, v2
;; @006d                               store little region1 v1, v10
;; @0070                               jump block1
;;
;;                                 block1:
;; @0070                               return
;; }
;;
;; ;; function 2 (f32.store)
;; function u0:3(i32, f32) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: f32):
;; @0077                               v2 = uextend.i64 v0
;; @0077                               v3 = symbol_value.i64 gv0
;; @0077                               v4 = load.i64 notrap aligned region0 v3+8
;; @0077                               v5 = iconst.i64 4
;; @0077                               v6 = iadd v2, v5  ; v5 = 4
;; @0077                               v7 = icmp ugt v6, v4
;; @0077                               trapnz v7, heap_oob
;; @0077                               v8 = symbol_value.i64 gv0
;; @0077                               v9 = load.i64 notrap aligned region0 v8
;; @0077                               v10 = iadd v9, v2
;; @0077                               store little region1 v1, v10
;; @007a                               jump block1
;;
;;                                 block1:
;; @007a                               return
;; }
;;
;; ;; function 3 (f64.store)
;; function u0:4(i32, f64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: f64):
;; @0081                               v2 = uextend.i64 v0
;; @0081                               v3 = symbol_value.i64 gv0
;; @0081                               v4 = load.i64 notrap aligned region0 v3+8
;; @0081                               v5 = iconst.i64 8
;; @0081                               v6 = iadd v2, v5  ; v5 = 8
;; @0081                               v7 = icmp ugt v6, v4
;; @0081                               trapnz v7, heap_oob
;; @0081                               v8 = symbol_value.i64 gv0
;; @0081                               v9 = load.i64 notrap aligned region0 v8
;; @0081                               v10 = iadd v9, v2
;; @0081                               store little region1 v1, v10
;; @0084                               jump block1
;;
;;                                 block1:
;; @0084                               return
;; }
;;
;; ;; function 4 (i32.store8)
;; function u0:5(i32, i32) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i32):
;; @008b                               v2 = uextend.i64 v0
;; @008b                               v3 = symbol_value.i64 gv0
;; @008b                               v4 = load.i64 notrap aligned region0 v3+8
;; @008b                               v5 = iconst.i64 1
;; @008b                               v6 = iadd v2, v5  ; v5 = 1
;; @008b                               v7 = icmp ugt v6, v4
;; @008b                               trapnz v7, heap_oob
;; @008b                               v8 = symbol_value.i64 gv0
;; @008b                               v9 = load.i64 notrap aligned region0 v8
;; @008b                               v10 = iadd v9, v2
;; @008b                               istore8 little region1 v1, v10
;; @008e                               jump block1
;;
;;                                 block1:
;; @008e                               return
;; }
;;
;; ;; function 5 (i32.store16)
;; function u0:6(i32, i32) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i32):
;; @0095                               v2 = uextend.i64 v0
;; @0095                               v3 = symbol_value.i64 gv0
;; @0095                               v4 = load.i64 notrap aligned region0 v3+8
;; @0095                               v5 = iconst.i64 2
;; @0095                               v6 = iadd v2, v5  ; v5 = 2
;; @0095                               v7 = icmp ugt v6, v4
;; @0095                               trapnz v7, heap_oob
;; @0095                               v8 = symbol_value.i64 gv0
;; @0095                               v9 = load.i64 notrap aligned region0 v8
;; @0095                               v10 = iadd v9, v2
;; @0095                               istore16 little region1 v1, v10
;; @0098                               jump block1
;;
;;                                 block1:
;; @0098                               return
;; }
;;
;; ;; function 6 (i64.store8)
;; function u0:7(i32, i64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i64):
;; @009f                               v2 = uextend.i64 v0
;; @009f                               v3 = symbol_value.i64 gv0
;; @009f                               v4 = load.i64 notrap aligned region0 v3+8
;; @009f                               v5 = iconst.i64 1
;; @009f                               v6 = iadd v2, v5  ; v5 = 1
;; @009f                               v7 = icmp ugt v6, v4
;; @009f                               trapnz v7, heap_oob
;; @009f                               v8 = symbol_value.i64 gv0
;; @009f                               v9 = load.i64 notrap aligned region0 v8
;; @009f                               v10 = iadd v9, v2
;; @009f                               istore8 little region1 v1, v10
;; @00a2                               jump block1
;;
;;                                 block1:
;; @00a2                               return
;; }
;;
;; ;; function 7 (i64.store16)
;; function u0:8(i32, i64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i64):
;; @00a9                               v2 = uextend.i64 v0
;; @00a9                               v3 = symbol_value.i64 gv0
;; @00a9                               v4 = load.i64 notrap aligned region0 v3+8
;; @00a9                               v5 = iconst.i64 2
;; @00a9                               v6 = iadd v2, v5  ; v5 = 2
;; @00a9                               v7 = icmp ugt v6, v4
;; @00a9                               trapnz v7, heap_oob
;; @00a9                               v8 = symbol_value.i64 gv0
;; @00a9                               v9 = load.i64 notrap aligned region0 v8
;; @00a9                               v10 = iadd v9, v2
;; @00a9                               istore16 little region1 v1, v10
;; @00ac                               jump block1
;;
;;                                 block1:
;; @00ac                               return
;; }
;;
;; ;; function 8 (i64.store32)
;; function u0:9(i32, i64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i64):
;; @00b3                               v2 = uextend.i64 v0
;; @00b3                               v3 = symbol_value.i64 gv0
;; @00b3                               v4 = load.i64 notrap aligned region0 v3+8
;; @00b3                               v5 = iconst.i64 4
;; @00b3                               v6 = iadd v2, v5  ; v5 = 4
;; @00b3                               v7 = icmp ugt v6, v4
;; @00b3                               trapnz v7, heap_oob
;; @00b3                               v8 = symbol_value.i64 gv0
;; @00b3                               v9 = load.i64 notrap aligned region0 v8
;; @00b3                               v10 = iadd v9, v2
;; @00b3                               istore32 little region1 v1, v10
;; @00b6                               jump block1
;;
;;                                 block1:
;; @00b6                               return
;; }
