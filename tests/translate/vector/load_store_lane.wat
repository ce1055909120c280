;; Loads and stores of one lane.
(module
  (memory 1)
  (func $v128.load8_lane (param i32 v128) (result v128) (v128.load8_lane 15 (local.get 0) (local.get 1)))
  (func $v128.load16_lane (param i32 v128) (result v128) (v128.load16_lane 7 (local.get 0) (local.get 1)))
  (func $v128.load32_lane (param i32 v128) (result v128) (v128.load32_lane 3 (local.get 0) (local.get 1)))
  (func $v128.load64_lane (param i32 v128) (result v128) (v128.load64_lane 1 (local.get 0) (local.get 1)))
  (func $v128.store8_lane (param i32 v128) (v128.store8_lane 15 (local.get 0) (local.get 1)))
  (func $v128.store16_lane (param i32 v128) (v128.store16_lane 7 (local.get 0) (local.get 1)))
  (func $v128.store32_lane (param i32 v128) (v128.store32_lane 3 (local.get 0) (local.get 1)))
  (func $v128.store64_lane (param i32 v128) (v128.store64_lane 1 (local.get 0) (local.get 1)))
  (table funcref (elem
    $v128.load8_lane $v128.load16_lane $v128.load32_lane $v128.load64_lane $v128.store8_lane
    $v128.store16_lane $v128.store32_lane $v128.store64_lane))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (v128.load8_lane)
;; function u0:1(i32, i8x16) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @0058                               v3 = uextend.i64 v0
;; @0058                               v4 = iconst.i64 0x1000_0000
;; @0058                               v5 = iadd v4, v3  ; v4 = 0x1000_0000
;; @0058                               v6 = load.i8 little region0 v5
;; @0058                               v7 = insertlane v1, v6, 15
;; @005d                               jump block1(v7)
;;
;;                                 block1(v2: i8x16):
;; @005d                               return v2
;; }
;;
;; ;; function 1 (v128.load16_lane)
;; function u0:2(i32, i8x16) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @0064                               v3 = bitcast.i16x8 little v1
;; @0064                               v4 = uextend.i64 v0
;; @0064                               v5 = iconst.i64 0x1000_0000
;; @0064                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0064                               v7 = load.i16 little region0 v6
;; @0064                               v8 = insertlane v3, v7, 7
;; @0064                               v9 = bitcast.i8x16 little v8
;; @0069                               jump block1(v9)
;;
;;                                 block1(v2: i8x16):
;; @0069                               return v2
;; }
;;
;; ;; function 2 (v128.load32_lane)
;; function u0:3(i32, i8x16) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @0070                               v3 = bitcast.i32x4 little v1
;; @0070                               v4 = uextend.i64 v0
;; @0070                               v5 = iconst.i64 0x1000_0000
;; @0070                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0070                               v7 = load.i32 little region0 v6
;; @0070                               v8 = insertlane v3, v7, 3
;; @0070                               v9 = bitcast.i8x16 little v8
;; @0075                               jump block1(v9)
;;
;;                                 block1(v2: i8x16):
;; @0075                               return v2
;; }
;;
;; ;; function 3 (v128.load64_lane)
;; function u0:4(i32, i8x16) -> i8x16 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @007c                               v3 = bitcast.i64x2 little v1
;; @007c                               v4 = uextend.i64 v0
;; @007c                               v5 = iconst.i64 0x1000_0000
;; @007c                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @007c                               v7 = load.i64 little region0 v6
;; @007c                               v8 = insertlane v3, v7, 1
;; @007c                               v9 = bitcast.i8x16 little v8
;; @0081                               jump block1(v9)
;;
;;                                 block1(v2: i8x16):
;; @0081                               return v2
;; }
;;
;; ;; function 4 (v128.store8_lane)
;; function u0:5(i32, i8x16) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @0088                               v2 = extractlane v1, 15
;; @0088                               v3 = uextend.i64 v0
;; @0088                               v4 = iconst.i64 0x1000_0000
;; @0088                               v5 = iadd v4, v3  ; v4 = 0x1000_0000
;; @0088                               store little region0 v2, v5
;; @008d                               jump block1
;;
;;                                 block1:
;; @008d                               return
;; }
;;
;; ;; function 5 (v128.store16_lane)
;; function u0:6(i32, i8x16) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @0094                               v2 = bitcast.i16x8 little v1
;; @0094                               v3 = extractlane v2, 7
;; @0094                               v4 = uextend.i64 v0
;; @0094                               v5 = iconst.i64 0x1000_0000
;; @0094                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0094                               store little region0 v3, v6
;; @0099                               jump block1
;;
;;                                 block1:
;; @0099                               return
;; }
;;
;; ;; function 6 (v128.store32_lane)
;; function u0:7(i32, i8x16) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @00a0                               v2 = bitcast.i32x4 little v1
;; @00a0                               v3 = extractlane v2, 3
;; @00a0                               v4 = uextend.i64 v0
;; @00a0                               v5 = iconst.i64 0x1000_0000
;; @00a0                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @00a0                               store little region0 v3, v6
;; @00a5                               jump block1
;;
;;                                 block1:
;; @00a5                               return
;; }
;;
;; ;; function 7 (v128.store64_lane)
;; function u0:8(i32, i8x16) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i8x16):
;; @00ac                               v2 = bitcast.i64x2 little v1
;; @00ac                               v3 = extractlane v2, 1
;; @00ac                               v4 = uextend.i64 v0
;; @00ac                               v5 = iconst.i64 0x1000_0000
;; @00ac                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @00ac                               store little region0 v3, v6
;; @00b1                               jump block1
;;
;;                                 block1:
;; @00b1                               return
;; }
