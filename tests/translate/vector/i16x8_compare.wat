;; Comparisons of i16x8: a lane becomes all ones or all zeros.
(module
  (func $i16x8.eq (param v128 v128) (result v128) (i16x8.eq (local.get 0) (local.get 1)))
  (func $i16x8.ne (param v128 v128) (result v128) (i16x8.ne (local.get 0) (local.get 1)))
  (func $i16x8.lt_s (param v128 v128) (result v128) (i16x8.lt_s (local.get 0) (local.get 1)))
  (func $i16x8.lt_u (param v128 v128) (result v128) (i16x8.lt_u (local.get 0) (local.get 1)))
  (func $i16x8.gt_s (param v128 v128) (result v128) (i16x8.gt_s (local.get 0) (local.get 1)))
  (func $i16x8.gt_u (param v128 v128) (result v128) (i16x8.gt_u (local.get 0) (local.get 1)))
  (func $i16x8.le_s (param v128 v128) (result v128) (i16x8.le_s (local.get 0) (local.get 1)))
  (func $i16x8.le_u (param v128 v128) (result v128) (i16x8.le_u (local.get 0) (local.get 1)))
  (func $i16x8.ge_s (param v128 v128) (result v128) (i16x8.ge_s (local.get 0) (local.get 1)))
  (func $i16x8.ge_u (param v128 v128) (result v128) (i16x8.ge_u (local.get 0) (local.get 1)))
  (table funcref (elem
    $i16x8.eq $i16x8.ne $i16x8.lt_s $i16x8.lt_u $i16x8.gt_s $i16x8.gt_u $i16x8.le_s $i16x8.le_u
    $i16x8.ge_s $i16x8.ge_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i16x8.eq)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0052                               v3 = bitcast.i16x8 little v1
;; @0052                               v4 = bitcast.i16x8 little v0
;; @0052                               v5 = icmp eq v4, v3
;; @0052                               v6 = bitcast.i8x16 little v5
;; @0054                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0054                               return v2
;; }
;;
;; ;; function 1 (i16x8.ne)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @005b                               v3 = bitcast.i16x8 little v1
;; @005b                               v4 = bitcast.i16x8 little v0
;; @005b                               v5 = icmp ne v4, v3
;; @005b                               v6 = bitcast.i8x16 little v5
;; @005d                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @005d                               return v2
;; }
;;
;; ;; function 2 (i16x8.lt_s)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0064                               v3 = bitcast.i16x8 little v1
;; @0064                               v4 = bitcast.i16x8 little v0
;; @0064                               v5 = icmp slt v4, v3
;; @0064                               v6 = bitcast.i8x16 little v5
;; @0066                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0066                               return v2
;; }
;;
;; ;; function 3 (i16x8.lt_u)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006d                               v3 = bitcast.i16x8 little v1
;; @006d                               v4 = bitcast.i16x8 little v0
;; @006d                               v5 = icmp ult v4, v3
;; @006d                               v6 = bitcast.i8x16 little v5
;; @006f                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @006f                               return v2
;; }
;;
;; ;; function 4 (i16x8.gt_s)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0076                               v3 = bitcast.i16x8 little v1
;; @0076                               v4 = bitcast.i16x8 little v0
;; @0076                               v5 = icmp sgt v4, v3
;; @0076                               v6 = bitcast.i8x16 little v5
;; @0078                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0078                               return v2
;; }
;;
;; ;; function 5 (i16x8.gt_u)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007f                               v3 = bitcast.i16x8 little v1
;; @007f                               v4 = bitcast.i16x8 little v0
;; @007f                               v5 = icmp ugt v4, v3
;; @007f                               v6 = bitcast.i8x16 little v5
;; @0081                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0081                               return v2
;; }
;;
;; ;; function 6 (i16x8.le_s)
;; function u0:7(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0088                               v3 = bitcast.i16x8 little v1
;; @0088                               v4 = bitcast.i16x8 little v0
;; @0088                               v5 = icmp sle v4, v3
;; @0088                               v6 = bitcast.i8x16 little v5
;; @008a                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @008a                               return v2
;; }
;;
;; ;; function 7 (i16x8.le_u)
;; function u0:8(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0091                               v3 = bitcast.i16x8 little v1
;; @0091                               v4 = bitcast.i16x8 little v0
;; @0091                               v5 = icmp ule v4, v3
;; @0091                               v6 = bitcast.i8x16 little v5
;; @0093                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @0093                               return v2
;; }
;;
;; ;; function 8 (i16x8.ge_s)
;; function u0:9(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @009a                               v3 = bitcast.i16x8 little v1
;; @009a                               v4 = bitcast.i16x8 little v0
;; @009a                               v5 = icmp sge v4, v3
;; @009a                               v6 = bitcast.i8x16 little v5
;; @009c                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @009c                               return v2
;; }
;;
;; ;; function 9 (i16x8.ge_u)
;; function u0:10(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00a3                               v3 = bitcast.i16x8 little v1
;; @00a3                               v4 = bitcast.i16x8 little v0
;; @00a3                               v5 = icmp uge v4, v3
;; @00a3                               v6 = bitcast.i8x16 little v5
;; @00a5                               jump block1(v6)
;;
;;                                 block1(v2: i8x16):
;; @00a5                               return v2
;; }
