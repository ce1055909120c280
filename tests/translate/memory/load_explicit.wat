;;! build: --bounds-checks explicit
;; Every load. With explicit checks the end of the access is compared with the length, in 64 bits.
(module
  (memory 1)
  (func $i32.load (param i32) (result i32) (i32.load (local.get 0)))
  (func $i64.load (param i32) (result i64) (i64.load (local.get 0)))
  (func $f32.load (param i32) (result f32) (f32.load (local.get 0)))
  (func $f64.load (param i32) (result f64) (f64.load (local.get 0)))
  (func $i32.load8_s (param i32) (result i32) (i32.load8_s (local.get 0)))
  (func $i32.load8_u (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func $i32.load16_s (param i32) (result i32) (i32.load16_s (local.get 0)))
  (func $i32.load16_u (param i32) (result i32) (i32.load16_u (local.get 0)))
  (func $i64.load8_s (param i32) (result i64) (i64.load8_s (local.get 0)))
  (func $i64.load8_u (param i32) (result i64) (i64.load8_u (local.get 0)))
  (func $i64.load16_s (param i32) (result i64) (i64.load16_s (local.get 0)))
  (func $i64.load16_u (param i32) (result i64) (i64.load16_u (local.get 0)))
  (func $i64.load32_s (param i32) (result i64) (i64.load32_s (local.get 0)))
  (func $i64.load32_u (param i32) (result i64) (i64.load32_u (local.get 0)))
  (table funcref (elem
    $i32.load $i64.load $f32.load $f64.load $i32.load8_s $i32.load8_u $i32.load16_s $i32.load16_u
    $i64.load8_s $i64.load8_u $i64.load16_s $i64.load16_u $i64.load32_s $i64.load32_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.load)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @006b                               v2 = uextend.i64 v0
;; @006b                               v3 = symbol_value.i64 gv0
;; @006b                               v4 = load.i64 notrap aligned region0 v3+8
;; @006b                               v5 = iconst.i64 4
;; @006b                               v6 = iadd v2, v5  ; v5 = 4
;; @006b                               v7 = icmp ugt v6, v4
;; @006b                               trapnz v7, heap_oob
;; @006b                               v8 = symbol_value.i64 gv0
;; @006b                               v9 = load.i64 notrap aligned region0 v8
;; @006b                               v10 = iadd v9, v2
;; @006b                               v11 = load.i32 little region1 v10
;; @006e                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @006e                               return v1
;; }
;;
;; ;; function 1 (i64.load)
;; function u0:2(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0073                               v2 = uextend.i64 v0
;; @0073                               v3 = symbol_value.i64 gv0
;; @0073                               v4 = load.i64 notrap aligned region0 v3+8
;; @0073                               v5 = iconst.i64 8
;; @0073                               v6 = iadd v2, v5  ; v5 = 8
;; @0073                               v7 = icmp ugt v6, v4
;; @0073                               trapnz v7, heap_oob
;; @0073                               v8 = symbol_value.i64 gv0
;; @0073                               v9 = load.i64 notrap aligned region0 v8
;; @0073                               v10 = iadd v9, v2
;; @0073                               v11 = load.i64 little region1 v10
;; @0076                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @0076                               return v1
;; }
;;
;; ;; function 2 (f32.load)
;; function u0:3(i32) -> f32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @007b                               v2 = uextend.i64 v0
;; @007b                               v3 = symbol_value.i64 gv0
;; @007b                               v4 = load.i64 notrap aligned region0 v3+8
;; @007b                               v5 = iconst.i64 4
;; @007b                               v6 = iadd v2, v5  ; v5 = 4
;; @007b                               v7 = icmp ugt v6, v4
;; @007b                               trapnz v7, heap_oob
;; @007b                               v8 = symbol_value.i64 gv0
;; @007b                               v9 = load.i64 notrap aligned region0 v8
;; @007b                               v10 = iadd v9, v2
;; @007b                               v11 = load.f32 little region1 v10
;; @007e                               jump block1(v11)
;;
;;                                 block1(v1: f32):
;; @007e                               return v1
;; }
;;
;; ;; function 3 (f64.load)
;; function u0:4(i32) -> f64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0083                               v2 = uextend.i64 v0
;; @0083                               v3 = symbol_value.i64 gv0
;; @0083                               v4 = load.i64 notrap aligned region0 v3+8
;; @0083                               v5 = iconst.i64 8
;; @0083                               v6 = iadd v2, v5  ; v5 = 8
;; @0083                               v7 = icmp ugt v6, v4
;; @0083                               trapnz v7, heap_oob
;; @0083                               v8 = symbol_value.i64 gv0
;; @0083                               v9 = load.i64 notrap aligned region0 v8
;; @0083                               v10 = iadd v9, v2
;; @0083                               v11 = load.f64 little region1 v10
;; @0086                               jump block1(v11)
;;
;;                                 block1(v1: f64):
;; @0086                               return v1
;; }
;;
;; ;; function 4 (i32.load8_s)
;; function u0:5(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
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
;; @008b                               v11 = sload8.i32 little region1 v10
;; @008e                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @008e                               return v1
;; }
;;
;; ;; function 5 (i32.load8_u)
;; function u0:6(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0093                               v2 = uextend.i64 v0
;; @0093                               v3 = symbol_value.i64 gv0
;; @0093                               v4 = load.i64 notrap aligned region0 v3+8
;; @0093                               v5 = iconst.i64 1
;; @0093                               v6 = iadd v2, v5  ; v5 = 1
;; @0093                               v7 = icmp ugt v6, v4
;; @0093                               trapnz v7, heap_oob
;; @0093                               v8 = symbol_value.i64 gv0
;; @0093                               v9 = load.i64 notrap aligned region0 v8
;; @0093                               v10 = iadd v9, v2
;; @0093                               v11 = uload8.i32 little region1 v10
;; @0096                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @0096                               return v1
;; }
;;
;; ;; function 6 (i32.load16_s)
;; function u0:7(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @009b                               v2 = uextend.i64 v0
;; @009b                               v3 = symbol_value.i64 gv0
;; @009b                               v4 = load.i64 notrap aligned region0 v3+8
;; @009b                               v5 = iconst.i64 2
;; @009b                               v6 = iadd v2, v5  ; v5 = 2
;; @009b                               v7 = icmp ugt v6, v4
;; @009b                               trapnz v7, heap_oob
;; @009b                               v8 = symbol_value.i64 gv0
;; @009b                               v9 = load.i64 notrap aligned region0 v8
;; @009b                               v10 = iadd v9, v2
;; @009b                               v11 = sload16.i32 little region1 v10
;; @009e                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @009e                               return v1
;; }
;;
;; ;; function 7 (i32.load16_u)
;; function u0:8(i32) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00a3                               v2 = uextend.i64 v0
;; @00a3                               v3 = symbol_value.i64 gv0
;; @00a3                               v4 = load.i64 notrap aligned region0 v3+8
;; @00a3                               v5 = iconst.i64 2
;; @00a3                               v6 = iadd v2, v5  ; v5 = 2
;; @00a3                               v7 = icmp ugt v6, v4
;; @00a3                               trapnz v7, heap_oob
;; @00a3                               v8 = symbol_value.i64 gv0
;; @00a3                               v9 = load.i64 notrap aligned region0 v8
;; @00a3                               v10 = iadd v9, v2
;; @00a3                               v11 = uload16.i32 little region1 v10
;; @00a6                               jump block1(v11)
;;
;;                                 block1(v1: i32):
;; @00a6                               return v1
;; }
;;
;; ;; function 8 (i64.load8_s)
;; function u0:9(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00ab                               v2 = uextend.i64 v0
;; @00ab                               v3 = symbol_value.i64 gv0
;; @00ab                               v4 = load.i64 notrap aligned region0 v3+8
;; @00ab                               v5 = iconst.i64 1
;; @00ab                               v6 = iadd v2, v5  ; v5 = 1
;; @00ab                               v7 = icmp ugt v6, v4
;; @00ab                               trapnz v7, heap_oob
;; @00ab                               v8 = symbol_value.i64 gv0
;; @00ab                               v9 = load.i64 notrap aligned region0 v8
;; @00ab                               v10 = iadd v9, v2
;; @00ab                               v11 = sload8.i64 little region1 v10
;; @00ae                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @00ae                               return v1
;; }
;;
;; ;; function 9 (i64.load8_u)
;; function u0:10(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00b3                               v2 = uextend.i64 v0
;; @00b3                               v3 = symbol_value.i64 gv0
;; @00b3                               v4 = load.i64 notrap aligned region0 v3+8
;; @00b3                               v5 = iconst.i64 1
;; @00b3                               v6 = iadd v2, v5  ; v5 = 1
;; @00b3                               v7 = icmp ugt v6, v4
;; @00b3                               trapnz v7, heap_oob
;; @00b3                               v8 = symbol_value.i64 gv0
;; @00b3                               v9 = load.i64 notrap aligned region0 v8
;; @00b3                               v10 = iadd v9, v2
;; @00b3                               v11 = uload8.i64 little region1 v10
;; @00b6                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @00b6                               return v1
;; }
;;
;; ;; function 10 (i64.load16_s)
;; function u0:11(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00bb                               v2 = uextend.i64 v0
;; @00bb                               v3 = symbol_value.i64 gv0
;; @00bb                               v4 = load.i64 notrap aligned region0 v3+8
;; @00bb                               v5 = iconst.i64 2
;; @00bb                               v6 = iadd v2, v5  ; v5 = 2
;; @00bb                               v7 = icmp ugt v6, v4
;; @00bb                               trapnz v7, heap_oob
;; @00bb                               v8 = symbol_value.i64 gv0
;; @00bb                               v9 = load.i64 notrap aligned region0 v8
;; @00bb                               v10 = iadd v9, v2
;; @00bb                               v11 = sload16.i64 little region1 v10
;; @00be                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @00be                               return v1
;; }
;;
;; ;; function 11 (i64.load16_u)
;; function u0:12(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00c3                               v2 = uextend.i64 v0
;; @00c3                               v3 = symbol_value.i64 gv0
;; @00c3                               v4 = load.i64 notrap aligned region0 v3+8
;; @00c3                               v5 = iconst.i64 2
;; @00c3                               v6 = iadd v2, v5  ; v5 = 2
;; @00c3                               v7 = icmp ugt v6, v4
;; @00c3                               trapnz v7, heap_oob
;; @00c3                               v8 = symbol_value.i64 gv0
;; @00c3                               v9 = load.i64 notrap aligned region0 v8
;; @00c3                               v10 = iadd v9, v2
;; @00c3                               v11 = uload16.i64 little region1 v10
;; @00c6                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @00c6                               return v1
;; }
;;
;; ;; function 12 (i64.load32_s)
;; function u0:13(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00cb                               v2 = uextend.i64 v0
;; @00cb                               v3 = symbol_value.i64 gv0
;; @00cb                               v4 = load.i64 notrap aligned region0 v3+8
;; @00cb                               v5 = iconst.i64 4
;; @00cb                               v6 = iadd v2, v5  ; v5 = 4
;; @00cb                               v7 = icmp ugt v6, v4
;; @00cb                               trapnz v7, heap_oob
;; @00cb                               v8 = symbol_value.i64 gv0
;; @00cb                               v9 = load.i64 notrap aligned region0 v8
;; @00cb                               v10 = iadd v9, v2
;; @00cb                               v11 = sload32 little region1 v10
;; @00ce                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @00ce                               return v1
;; }
;;
;; ;; function 13 (i64.load32_u)
;; function u0:14(i32) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00d3                               v2 = uextend.i64 v0
;; @00d3                               v3 = symbol_value.i64 gv0
;; @00d3                               v4 = load.i64 notrap aligned region0 v3+8
;; @00d3                               v5 = iconst.i64 4
;; @00d3                               v6 = iadd v2, v5  ; v5 = 4
;; @00d3                               v7 = icmp ugt v6, v4
;; @00d3                               trapnz v7, heap_oob
;; @00d3                               v8 = symbol_value.i64 gv0
;; @00d3                               v9 = load.i64 notrap aligned region0 v8
;; @00d3                               v10 = iadd v9, v2
;; @00d3                               v11 = uload32 little region1 v10
;; @00d6                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @00d6                               return v1
;; }
