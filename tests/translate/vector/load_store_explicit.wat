;;! build: --bounds-checks explicit
;; Loads and stores of whole vectors, and loads that extend, splat or zero. With explicit checks the end of the access
;; is compared with the length, in 64 bits.
(module
  (memory 1)
  (func $v128.load (param i32) (result v128) (v128.load (local.get 0)))
  (func $v128.load8x8_s (param i32) (result v128) (v128.load8x8_s (local.get 0)))
  (func $v128.load8x8_u (param i32) (result v128) (v128.load8x8_u (local.get 0)))
  (func $v128.load16x4_s (param i32) (result v128) (v128.load16x4_s (local.get 0)))
  (func $v128.load16x4_u (param i32) (result v128) (v128.load16x4_u (local.get 0)))
  (func $v128.load32x2_s (param i32) (result v128) (v128.load32x2_s (local.get 0)))
  (func $v128.load32x2_u (param i32) (result v128) (v128.load32x2_u (local.get 0)))
  (func $v128.load8_splat (param i32) (result v128) (v128.load8_splat (local.get 0)))
  (func $v128.load16_splat (param i32) (result v128) (v128.load16_splat (local.get 0)))
  (func $v128.load32_splat (param i32) (result v128) (v128.load32_splat (local.get 0)))
  (func $v128.load64_splat (param i32) (result v128) (v128.load64_splat (local.get 0)))
  (func $v128.load32_zero (param i32) (result v128) (v128.load32_zero (local.get 0)))
  (func $v128.load64_zero (param i32) (result v128) (v128.load64_zero (local.get 0)))
  (func $v128.store (param i32 v128) (v128.store (local.get 0) (local.get 1)))
  (table funcref (elem
    $v128.load $v128.load8x8_s $v128.load8x8_u $v128.load16x4_s $v128.load16x4_u $v128.load32x2_s
    $v128.load32x2_u $v128.load8_splat $v128.load16_splat $v128.load32_splat $v128.load64_splat
    $v128.load32_zero $v128.load64_zero $v128.store))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (v128.load)
;; function u0:1(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0062                               v2 = uextend.i64 v0
;; @0062                               v3 = symbol_value.i64 gv0
;; @0062                               v4 = load.i64 notrap aligned region0 v3+8
;; @0062                               v5 = iconst.i64 16
;; @0062                               v6 = iadd v2, v5  ; v5 = 16
;; @0062                               v7 = icmp ugt v6, v4
;; @0062                               trapnz v7, heap_oob
;; @0062                               v8 = symbol_value.i64 gv0
;; @0062                               v9 = load.i64 notrap aligned region0 v8
;; @0062                               v10 = iadd v9, v2
;; @0062                               v11 = load.i8x16 little region1 v10
;; @0066                               jump block1(v11)
;;
;;                                 block1(v1: i8x16):
;; @0066                               return v1
;; }
;;
;; ;; function 1 (v128.load8x8_s)
;; function u0:2(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @006b                               v2 = uextend.i64 v0
;; @006b                               v3 = symbol_value.i64 gv0
;; @006b                               v4 = load.i64 notrap aligned region0 v3+8
;; @006b                               v5 = iconst.i64 8
;; @006b                               v6 = iadd v2, v5  ; v5 = 8
;; @006b                               v7 = icmp ugt v6, v4
;; @006b                               trapnz v7, heap_oob
;; @006b                               v8 = symbol_value.i64 gv0
;; @006b                               v9 = load.i64 notrap aligned region0 v8
;; @006b                               v10 = iadd v9, v2
;; @006b                               v11 = sload8x8 little region1 v10
;; @006b                               v12 = bitcast.i8x16 little v11
;; @006f                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @006f                               return v1
;; }
;;
;; ;; function 2 (v128.load8x8_u)
;; function u0:3(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0074                               v2 = uextend.i64 v0
;; @0074                               v3 = symbol_value.i64 gv0
;; @0074                               v4 = load.i64 notrap aligned region0 v3+8
;; @0074                               v5 = iconst.i64 8
;; @0074                               v6 = iadd v2, v5  ; v5 = 8
;; @0074                               v7 = icmp ugt v6, v4
;; @0074                               trapnz v7, heap_oob
;; @0074                               v8 = symbol_value.i64 gv0
;; @0074                               v9 = load.i64 notrap aligned region0 v8
;; @0074                               v10 = iadd v9, v2
;; @0074                               v11 = uload8x8 little region1 v10
;; @0074                               v12 = bitcast.i8x16 little v11
;; @0078                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @0078                               return v1
;; }
;;
;; ;; function 3 (v128.load16x4_s)
;; function u0:4(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @007d                               v2 = uextend.i64 v0
;; @007d                               v3 = symbol_value.i64 gv0
;; @007d                               v4 = load.i64 notrap aligned region0 v3+8
;; @007d                               v5 = iconst.i64 8
;; @007d                               v6 = iadd v2, v5  ; v5 = 8
;; @007d                               v7 = icmp ugt v6, v4
;; @007d                               trapnz v7, heap_oob
;; @007d                               v8 = symbol_value.i64 gv0
;; @007d                               v9 = load.i64 notrap aligned region0 v8
;; @007d                               v10 = iadd v9, v2
;; @007d                               v11 = sload16x4 little region1 v10
;; @007d                               v12 = bitcast.i8x16 little v11
;; @0081                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @0081                               return v1
;; }
;;
;; ;; function 4 (v128.load16x4_u)
;; function u0:5(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0086                               v2 = uextend.i64 v0
;; @0086                               v3 = symbol_value.i64 gv0
;; @0086                               v4 = load.i64 notrap aligned region0 v3+8
;; @0086                               v5 = iconst.i64 8
;; @0086                               v6 = iadd v2, v5  ; v5 = 8
;; @0086                               v7 = icmp ugt v6, v4
;; @0086                               trapnz v7, heap_oob
;; @0086                               v8 = symbol_value.i64 gv0
;; @0086                               v9 = load.i64 notrap aligned region0 v8
;; @0086                               v10 = iadd v9, v2
;; @0086                               v11 = uload16x4 little region1 v10
;; @0086                               v12 = bitcast.i8x16 little v11
;; @008a                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @008a                               return v1
;; }
;;
;; ;; function 5 (v128.load32x2_s)
;; function u0:6(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @008f                               v2 = uextend.i64 v0
;; @008f                               v3 = symbol_value.i64 gv0
;; @008f                               v4 = load.i64 notrap aligned region0 v3+8
;; @008f                               v5 = iconst.i64 8
;; @008f                               v6 = iadd v2, v5  ; v5 = 8
;; @008f                               v7 = icmp ugt v6, v4
;; @008f                               trapnz v7, heap_oob
;; @008f                               v8 = symbol_value.i64 gv0
;; @008f                               v9 = load.i64 notrap aligned region0 v8
;; @008f                               v10 = iadd v9, v2
;; @008f                               v11 = sload32x2 little region1 v10
;; @008f                               v12 = bitcast.i8x16 little v11
;; @0093                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @0093                               return v1
;; }
;;
;; ;; function 6 (v128.load32x2_u)
;; function u0:7(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0098                               v2 = uextend.i64 v0
;; @0098                               v3 = symbol_value.i64 gv0
;; @0098                               v4 = load.i64 notrap aligned region0 v3+8
;; @0098                               v5 = iconst.i64 8
;; @0098                               v6 = iadd v2, v5  ; v5 = 8
;; @0098                               v7 = icmp ugt v6, v4
;; @0098                               trapnz v7, heap_oob
;; @0098                               v8 = symbol_value.i64 gv0
;; @0098                               v9 = load.i64 notrap aligned region0 v8
;; @0098                               v10 = iadd v9, v2
;; @0098                               v11 = uload32x2 little region1 v10
;; @0098                               v12 = bitcast.i8x16 little v11
;; @009c                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @009c                               return v1
;; }
;;
;; ;; function 7 (v128.load8_splat)
;; function u0:8(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00a1                               v2 = uextend.i64 v0
;; @00a1                               v3 = symbol_value.i64 gv0
;; @00a1                               v4 = load.i64 notrap aligned region0 v3+8
;; @00a1                               v5 = iconst.i64 1
;; @00a1                               v6 = iadd v2, v5  ; v5 = 1
;; @00a1                               v7 = icmp ugt v6, v4
;; @00a1                               trapnz v7, heap_oob
;; @00a1                               v8 = symbol_value.i64 gv0
;; @00a1                               v9 = load.i64 notrap aligned region0 v8
;; @00a1                               v10 = iadd v9, v2
;; @00a1                               v11 = load.i8 little region1 v10
;; @00a1                               v12 = splat.i8x16 v11
;; @00a5                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @00a5                               return v1
;; }
;;
;; ;; function 8 (v128.load16_splat)
;; function u0:9(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00aa                               v2 = uextend.i64 v0
;; @00aa                               v3 = symbol_value.i64 gv0
;; @00aa                               v4 = load.i64 notrap aligned region0 v3+8
;; @00aa                               v5 = iconst.i64 2
;; @00aa                               v6 = iadd v2, v5  ; v5 = 2
;; @00aa                               v7 = icmp ugt v6, v4
;; @00aa                               trapnz v7, heap_oob
;; @00aa                               v8 = symbol_value.i64 gv0
;; @00aa                               v9 = load.i64 notrap aligned region0 v8
;; @00aa                               v10 = iadd v9, v2
;; @00aa                               v11 = load.i16 little region1 v10
;; @00aa                               v12 = splat.i16x8 v11
;; @00aa                               v13 = bitcast.i8x16 little v12
;; @00ae                               jump block1(v13)
;;
;;                                 block1(v1: i8x16):
;; @00ae                               return v1
;; }
;;
;; ;; function 9 (v128.load32_splat)
;; function u0:10(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
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
;; @00b3                               v11 = load.i32 little region1 v10
;; @00b3                               v12 = splat.i32x4 v11
;; @00b3                               v13 = bitcast.i8x16 little v12
;; @00b7                               jump block1(v13)
;;
;;                                 block1(v1: i8x16):
;; @00b7                               return v1
;; }
;;
;; ;; function 10 (v128.load64_splat)
;; function u0:11(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00bc                               v2 = uextend.i64 v0
;; @00bc                               v3 = symbol_value.i64 gv0
;; @00bc                               v4 = load.i64 notrap aligned region0 v3+8
;; @00bc                               v5 = iconst.i64 8
;; @00bc                               v6 = iadd v2, v5  ; v5 = 8
;; @00bc                               v7 = icmp ugt v6, v4
;; @00bc                               trapnz v7, heap_oob
;; @00bc                               v8 = symbol_value.i64 gv0
;; @00bc                               v9 = load.i64 notrap aligned region0 v8
;; @00bc                               v10 = iadd v9, v2
;; @00bc                               v11 = load.i64 little region1 v10
;; @00bc                               v12 = splat.i64x2 v11
;; @00bc                               v13 = bitcast.i8x16 little v12
;; @00c0                               jump block1(v13)
;;
;;                                 block1(v1: i8x16):
;; @00c0                               return v1
;; }
;;
;; ;; function 11 (v128.load32_zero)
;; function u0:12(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00c5                               v2 = uextend.i64 v0
;; @00c5                               v3 = symbol_value.i64 gv0
;; @00c5                               v4 = load.i64 notrap aligned region0 v3+8
;; @00c5                               v5 = iconst.i64 4
;; @00c5                               v6 = iadd v2, v5  ; v5 = 4
;; @00c5                               v7 = icmp ugt v6, v4
;; @00c5                               trapnz v7, heap_oob
;; @00c5                               v8 = symbol_value.i64 gv0
;; @00c5                               v9 = load.i64 notrap aligned region0 v8
;; @00c5                               v10 = iadd v9, v2
;; @00c5                               v11 = load.i32 little region1 v10
;; @00c5                               v12 = scalar_to_vector.i32x4 v11
;; @00c5                               v13 = bitcast.i8x16 little v12
;; @00c9                               jump block1(v13)
;;
;;                                 block1(v1: i8x16):
;; @00c9                               return v1
;; }
;;
;; ;; function 12 (v128.load64_zero)
;; function u0:13(i32) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00ce                               v2 = uextend.i64 v0
;; @00ce                               v3 = symbol_value.i64 gv0
;; @00ce                               v4 = load.i64 notrap aligned region0 v3+8
;; @00ce                               v5 = iconst.i64 8
;; @00ce                               v6 = iadd v2, v5  ; v5 = 8
;; @00ce                               v7 = icmp ugt v6, v4
;; @00ce                               trapnz v7, heap_oob
;; @00ce                               v8 = symbol_value.i64 gv0
;; @00ce                               v9 = load.i64 notrap aligned region0 v8
;; @00ce                               v10 = iadd v9, v2
;; @00ce                               v11 = load.i64 little region1 v10
;; @00ce                               v12 = scalar_to_vector.i64x2 v11
;; @00ce                               v13 = bitcast.i8x16 little v12
;; @00d2                               jump block1(v13)
;;
;;                                 block1(v1: i8x16):
;; @00d2                               return v1
;; }
;;
;; ;; function 13 (v128.store)
;; function u0:14(i32, i8x16) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @00d9                               v2 = uextend.i64 v0
;; @00d9                               v3 = symbol_value.i64 gv0
;; @00d9                               v4 = load.i64 notrap aligned region0 v3+8
;; @00d9                               v5 = iconst.i64 16
;; @00d9                               v6 = iadd v2, v5  ; v5 = 16
;; @00d9                               v7 = icmp ugt v6, v4
;; @00d9                               trapnz v7, heap_oob
;; @00d9                               v8 = symbol_value.i64 gv0
;; @00d9                               v9 = load.i64 notrap aligned region0 v8
;; @00d9                               v10 = iadd v9, v2
;; @00d9                               store little region1 v1, v10
;; @00dd                               jump block1
;;
;;                                 block1:
;; @00dd                               return
;; }
