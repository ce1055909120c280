;; Bits of i64: logic, shifts and counts. Shifts and rotations take their distance modulo the width.
(module
  (func $i64.and (param i64 i64) (result i64) (i64.and (local.get 0) (local.get 1)))
  (func $i64.or (param i64 i64) (result i64) (i64.or (local.get 0) (local.get 1)))
  (func $i64.xor (param i64 i64) (result i64) (i64.xor (local.get 0) (local.get 1)))
  (func $i64.shl (param i64 i64) (result i64) (i64.shl (local.get 0) (local.get 1)))
  (func $i64.shr_s (param i64 i64) (result i64) (i64.shr_s (local.get 0) (local.get 1)))
  (func $i64.shr_u (param i64 i64) (result i64) (i64.shr_u (local.get 0) (local.get 1)))
  (func $i64.rotl (param i64 i64) (result i64) (i64.rotl (local.get 0) (local.get 1)))
  (func $i64.rotr (param i64 i64) (result i64) (i64.rotr (local.get 0) (local.get 1)))
  (func $i64.clz (param i64) (result i64) (i64.clz (local.get 0)))
  (func $i64.ctz (param i64) (result i64) (i64.ctz (local.get 0)))
  (func $i64.popcnt (param i64) (result i64) (i64.popcnt (local.get 0)))
  (table funcref (elem
    $i64.and $i64.or $i64.xor $i64.shl $i64.shr_s $i64.shr_u $i64.rotl $i64.rotr $i64.clz $i64.ctz
    $i64.popcnt))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i64.and)
;; function u0:1(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0059                               v3 = band v0, v1
;; @005a                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @005a                               return v2
;; }
;;
;; ;; function 1 (i64.or)
;; function u0:2(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0061                               v3 = bor v0, v1
;; @0062                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0062                               return v2
;; }
;;
;; ;; function 2 (i64.xor)
;; function u0:3(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0069                               v3 = bxor v0, v1
;; @006a                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @006a                               return v2
;; }
;;
;; ;; function 3 (i64.shl)
;; function u0:4(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0071                               v3 = ishl v0, v1
;; @0072                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0072                               return v2
;; }
;;
;; ;; function 4 (i64.shr_s)
;; function u0:5(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0079                               v3 = sshr v0, v1
;; @007a                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @007a                               return v2
;; }
;;
;; ;; function 5 (i64.shr_u)
;; function u0:6(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0081                               v3 = ushr v0, v1
;; @0082                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0082                               return v2
;; }
;;
;; ;; function 6 (i64.rotl)
;; function u0:7(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0089                               v3 = rotl v0, v1
;; @008a                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @008a                               return v2
;; }
;;
;; ;; function 7 (i64.rotr)
;; function u0:8(i64, i64) -> i64 tail {
;;                                 block0(v0: i64, v1: i64):
;; @0091                               v3 = rotr v0, v1
;; @0092                               jump block1(v3)
;;
;;                                 block1(v2: i64):
;; @0092                               return v2
;; }
;;
;; ;; function 8 (i64.clz)
;; function u0:9(i64) -> i64 tail {
;;                                 block0(v0: i64):
;; @0097                               v2 = clz v0
;; @0098                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0098                               return v1
;; }
;;
;; ;; function 9 (i64.ctz)
;; function u0:10(i64) -> i64 tail {
;;                                 block0(v0: i64):
;; @009d                               v2 = ctz v0
;; @009e                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @009e                               return v1
;; }
;;
;; ;; function 10 (i64.popcnt)
;; function u0:11(i64) -> i64 tail {
;;                                 block0(v0: i64):
;; @00a3                               v2 = popcnt v0
;; @00a4                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @00a4                               return v1
;; }
