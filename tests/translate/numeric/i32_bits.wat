;; Bits of i32: logic, shifts and counts. Shifts and rotations take their distance modulo the width.
(module
  (func $i32.and (param i32 i32) (result i32) (i32.and (local.get 0) (local.get 1)))
  (func $i32.or (param i32 i32) (result i32) (i32.or (local.get 0) (local.get 1)))
  (func $i32.xor (param i32 i32) (result i32) (i32.xor (local.get 0) (local.get 1)))
  (func $i32.shl (param i32 i32) (result i32) (i32.shl (local.get 0) (local.get 1)))
  (func $i32.shr_s (param i32 i32) (result i32) (i32.shr_s (local.get 0) (local.get 1)))
  (func $i32.shr_u (param i32 i32) (result i32) (i32.shr_u (local.get 0) (local.get 1)))
  (func $i32.rotl (param i32 i32) (result i32) (i32.rotl (local.get 0) (local.get 1)))
  (func $i32.rotr (param i32 i32) (result i32) (i32.rotr (local.get 0) (local.get 1)))
  (func $i32.clz (param i32) (result i32) (i32.clz (local.get 0)))
  (func $i32.ctz (param i32) (result i32) (i32.ctz (local.get 0)))
  (func $i32.popcnt (param i32) (result i32) (i32.popcnt (local.get 0)))
  (table funcref (elem
    $i32.and $i32.or $i32.xor $i32.shl $i32.shr_s $i32.shr_u $i32.rotl $i32.rotr $i32.clz $i32.ctz
    $i32.popcnt))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.and)
;; function u0:1(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0059                               v3 = band v0, v1
;; @005a                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @005a                               return v2
;; }
;;
;; ;; function 1 (i32.or)
;; function u0:2(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0061                               v3 = bor v0, v1
;; @0062                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0062                               return v2
;; }
;;
;; ;; function 2 (i32.xor)
;; function u0:3(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0069                               v3 = bxor v0, v1
;; @006a                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @006a                               return v2
;; }
;;
;; ;; function 3 (i32.shl)
;; function u0:4(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0071                               v3 = ishl v0, v1
;; @0072                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0072                               return v2
;; }
;;
;; ;; function 4 (i32.shr_s)
;; function u0:5(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0079                               v3 = sshr v0, v1
;; @007a                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @007a                               return v2
;; }
;;
;; ;; function 5 (i32.shr_u)
;; function u0:6(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0081                               v3 = ushr v0, v1
;; @0082                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0082                               return v2
;; }
;;
;; ;; function 6 (i32.rotl)
;; function u0:7(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0089                               v3 = rotl v0, v1
;; @008a                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @008a                               return v2
;; }
;;
;; ;; function 7 (i32.rotr)
;; function u0:8(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0091                               v3 = rotr v0, v1
;; @0092                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0092                               return v2
;; }
;;
;; ;; function 8 (i32.clz)
;; function u0:9(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0097                               v2 = clz v0
;; @0098                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0098                               return v1
;; }
;;
;; ;; function 9 (i32.ctz)
;; function u0:10(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @009d                               v2 = ctz v0
;; @009e                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @009e                               return v1
;; }
;;
;; ;; function 10 (i32.popcnt)
;; function u0:11(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @00a3                               v2 = popcnt v0
;; @00a4                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @00a4                               return v1
;; }
