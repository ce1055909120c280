;; Every load. With guard pages an address is a constant base plus the index, and an access outside the memory faults.
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
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @006b                               v2 = uextend.i64 v0
;; @006b                               v3 = iconst.i64 0x1000_0000
;; @006b                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @006b                               v5 = load.i32 little region0 v4
;; @006e                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @006e                               return v1
;; }
;;
;; ;; function 1 (i64.load)
;; function u0:2(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0073                               v2 = uextend.i64 v0
;; @0073                               v3 = iconst.i64 0x1000_0000
;; @0073                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0073                               v5 = load.i64 little region0 v4
;; @0076                               jump block1(v5)
;;
;;                                 block1(v1: i64):
;; @0076                               return v1
;; }
;;
;; ;; function 2 (f32.load)
;; function u0:3(i32) -> f32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @007b                               v2 = uextend.i64 v0
;; @007b                               v3 = iconst.i64 0x1000_0000
;; @007b                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @007b                               v5 = load.f32 little region0 v4
;; @007e                               jump block1(v5)
;;
;;                                 block1(v1: f32):
;; @007e                               return v1
;; }
;;
;; ;; function 3 (f64.load)
;; function u0:4(i32) -> f64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0083                               v2 = uextend.i64 v0
;; @0083                               v3 = iconst.i64 0x1000_0000
;; @0083                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0083                               v5 = load.f64 little region0 v4
;; @0086                               jump block1(v5)
;;
;;                                 block1(v1: f64):
;; @0086                               return v1
;; }
;;
;; ;; function 4 (i32.load8_s)
;; function u0:5(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @008b                               v2 = uextend.i64 v0
;; @008b                               v3 = iconst.i64 0x1000_0000
;; @008b                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @008b                               v5 = sload8.i32 little region0 v4
;; @008e                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @008e                               return v1
;; }
;;
;; ;; function 5 (i32.load8_u)
;; function u0:6(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0093                               v2 = uextend.i64 v0
;; @0093                               v3 = iconst.i64 0x1000_0000
;; @0093                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0093                               v5 = uload8.i32 little region0 v4
;; @0096                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @0096                               return v1
;; }
;;
;; ;; function 6 (i32.load16_s)
;; function u0:7(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @009b                               v2 = uextend.i64 v0
;; @009b                               v3 = iconst.i64 0x1000_0000
;; @009b                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @009b                               v5 = sload16.i32 little region0 v4
;; @009e                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @009e                               return v1
;; }
;;
;; ;; function 7 (i32.load16_u)
;; function u0:8(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00a3                               v2 = uextend.i64 v0
;; @00a3                               v3 = iconst.i64 0x1000_0000
;; @00a3                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00a3                               v5 = uload16.i32 little region0 v4
;; @00a6                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @00a6                               return v1
;; }
;;
;; ;; function 8 (i64.load8_s)
;; function u0:9(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00ab                               v2 = uextend.i64 v0
;; @00ab                               v3 = iconst.i64 0x1000_0000
;; @00ab                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00ab                               v5 = sload8.i64 little region0 v4
;; @00ae                               jump block1(v5)
;;
;;                                 block1(v1: i64):
;; @00ae                               return v1
;; }
;;
;; ;; function 9 (i64.load8_u)
;; function u0:10(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00b3                               v2 = uextend.i64 v0
;; @00b3                               v3 = iconst.i64 0x1000_0000
;; @00b3                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00b3                               v5 = uload8.i64 little region0 v4
;; @00b6                               jump block1(v5)
;;
;;                                 block1(v1: i64):
;; @00b6                               return v1
;; }
;;
;; ;; function 10 (i64.load16_s)
;; function u0:11(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00bb                               v2 = uextend.i64 v0
;; @00bb                               v3 = iconst.i64 0x1000_0000
;; @00bb                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00bb                               v5 = sload16.i64 little region0 v4
;; @00be                               jump block1(v5)
;;
;;                                 block1(v1: i64):
;; @00be                               return v1
;; }
;;
;; ;; function 11 (i64.load16_u)
;; function u0:12(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00c3                               v2 = uextend.i64 v0
;; @00c3                               v3 = iconst.i64 0x1000_0000
;; @00c3                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00c3                               v5 = uload16.i64 little region0 v4
;; @00c6                               jump block1(v5)
;;
;;                                 block1(v1: i64):
;; @00c6                               return v1
;; }
;;
;; ;; function 12 (i64.load32_s)
;; function u0:13(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00cb                               v2 = uextend.i64 v0
;; @00cb                               v3 = iconst.i64 0x1000_0000
;; @00cb                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00cb                               v5 = sload32 little region0 v4
;; @00ce                               jump block1(v5)
;;
;;                                 block1(v1: i64):
;; @00ce                               return v1
;; }
;;
;; ;; function 13 (i64.load32_u)
;; function u0:14(i32) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @00d3                               v2 = uextend.i64 v0
;; @00d3                               v3 = iconst.i64 0x1000_0000
;; @00d3                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00d3                               v5 = uload32 little region0 v4
;; @00d6                               jump block1(v5)
;;
;;                                 block1(v1: i64):
;; @00d6                               return v1
;; }
