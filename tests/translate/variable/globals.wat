;; A global that can change is a word of data at a symbol.
(module
  (global $i32 (mut i32) (i32.const 1))
  (global $i64 (mut i64) (i64.const 1))
  (global $f32 (mut f32) (f32.const 1))
  (global $f64 (mut f64) (f64.const 1))
  (global $v128 (mut v128) (v128.const i64x2 1 2))
  (global $funcref (mut funcref) (ref.null func))
  (global $externref (mut externref) (ref.null extern))
  (func $global.get.i32 (result i32) (global.get $i32))
  (func $global.get.i64 (result i64) (global.get $i64))
  (func $global.get.f32 (result f32) (global.get $f32))
  (func $global.get.f64 (result f64) (global.get $f64))
  (func $global.get.v128 (result v128) (global.get $v128))
  (func $global.get.funcref (result funcref) (global.get $funcref))
  (func $global.get.externref (result externref) (global.get $externref))
  (func $global.set.i32 (param i32) (global.set $i32 (local.get 0)))
  (func $global.set.i64 (param i64) (global.set $i64 (local.get 0)))
  (func $global.set.f32 (param f32) (global.set $f32 (local.get 0)))
  (func $global.set.f64 (param f64) (global.set $f64 (local.get 0)))
  (func $global.set.v128 (param v128) (global.set $v128 (local.get 0)))
  (func $global.set.funcref (param funcref) (global.set $funcref (local.get 0)))
  (func $global.set.externref (param externref) (global.set $externref (local.get 0)))
  (table funcref (elem
    $global.get.i32 $global.get.i64 $global.get.f32 $global.get.f64 $global.get.v128 $global.get.funcref
    $global.get.externref $global.set.i32 $global.set.i64 $global.set.f32 $global.set.f64
    $global.set.v128 $global.set.funcref $global.set.externref))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (global.get.i32)
;; function u0:1() -> i32 tail {
;;     region0 = 8 "global"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @00c8                               v1 = symbol_value.i64 gv0
;; @00c8                               v2 = load.i32 notrap aligned region0 v1
;; @00ca                               jump block1(v2)
;;
;;                                 block1(v0: i32):
;; @00ca                               return v0
;; }
;;
;; ;; function 1 (global.get.i64)
;; function u0:2() -> i64 tail {
;;     region0 = 9 "global"
;;     gv0 = symbol colocated userextname0+8
;;
;;                                 block0:
;; @00cd                               v1 = symbol_value.i64 gv0
;; @00cd                               v2 = load.i64 notrap aligned region0 v1
;; @00cf                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @00cf                               return v0
;; }
;;
;; ;; function 2 (global.get.f32)
;; function u0:3() -> f32 tail {
;;     region0 = 10 "global"
;;     gv0 = symbol colocated userextname0+16
;;
;;                                 block0:
;; @00d2                               v1 = symbol_value.i64 gv0
;; @00d2                               v2 = load.f32 notrap aligned region0 v1
;; @00d4                               jump block1(v2)
;;
;;                                 block1(v0: f32):
;; @00d4                               return v0
;; }
;;
;; ;; function 3 (global.get.f64)
;; function u0:4() -> f64 tail {
;;     region0 = 11 "global"
;;     gv0 = symbol colocated userextname0+24
;;
;;                                 block0:
;; @00d7                               v1 = symbol_value.i64 gv0
;; @00d7                               v2 = load.f64 notrap aligned region0 v1
;; @00d9                               jump block1(v2)
;;
;;                                 block1(v0: f64):
;; @00d9                               return v0
;; }
;;
;; ;; function 4 (global.get.v128)
;; function u0:5() -> i8x16 tail {
;;     region0 = 12 "global"
;;     gv0 = symbol colocated userextname0+32
;;
;;                                 block0:
;; @00dc                               v1 = symbol_value.i64 gv0
;; @00dc                               v2 = load.i8x16 notrap aligned region0 v1
;; @00de                               jump block1(v2)
;;
;;                                 block1(v0: i8x16):
;; @00de                               return v0
;; }
;;
;; ;; function 5 (global.get.funcref)
;; function u0:6() -> i64 tail {
;;     region0 = 13 "global"
;;     gv0 = symbol colocated userextname0+48
;;
;;                                 block0:
;; @00e1                               v1 = symbol_value.i64 gv0
;; @00e1                               v2 = load.i64 notrap aligned region0 v1
;; @00e3                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @00e3                               return v0
;; }
;;
;; ;; function 6 (global.get.externref)
;; function u0:7() -> i64 tail {
;;     region0 = 14 "global"
;;     gv0 = symbol colocated userextname0+56
;;
;;                                 block0:
;; @00e6                               v1 = symbol_value.i64 gv0
;; @00e6                               v2 = load.i64 notrap aligned region0 v1
;; @00e8                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @00e8                               return v0
;; }
;;
;; ;; function 7 (global.set.i32)
;; function u0:8(i32) tail {
;;     region0 = 8 "global"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @00ed                               v1 = symbol_value.i64 gv0
;; @00ed                               store notrap aligned region0 v0, v1
;; @00ef                               jump block1
;;
;;                                 block1:
;; @00ef                               return
;; }
;;
;; ;; function 8 (global.set.i64)
;; function u0:9(i64) tail {
;;     region0 = 9 "global"
;;     gv0 = symbol colocated userextname0+8
;;
;;                                 block0(v0: i64):
;; @00f4                               v1 = symbol_value.i64 gv0
;; @00f4                               store notrap aligned region0 v0, v1
;; @00f6                               jump block1
;;
;;                                 block1:
;; @00f6                               return
;; }
;;
;; ;; function 9 (global.set.f32)
;; function u0:10(f32) tail {
;;     region0 = 10 "global"
;;     gv0 = symbol colocated userextname0+16
;;
;;                                 block0(v0: f32):
;; @00fb                               v1 = symbol_value.i64 gv0
;; @00fb                               store notrap aligned region0 v0, v1
;; @00fd                               jump block1
;;
;;                                 block1:
;; @00fd                               return
;; }
;;
;; ;; function 10 (global.set.f64)
;; function u0:11(f64) tail {
;;     region0 = 11 "global"
;;     gv0 = symbol colocated userextname0+24
;;
;;                                 block0(v0: f64):
;; @0102                               v1 = symbol_value.i64 gv0
;; @0102                               store notrap aligned region0 v0, v1
;; @0104                               jump block1
;;
;;                                 block1:
;; @0104                               return
;; }
;;
;; ;; function 11 (global.set.v128)
;; function u0:12(i8x16) tail {
;;     region0 = 12 "global"
;;     gv0 = symbol colocated userextname0+32
;;
;;                                 block0(v0: i8x16):
;; @0109                               v1 = symbol_value.i64 gv0
;; @0109                               store notrap aligned region0 v0, v1
;; @010b                               jump block1
;;
;;                                 block1:
;; @010b                               return
;; }
;;
;; ;; function 12 (global.set.funcref)
;; function u0:13(i64) tail {
;;     region0 = 13 "global"
;;     gv0 = symbol colocated userextname0+48
;;
;;                                 block0(v0: i64):
;; @0110                               v1 = symbol_value.i64 gv0
;; @0110                               store notrap aligned region0 v0, v1
;; @0112                               jump block1
;;
;;                                 block1:
;; @0112                               return
;; }
;;
;; ;; function 13 (global.set.externref)
;; function u0:14(i64) tail {
;;     region0 = 14 "global"
;;     gv0 = symbol colocated userextname0+56
;;
;;                                 block0(v0: i64):
;; @0117                               v1 = symbol_value.i64 gv0
;; @0117                               store notrap aligned region0 v0, v1
;; @0119                               jump block1
;;
;;                                 block1:
;; @0119                               return
;; }
