;; all_true and bitmask of all lanes.
(module
  (func $i8x16.all_true (param v128) (result i32) (i8x16.all_true (local.get 0)))
  (func $i8x16.bitmask (param v128) (result i32) (i8x16.bitmask (local.get 0)))
  (func $i16x8.all_true (param v128) (result i32) (i16x8.all_true (local.get 0)))
  (func $i16x8.bitmask (param v128) (result i32) (i16x8.bitmask (local.get 0)))
  (func $i32x4.all_true (param v128) (result i32) (i32x4.all_true (local.get 0)))
  (func $i32x4.bitmask (param v128) (result i32) (i32x4.bitmask (local.get 0)))
  (func $i64x2.all_true (param v128) (result i32) (i64x2.all_true (local.get 0)))
  (func $i64x2.bitmask (param v128) (result i32) (i64x2.bitmask (local.get 0)))
  (table funcref (elem
    $i8x16.all_true $i8x16.bitmask $i16x8.all_true $i16x8.bitmask $i32x4.all_true $i32x4.bitmask
    $i64x2.all_true $i64x2.bitmask))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.all_true)
;; function u0:1(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @004b                               v2 = vall_true v0
;; @004b                               v3 = uextend.i32 v2
;; @004d                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @004d                               return v1
;; }
;;
;; ;; function 1 (i8x16.bitmask)
;; function u0:2(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0052                               v2 = vhigh_bits.i32 v0
;; @0054                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0054                               return v1
;; }
;;
;; ;; function 2 (i16x8.all_true)
;; function u0:3(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0059                               v2 = bitcast.i16x8 little v0
;; @0059                               v3 = vall_true v2
;; @0059                               v4 = uextend.i32 v3
;; @005c                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @005c                               return v1
;; }
;;
;; ;; function 3 (i16x8.bitmask)
;; function u0:4(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0061                               v2 = bitcast.i16x8 little v0
;; @0061                               v3 = vhigh_bits.i32 v2
;; @0064                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0064                               return v1
;; }
;;
;; ;; function 4 (i32x4.all_true)
;; function u0:5(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0069                               v2 = bitcast.i32x4 little v0
;; @0069                               v3 = vall_true v2
;; @0069                               v4 = uextend.i32 v3
;; @006c                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @006c                               return v1
;; }
;;
;; ;; function 5 (i32x4.bitmask)
;; function u0:6(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0071                               v2 = bitcast.i32x4 little v0
;; @0071                               v3 = vhigh_bits.i32 v2
;; @0074                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0074                               return v1
;; }
;;
;; ;; function 6 (i64x2.all_true)
;; function u0:7(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0079                               v2 = bitcast.i64x2 little v0
;; @0079                               v3 = vall_true v2
;; @0079                               v4 = uextend.i32 v3
;; @007c                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @007c                               return v1
;; }
;;
;; ;; function 7 (i64x2.bitmask)
;; function u0:8(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0081                               v2 = bitcast.i64x2 little v0
;; @0081                               v3 = vhigh_bits.i32 v2
;; @0084                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0084                               return v1
;; }
