;; Every atomic load and store: aligned, or it traps before anything else is looked at.
(module
  (memory 1 1 shared)
  (func $i32.atomic.load (param i32) (result i32) (i32.atomic.load (local.get 0)))
  (func $i64.atomic.load (param i32) (result i64) (i64.atomic.load (local.get 0)))
  (func $i32.atomic.load8_u (param i32) (result i32) (i32.atomic.load8_u (local.get 0)))
  (func $i32.atomic.load16_u (param i32) (result i32) (i32.atomic.load16_u (local.get 0)))
  (func $i64.atomic.load8_u (param i32) (result i64) (i64.atomic.load8_u (local.get 0)))
  (func $i64.atomic.load16_u (param i32) (result i64) (i64.atomic.load16_u (local.get 0)))
  (func $i64.atomic.load32_u (param i32) (result i64) (i64.atomic.load32_u (local.get 0)))
  (func $i32.atomic.store (param i32 i32) (i32.atomic.store (local.get 0) (local.get 1)))
  (func $i64.atomic.store (param i32 i64) (i64.atomic.store (local.get 0) (local.get 1)))
  (func $i32.atomic.store8 (param i32 i32) (i32.atomic.store8 (local.get 0) (local.get 1)))
  (func $i32.atomic.store16 (param i32 i32) (i32.atomic.store16 (local.get 0) (local.get 1)))
  (func $i64.atomic.store8 (param i32 i64) (i64.atomic.store8 (local.get 0) (local.get 1)))
  (func $i64.atomic.store16 (param i32 i64) (i64.atomic.store16 (local.get 0) (local.get 1)))
  (func $i64.atomic.store32 (param i32 i64) (i64.atomic.store32 (local.get 0) (local.get 1)))
  (table funcref (elem
    $i32.atomic.load $i64.atomic.load $i32.atomic.load8_u $i32.atomic.load16_u $i64.atomic.load8_u
    $i64.atomic.load16_u $i64.atomic.load32_u $i32.atomic.store $i64.atomic.store $i32.atomic.store8
    $i32.atomic.store16 $i64.atomic.store8 $i64.atomic.store16 $i64.atomic.store32))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.atomic.load)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @006d                               v2 = iconst.i32 3
