;; Arithmetic of i8x16.
(module
  (func $i8x16.add (param v128 v128) (result v128) (i8x16.add (local.get 0) (local.get 1)))
  (func $i8x16.add_sat_s (param v128 v128) (result v128) (i8x16.add_sat_s (local.get 0) (local.get 1)))
  (func $i8x16.add_sat_u (param v128 v128) (result v128) (i8x16.add_sat_u (local.get 0) (local.get 1)))
  (func $i8x16.sub (param v128 v128) (result v128) (i8x16.sub (local.get 0) (local.get 1)))
  (func $i8x16.sub_sat_s (param v128 v128) (result v128) (i8x16.sub_sat_s (local.get 0) (local.get 1)))
  (func $i8x16.sub_sat_u (param v128 v128) (result v128) (i8x16.sub_sat_u (local.get 0) (local.get 1)))
  (func $i8x16.min_s (param v128 v128) (result v128) (i8x16.min_s (local.get 0) (local.get 1)))
  (func $i8x16.min_u (param v128 v128) (result v128) (i8x16.min_u (local.get 0) (local.get 1)))
  (func $i8x16.max_s (param v128 v128) (result v128) (i8x16.max_s (local.get 0) (local.get 1)))
  (func $i8x16.max_u (param v128 v128) (result v128) (i8x16.max_u (local.get 0) (local.get 1)))
  (func $i8x16.avgr_u (param v128 v128) (result v128) (i8x16.avgr_u (local.get 0) (local.get 1)))
  (func $i8x16.abs (param v128) (result v128) (i8x16.abs (local.get 0)))
  (func $i8x16.neg (param v128) (result v128) (i8x16.neg (local.get 0)))
  (func $i8x16.popcnt (param v128) (result v128) (i8x16.popcnt (local.get 0)))
  (table funcref (elem
    $i8x16.add $i8x16.add_sat_s $i8x16.add_sat_u $i8x16.sub $i8x16.sub_sat_s $i8x16.sub_sat_u
    $i8x16.min_s $i8x16.min_u $i8x16.max_s $i8x16.max_u $i8x16.avgr_u $i8x16.abs $i8x16.neg
    $i8x16.popcnt))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.add)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0060                               v3 = iadd v0, v1
;; @0062                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0062                               return v2
;; }
;;
;; ;; function 1 (i8x16.add_sat_s)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0069                               v3 = sadd_sat v0, v1
;; @006b                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @006b                               return v2
;; }
;;
;; ;; function 2 (i8x16.add_sat_u)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0072                               v3 = uadd_sat v0, v1
;; @0074                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0074                               return v2
;; }
;;
;; ;; function 3 (i8x16.sub)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007b                               v3 = isub v0, v1
;; @007d                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @007d                               return v2
;; }
;;
;; ;; function 4 (i8x16.sub_sat_s)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0084                               v3 = ssub_sat v0, v1
;; @0086                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0086                               return v2
;; }
;;
;; ;; function 5 (i8x16.sub_sat_u)
;; function u0:6(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @008d                               v3 = usub_sat v0, v1
;; @008f                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @008f                               return v2
;; }
;;
;; ;; function 6 (i8x16.min_s)
;; function u0:7(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0096                               v3 = smin v0, v1
;; @0098                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0098                               return v2
;; }
;;
;; ;; function 7 (i8x16.min_u)
;; function u0:8(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @009f                               v3 = umin v0, v1
;; @00a1                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @00a1                               return v2
;; }
;;
;; ;; function 8 (i8x16.max_s)
;; function u0:9(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00a8                               v3 = smax v0, v1
;; @00aa                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @00aa                               return v2
;; }
;;
;; ;; function 9 (i8x16.max_u)
;; function u0:10(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00b1                               v3 = umax v0, v1
;; @00b3                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @00b3                               return v2
;; }
;;
;; ;; function 10 (i8x16.avgr_u)
;; function u0:11(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @00ba                               v3 = avg_round v0, v1
;; @00bc                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @00bc                               return v2
;; }
;;
;; ;; function 11 (i8x16.abs)
;; function u0:12(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00c1                               v2 = iabs v0
;; @00c3                               jump block1(v2)
;;
;;                                 block1(v1: i8x16):
;; @00c3                               return v1
;; }
;;
;; ;; function 12 (i8x16.neg)
;; function u0:13(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00c8                               v2 = ineg v0
;; @00ca                               jump block1(v2)
;;
;;                                 block1(v1: i8x16):
;; @00ca                               return v1
;; }
;;
;; ;; function 13 (i8x16.popcnt)
;; function u0:14(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @00cf                               v2 = popcnt v0
;; @00d1                               jump block1(v2)
;;
;;                                 block1(v1: i8x16):
;; @00d1                               return v1
;; }
