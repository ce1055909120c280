;; Sums of neighbors, twice as wide.
(module
  (func $i16x8.extadd_pairwise_i8x16_s (param v128) (result v128) (i16x8.extadd_pairwise_i8x16_s (local.get 0)))
  (func $i16x8.extadd_pairwise_i8x16_u (param v128) (result v128) (i16x8.extadd_pairwise_i8x16_u (local.get 0)))
  (func $i32x4.extadd_pairwise_i16x8_s (param v128) (result v128) (i32x4.extadd_pairwise_i16x8_s (local.get 0)))
  (func $i32x4.extadd_pairwise_i16x8_u (param v128) (result v128) (i32x4.extadd_pairwise_i16x8_u (local.get 0)))
  (table funcref (elem
    $i16x8.extadd_pairwise_i8x16_s $i16x8.extadd_pairwise_i8x16_u $i32x4.extadd_pairwise_i16x8_s
    $i32x4.extadd_pairwise_i16x8_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i16x8.extadd_pairwise_i8x16_s)
;; function u0:1(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0043                               v2 = swiden_low v0
;; @0043                               v3 = swiden_high v0
;; @0043                               v4 = iadd_pairwise v2, v3
;; @0043                               v5 = bitcast.i8x16 little v4
;; @0045                               jump block1(v5)
;;
;;                                 block1(v1: i8x16):
;; @0045                               return v1
;; }
;;
;; ;; function 1 (i16x8.extadd_pairwise_i8x16_u)
;; function u0:2(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @004a                               v2 = uwiden_low v0
;; @004a                               v3 = uwiden_high v0
;; @004a                               v4 = iadd_pairwise v2, v3
;; @004a                               v5 = bitcast.i8x16 little v4
;; @004c                               jump block1(v5)
;;
;;                                 block1(v1: i8x16):
;; @004c                               return v1
;; }
;;
;; ;; function 2 (i32x4.extadd_pairwise_i16x8_s)
;; function u0:3(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0051                               v2 = bitcast.i16x8 little v0
;; @0051                               v3 = swiden_low v2
;; @0051                               v4 = swiden_high v2
;; @0051                               v5 = iadd_pairwise v3, v4
;; @0051                               v6 = bitcast.i8x16 little v5
;; @0053                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @0053                               return v1
;; }
;;
;; ;; function 3 (i32x4.extadd_pairwise_i16x8_u)
;; function u0:4(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0058                               v2 = bitcast.i16x8 little v0
;; @0058                               v3 = uwiden_low v2
;; @0058                               v4 = uwiden_high v2
;; @0058                               v5 = iadd_pairwise v3, v4
;; @0058                               v6 = bitcast.i8x16 little v5
;; @005a                               jump block1(v6)
;;
;;                                 block1(v1: i8x16):
;; @005a                               return v1
;; }
