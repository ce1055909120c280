;; Comparisons of i64x2: a lane becomes all ones or all zeros.
(module
  (func $i64x2.eq (param v128 v128) (result v128) (i64x2.eq (local.get 0) (local.get 1)))
  (func $i64x2.ne (param v128 v128) (result v128) (i64x2.ne (local.get 0) (local.get 1)))
  (func $i64x2.lt_s (param v128 v128) (result v128) (i64x2.lt_s (local.get 0) (local.get 1)))
  (func $i64x2.gt_s (param v128 v128) (result v128) (i64x2.gt_s (local.get 0) (local.get 1)))
  (func $i64x2.le_s (param v128 v128) (result v128) (i64x2.le_s (local.get 0) (local.get 1)))
  (func $i64x2.ge_s (param v128 v128) (result v128) (i64x2.ge_s (local.get 0) (local.get 1)))
  (table funcref (elem $i64x2.eq $i64x2.ne $i64x2.lt_s $i64x2.gt_s $i64x2.le_s $i64x2.ge_s))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i64x2.eq)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @004a                               v3 = bitcast.i64x2 little v1
;; @004a                               v4 = bitcast.i64x2 little v0
;; @004a                               v5 = icmp eq v4, v3
;; @004a                               v6 = bitcast.i8x16 little v5
;; @004d                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @004d                               return v2
;; }
;;
;; ;; function 1 (i64x2.ne)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0054                               v3 = bitcast.i64x2 little v1
;; @0054                               v4 = bitcast.i64x2 little v0
;; @0054                               v5 = icmp ne v4, v3
;; @0054                               v6 = bitcast.i8x16 little v5
;; @0057                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0057                               return v2
;; }
;;
;; ;; function 2 (i64x2.lt_s)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @005e                               v3 = bitcast.i64x2 little v1
;; @005e                               v4 = bitcast.i64x2 little v0
;; @005e                               v5 = icmp slt v4, v3
;; @005e                               v6 = bitcast.i8x16 little v5
;; @0061                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0061                               return v2
;; }
;;
;; ;; function 3 (i64x2.gt_s)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0068                               v3 = bitcast.i64x2 little v1
;; @0068                               v4 = bitcast.i64x2 little v0
;; @0068                               v5 = icmp sgt v4, v3
;; @0068                               v6 = bitcast.i8x16 little v5
;; @006b                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @006b                               return v2
;; }
;;
;; ;; function 4 (i64x2.le_s)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0072                               v3 = bitcast.i64x2 little v1
;; @0072                               v4 = bitcast.i64x2 little v0
;; @0072                               v5 = icmp sle v4, v3
;; @0072                               v6 = bitcast.i8x16 little v5
;; @0075                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0075                               return v2
;; }
;;
;; ;; function 5 (i64x2.ge_s)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007c                               v3 = bitcast.i64x2 little v1
;; @007c                               v4 = bitcast.i64x2 little v0
;; @007c                               v5 = icmp sge v4, v3
;; @007c                               v6 = bitcast.i8x16 little v5
;; @007f                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @007f                               return v2
;; }