;; @006d                               v3 = band v0, v2  ; v2 = 3
;; @006d                               trapnz v3, user15
;; @006d                               v4 = uextend.i64 v0
;; @006d                               v5 = iconst.i64 0x1000_0000
;; @006d                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @006d                               v7 = iconst.i64 0
;; @006d                               v8 = iadd v6, v7  ; v7 = 0
;; @006d                               v9 = atomic_load.i32 little region0 v8
;; @0071                               jump block1(v9)
;;
;;                                 block1(v1: i32):
;; @0071                               return v1
;; }
;;
;; ;; function 1 (i64.atomic.load)
;; function u0:2(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0076                               v2 = iconst.i32 7
;; @0076                               v3 = band v0, v2  ; v2 = 7
;; @0076                               trapnz v3, user15
;; @0076                               v4 = uextend.i64 v0
;; @0076                               v5 = iconst.i64 0x1000_0000
;; @0076                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0076                               v7 = iconst.i64 0
;; @0076                               v8 = iadd v6, v7  ; v7 = 0
;; @0076                               v9 = atomic_load.i64 little region0 v8
;; @007a                               jump block1(v9)
;;
;;                                 block1(v1: i64):
;; @007a                               return v1
;; }
;;
;; ;; function 2 (i32.atomic.load8_u)
;; function u0:3(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @007f                               v2 = uextend.i64 v0
;; @007f                               v3 = iconst.i64 0x1000_0000
;; @007f                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @007f                               v5 = iconst.i64 0
;; @007f                               v6 = iadd v4, v5  ; v5 = 0
;; @007f                               v7 = atomic_load.i8 little region0 v6
;; @007f                               v8 = uextend.i32 v7
;; @0083                               jump block1(v8)
;;
;;                                 block1(v1: i32):
;; @0083                               return v1
;; }
;;
;; ;; function 3 (i32.atomic.load16_u)
;; function u0:4(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0088                               v2 = iconst.i32 1
;; @0088                               v3 = band v0, v2  ; v2 = 1
;; @0088                               trapnz v3, user15
;; @0088                               v4 = uextend.i64 v0
;; @0088                               v5 = iconst.i64 0x1000_0000
;; @0088                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0088                               v7 = iconst.i64 0
;; @0088                               v8 = iadd v6, v7  ; v7 = 0
;; @0088                               v9 = atomic_load.i16 little region0 v8
;; @0088                               v10 = uextend.i32 v9
;; @008c                               jump block1(v10)
;;
;;                                 block1(v1: i32):
;; @008c                               return v1
;; }
;;
;; ;; function 4 (i64.atomic.load8_u)
;; function u0:5(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0091                               v2 = uextend.i64 v0
;; @0091                               v3 = iconst.i64 0x1000_0000
;; @0091                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0091                               v5 = iconst.i64 0
;; @0091                               v6 = iadd v4, v5  ; v5 = 0
;; @0091                               v7 = atomic_load.i8 little region0 v6
;; @0091                               v8 = uextend.i64 v7
;; @0095                               jump block1(v8)
;;
;;                                 block1(v1: i64):
;; @0095                               return v1
;; }
;;
;; ;; function 5 (i64.atomic.load16_u)
;; function u0:6(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @009a                               v2 = iconst.i32 1
;; @009a                               v3 = band v0, v2  ; v2 = 1
;; @009a                               trapnz v3, user15
;; @009a                               v4 = uextend.i64 v0
;; @009a                               v5 = iconst.i64 0x1000_0000
;; @009a                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @009a                               v7 = iconst.i64 0
;; @009a                               v8 = iadd v6, v7  ; v7 = 0
;; @009a                               v9 = atomic_load.i16 little region0 v8
;; @009a                               v10 = uextend.i64 v9
;; @009e                               jump block1(v10)
;;
;;                                 block1(v1: i64):
;; @009e                               return v1
;; }
;;
;; ;; function 6 (i64.atomic.load32_u)
;; function u0:7(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00a3                               v2 = iconst.i32 3
;; @00a3                               v3 = band v0, v2  ; v2 = 3
;; @00a3                               trapnz v3, user15
;; @00a3                               v4 = uextend.i64 v0
;; @00a3                               v5 = iconst.i64 0x1000_0000
;; @00a3                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @00a3                               v7 = iconst.i64 0
;; @00a3                               v8 = iadd v6, v7  ; v7 = 0
;; @00a3                               v9 = atomic_load.i32 little region0 v8
;; @00a3                               v10 = uextend.i64 v9
;; @00a7                               jump block1(v10)
;;
;;                                 block1(v1: i64):
;; @00a7                               return v1
;; }
;;
;; ;; function 7 (i32.atomic.store)
;; function u0:8(i32, i32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @00ae                               v2 = iconst.i32 3
;; @00ae                               v3 = band v0, v2  ; v2 = 3
;; @00ae                               trapnz v3, user15
;; @00ae                               v4 = uextend.i64 v0
;; @00ae                               v5 = iconst.i64 0x1000_0000
;; @00ae                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @00ae                               v7 = iconst.i64 0
;; @00ae                               v8 = iadd v6, v7  ; v7 = 0
;; @00ae                               atomic_store little region0 v1, v8
;; @00b2                               jump block1
;;
;;                                 block1:
;; @00b2                               return
;; }
;;
;; ;; function 8 (i64.atomic.store)
;; function u0:9(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00b9                               v2 = iconst.i32 7
;; @00b9                               v3 = band v0, v2  ; v2 = 7
;; @00b9                               trapnz v3, user15
;; @00b9                               v4 = uextend.i64 v0
;; @00b9                               v5 = iconst.i64 0x1000_0000
;; @00b9                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @00b9                               v7 = iconst.i64 0
;; @00b9                               v8 = iadd v6, v7  ; v7 = 0
;; @00b9                               atomic_store little region0 v1, v8
;; @00bd                               jump block1
;;
;;                                 block1:
;; @00bd                               return
;; }
;;
;; ;; function 9 (i32.atomic.store8)
;; function u0:10(i32, i32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @00c4                               v2 = ireduce.i8 v1
;; @00c4                               v3 = uextend.i64 v0
;; @00c4                               v4 = iconst.i64 0x1000_0000
;; @00c4                               v5 = iadd v4, v3  ; v4 = 0x1000_0000
;; @00c4                               v6 = iconst.i64 0
;; @00c4                               v7 = iadd v5, v6  ; v6 = 0
;; @00c4                               atomic_store little region0 v2, v7
;; @00c8                               jump block1
;;
;;                                 block1:
;; @00c8                               return
;; }
;;
;; ;; function 10 (i32.atomic.store16)
;; function u0:11(i32, i32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @00cf                               v2 = ireduce.i16 v1
;; @00cf                               v3 = iconst.i32 1
;; @00cf                               v4 = band v0, v3  ; v3 = 1
;; @00cf                               trapnz v4, user15
;; @00cf                               v5 = uextend.i64 v0
;; @00cf                               v6 = iconst.i64 0x1000_0000
;; @00cf                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @00cf                               v8 = iconst.i64 0
;; @00cf                               v9 = iadd v7, v8  ; v8 = 0
;; @00cf                               atomic_store little region0 v2, v9
;; @00d3                               jump block1
;;
;;                                 block1:
;; @00d3                               return
;; }
;;
;; ;; function 11 (i64.atomic.store8)
;; function u0:12(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00da                               v2 = ireduce.i8 v1
;; @00da                               v3 = uextend.i64 v0
;; @00da                               v4 = iconst.i64 0x1000_0000
;; @00da                               v5 = iadd v4, v3  ; v4 = 0x1000_0000
;; @00da                               v6 = iconst.i64 0
;; @00da                               v7 = iadd v5, v6  ; v6 = 0
;; @00da                               atomic_store little region0 v2, v7
;; @00de                               jump block1
;;
;;                                 block1:
;; @00de                               return
;; }
;;
;; ;; function 12 (i64.atomic.store16)
;; function u0:13(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00e5                               v2 = ireduce.i16 v1
;; @00e5                               v3 = iconst.i32 1
;; @00e5                               v4 = band v0, v3  ; v3 = 1
;; @00e5                               trapnz v4, user15
;; @00e5                               v5 = uextend.i64 v0
;; @00e5                               v6 = iconst.i64 0x1000_0000
;; @00e5                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @00e5                               v8 = iconst.i64 0
;; @00e5                               v9 = iadd v7, v8  ; v8 = 0
;; @00e5                               atomic_store little region0 v2, v9
;; @00e9                               jump block1
;;
;;                                 block1:
;; @00e9                               return
;; }
;;
;; ;; function 13 (i64.atomic.store32)
;; function u0:14(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00f0                               v2 = ireduce.i32 v1
;; @00f0                               v3 = iconst.i32 3
;; @00f0                               v4 = band v0, v3  ; v3 = 3
;; @00f0                               trapnz v4, user15
;; @00f0                               v5 = uextend.i64 v0
;; @00f0                               v6 = iconst.i64 0x1000_0000
;; @00f0                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @00f0                               v8 = iconst.i64 0
;; @00f0                               v9 = iadd v7, v8  ; v8 = 0
;; @00f0                               atomic_store little region0 v2, v9
;; @00f4                               jump block1
;;
;;                                 block1:
;; @00f4                               return
;; }
