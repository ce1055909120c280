;; Comparisons of i32: the result of each is an i32 that is 0 or 1.
(module
  (func $i32.eqz (param i32) (result i32) (i32.eqz (local.get 0)))
  (func $i32.eq (param i32 i32) (result i32) (i32.eq (local.get 0) (local.get 1)))
  (func $i32.ne (param i32 i32) (result i32) (i32.ne (local.get 0) (local.get 1)))
  (func $i32.lt_s (param i32 i32) (result i32) (i32.lt_s (local.get 0) (local.get 1)))
  (func $i32.lt_u (param i32 i32) (result i32) (i32.lt_u (local.get 0) (local.get 1)))
  (func $i32.gt_s (param i32 i32) (result i32) (i32.gt_s (local.get 0) (local.get 1)))
  (func $i32.gt_u (param i32 i32) (result i32) (i32.gt_u (local.get 0) (local.get 1)))
  (func $i32.le_s (param i32 i32) (result i32) (i32.le_s (local.get 0) (local.get 1)))
  (func $i32.le_u (param i32 i32) (result i32) (i32.le_u (local.get 0) (local.get 1)))
  (func $i32.ge_s (param i32 i32) (result i32) (i32.ge_s (local.get 0) (local.get 1)))
  (func $i32.ge_u (param i32 i32) (result i32) (i32.ge_u (local.get 0) (local.get 1)))
  (table funcref (elem
    $i32.eqz $i32.eq $i32.ne $i32.lt_s $i32.lt_u $i32.gt_s $i32.gt_u $i32.le_s $i32.le_u $i32.ge_s
    $i32.ge_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.eqz)
;; function u0:1(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0057                               v2 = iconst.i32 0
;; @0057                               v3 = icmp eq v0, v2  ; v2 = 0
;; @0057                               v4 = uextend.i32 v3
;; @0058                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @0058                               return v1
;; }
;;
;; ;; function 1 (i32.eq)
;; function u0:2(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @005f                               v3 = icmp eq v0, v1
;; @005f                               v4 = uextend.i32 v3
;; @0060                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0060                               return v2
;; }
;;
;; ;; function 2 (i32.ne)
;; function u0:3(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0067                               v3 = icmp ne v0, v1
;; @0067                               v4 = uextend.i32 v3
;; @0068                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0068                               return v2
;; }
;;
;; ;; function 3 (i32.lt_s)
;; function u0:4(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @006f                               v3 = icmp slt v0, v1
;; @006f                               v4 = uextend.i32 v3
;; @0070                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0070                               return v2
;; }
;;
;; ;; function 4 (i32.lt_u)
;; function u0:5(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0077                               v3 = icmp ult v0, v1
;; @0077                               v4 = uextend.i32 v3
;; @0078                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0078                               return v2
;; }
;;
;; ;; function 5 (i32.gt_s)
;; function u0:6(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @007f                               v3 = icmp sgt v0, v1
;; @007f                               v4 = uextend.i32 v3
;; @0080                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0080                               return v2
;; }
;;
;; ;; function 6 (i32.gt_u)
;; function u0:7(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0087                               v3 = icmp ugt v0, v1
;; @0087                               v4 = uextend.i32 v3
;; @0088                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0088                               return v2
;; }
;;
;; ;; function 7 (i32.le_s)
;; function u0:8(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @008f                               v3 = icmp sle v0, v1
;; @008f                               v4 = uextend.i32 v3
;; @0090                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0090                               return v2
;; }
;;
;; ;; function 8 (i32.le_u)
;; function u0:9(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0097                               v3 = icmp ule v0, v1
;; @0097                               v4 = uextend.i32 v3
;; @0098                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @0098                               return v2
;; }
;;
;; ;; function 9 (i32.ge_s)
;; function u0:10(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @009f                               v3 = icmp sge v0, v1
;; @009f                               v4 = uextend.i32 v3
;; @00a0                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @00a0                               return v2
;; }
;;
;; ;; function 10 (i32.ge_u)
;; function u0:11(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @00a7                               v3 = icmp uge v0, v1
;; @00a7                               v4 = uextend.i32 v3
;; @00a8                               jump block1(v4)
;;
;;                                 block1(v2: i32):
;; @00a8                               return v2
;; }
