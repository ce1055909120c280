;; Shifts of all lanes; the distance counts modulo the width of a lane.
(module
  (func $i8x16.shl (param v128 i32) (result v128) (i8x16.shl (local.get 0) (local.get 1)))
  (func $i8x16.shr_s (param v128 i32) (result v128) (i8x16.shr_s (local.get 0) (local.get 1)))
  (func $i8x16.shr_u (param v128 i32) (result v128) (i8x16.shr_u (local.get 0) (local.get 1)))
  (func $i16x8.shl (param v128 i32) (result v128) (i16x8.shl (local.get 0) (local.get 1)))
  (func $i16x8.shr_s (param v128 i32) (result v128) (i16x8.shr_s (local.get 0) (local.get 1)))
  (func $i16x8.shr_u (param v128 i32) (result v128) (i16x8.shr_u (local.get 0) (local.get 1)))
  (func $i32x4.shl (param v128 i32) (result v128) (i32x4.shl (local.get 0) (local.get 1)))
  (func $i32x4.shr_s (param v128 i32) (result v128) (i32x4.shr_s (local.get 0) (local.get 1)))
  (func $i32x4.shr_u (param v128 i32) (result v128) (i32x4.shr_u (local.get 0) (local.get 1)))
  (func $i64x2.shl (param v128 i32) (result v128) (i64x2.shl (local.get 0) (local.get 1)))
  (func $i64x2.shr_s (param v128 i32) (result v128) (i64x2.shr_s (local.get 0) (local.get 1)))
  (func $i64x2.shr_u (param v128 i32) (result v128) (i64x2.shr_u (local.get 0) (local.get 1)))
  (table funcref (elem
    $i8x16.shl $i8x16.shr_s $i8x16.shr_u $i16x8.shl $i16x8.shr_s $i16x8.shr_u $i32x4.shl $i32x4.shr_s
    $i32x4.shr_u $i64x2.shl $i64x2.shr_s $i64x2.shr_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.shl)
;; function u0:1(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @0056                               v3 = ishl v0, v1
;; @0058                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0058                               return v2
;; }
;;
;; ;; function 1 (i8x16.shr_s)
;; function u0:2(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @005f                               v3 = sshr v0, v1
;; @0061                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0061                               return v2
;; }
;;
;; ;; function 2 (i8x16.shr_u)
;; function u0:3(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @0068                               v3 = ushr v0, v1
;; @006a                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @006a                               return v2
;; }
;;
;; ;; function 3 (i16x8.shl)
;; function u0:4(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @0071                               v3 = bitcast.i16x8 little v0
;; @0071                               v4 = ishl v3, v1
;; @0071                               v5 = bitcast.i8x16 little v4
;; @0074                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0074                               return v2
;; }
;;
;; ;; function 4 (i16x8.shr_s)
;; function u0:5(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @007b                               v3 = bitcast.i16x8 little v0
;; @007b                               v4 = sshr v3, v1
;; @007b                               v5 = bitcast.i8x16 little v4
;; @007e                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @007e                               return v2
;; }
;;
;; ;; function 5 (i16x8.shr_u)
;; function u0:6(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @0085                               v3 = bitcast.i16x8 little v0
;; @0085                               v4 = ushr v3, v1
;; @0085                               v5 = bitcast.i8x16 little v4
;; @0088                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0088                               return v2
;; }
;;
;; ;; function 6 (i32x4.shl)
;; function u0:7(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @008f                               v3 = bitcast.i32x4 little v0
;; @008f                               v4 = ishl v3, v1
;; @008f                               v5 = bitcast.i8x16 little v4
;; @0092                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @0092                               return v2
;; }
;;
;; ;; function 7 (i32x4.shr_s)
;; function u0:8(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @0099                               v3 = bitcast.i32x4 little v0
;; @0099                               v4 = sshr v3, v1
;; @0099                               v5 = bitcast.i8x16 little v4
;; @009c                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @009c                               return v2
;; }
;;
;; ;; function 8 (i32x4.shr_u)
;; function u0:9(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @00a3                               v3 = bitcast.i32x4 little v0
;; @00a3                               v4 = ushr v3, v1
;; @00a3                               v5 = bitcast.i8x16 little v4
;; @00a6                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @00a6                               return v2
;; }
;;
;; ;; function 9 (i64x2.shl)
;; function u0:10(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @00ad                               v3 = bitcast.i64x2 little v0
;; @00ad                               v4 = ishl v3, v1
;; @00ad                               v5 = bitcast.i8x16 little v4
;; @00b0                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @00b0                               return v2
;; }
;;
;; ;; function 10 (i64x2.shr_s)
;; function u0:11(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @00b7                               v3 = bitcast.i64x2 little v0
;; @00b7                               v4 = sshr v3, v1
;; @00b7                               v5 = bitcast.i8x16 little v4
;; @00ba                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @00ba                               return v2
;; }
;;
;; ;; function 11 (i64x2.shr_u)
;; function u0:12(i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i32):
;; @00c1                               v3 = bitcast.i64x2 little v0
;; @00c1                               v4 = ushr v3, v1
;; @00c1                               v5 = bitcast.i8x16 little v4
;; @00c4                               jump block1(v5)
;;
;;                                 block1(v2: i8x16):
;; @00c4                               return v2
;; }
