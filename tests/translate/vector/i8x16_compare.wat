;; Comparisons of i8x16: a lane becomes all ones or all zeros.
(module
  (func $i8x16.eq (param v128 v128) (result v128) (i8x16.eq (local.get 0) (local.get 1)))
  (func $i8x16.ne (param v128 v128) (result v128) (i8x16.ne (local.get 0) (local.get 1)))
  (func $i8x16.lt_s (param v128 v128) (result v128) (i8x16.lt_s (local.get 0) (local.get 1)))
  (func $i8x16.lt_u (param v128 v128) (result v128) (i8x16.lt_u (local.get 0) (local.get 1)))
  (func $i8x16.gt_s (param v128 v128) (result v128) (i8x16.gt_s (local.get 0) (local.get 1)))
  (func $i8x16.gt_u (param v128 v128) (result v128) (i8x16.gt_u (local.get 0) (local.get 1)))
  (func $i8x16.le_s (param v128 v128) (result v128) (i8x16.le_s (local.get 0) (local.get 1)))
  (func $i8x16.le_u (param v128 v128) (result v128) (i8x16.le_u (local.get 0) (local.get 1)))
  (func $i8x16.ge_s (param v128 v128) (result v128) (i8x16.ge_s (local.get 0) (local.get 1)))
  (func $i8x16.ge_u (param v128 v128) (result v128) (i8x16.ge_u (local.get 0) (local.get 1)))
  (table funcref (elem
    $i8x16.eq $i8x16.ne $i8x16.lt_s $i8x16.lt_u $i8x16.gt_s $i8x16.gt_u $i8x16.le_s $i8x16.le_u
    $i8x16.ge_s $i8x16.ge_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.eq)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0052                               v3 = icmp eq v0, v1
;; @0054                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0054                               return v2
;; }
;;
;; ;; function 1 (i8x16.ne)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @005b                               v3 = icmp ne v0, v1
;; @005d                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @005d                               return v2
;; }
;;
;; ;; function 2 (i8x16.lt_s)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0064                               v3 = icmp slt v0, v1
;; @0066                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0066                               return v2
;; }
;;
;; ;; function 3 (i8x16.lt_u)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006d                               v3 = icmp ult v0, v1
;; @006f                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @006f                               return v2
;; }
;;
;; ;; function 4 (i8x16.gt_s)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0076                               v3 = icmp sgt v0, v1
;; @0078                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0078                               return v2
;; }
;;
;; ;; function 5 (i8x16.gt_u)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007f                               v3 = icmp ugt v0, v1
;; @0081                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0081                               return v2
;; }
;;
;; ;; function 6 (i8x16.le_s)
;; function u0:7(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0088                               v3 = icmp sle v0, v1
;; @008a                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @008a                               return v2
;; }
;;
;; ;; function 7 (i8x16.le_u)
;; function u0:8(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0091                               v3 = icmp ule v0, v1
;; @0093                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0093                               return v2
;; }
;;
;; ;; function 8 (i8x16.ge_s)
;; function u0:9(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @009a                               v3 = icmp sge v0, v1
;; @009c                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @009c                               return v2
;; }
;;
;; ;; function 9 (i8x16.ge_u)
;; function u0:10(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00a3                               v3 = icmp uge v0, v1
;; @00a5                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @00a5                               return v2
;; }
