;; Logic of 128 bits.
(module
  (func $v128.not (param v128) (result v128) (v128.not (local.get 0)))
  (func $v128.and (param v128 v128) (result v128) (v128.and (local.get 0) (local.get 1)))
  (func $v128.andnot (param v128 v128) (result v128) (v128.andnot (local.get 0) (local.get 1)))
  (func $v128.or (param v128 v128) (result v128) (v128.or (local.get 0) (local.get 1)))
  (func $v128.xor (param v128 v128) (result v128) (v128.xor (local.get 0) (local.get 1)))
  (func $v128.bitselect (param v128 v128 v128) (result v128)
    (v128.bitselect (local.get 0)
    (local.get 1) (local.get 2)))
  (func $v128.any_true (param v128) (result i32) (v128.any_true (local.get 0)))
  (table funcref (elem $v128.not $v128.and $v128.andnot $v128.or $v128.xor $v128.bitselect $v128.any_true))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (v128.not)
;; function u0:1(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @005b                               v2 = bnot v0
;; @005d                               jump block1(v2)
;;
;;                                 block1(v1: i8x16):
;; @005d                               return v1
;; }
;;
;; ;; function 1 (v128.and)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0064                               v3 = band v0, v1
;; @0066                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0066                               return v2
;; }
;;
;; ;; function 2 (v128.andnot)
;; function u0:3(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @006d                               v3 = bnot v1
;; @006d                               v4 = band v0, v3
;; @006f                               jump block1(v4)
;;
;;                                 block1(v2: i8x16):
;; @006f                               return v2
;; }
;;
;; ;; function 3 (v128.or)
;; function u0:4(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0076                               v3 = bor v0, v1
;; @0078                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0078                               return v2
;; }
;;
;; ;; function 4 (v128.xor)
;; function u0:5(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @007f                               v3 = bxor v0, v1
;; @0081                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0081                               return v2
;; }
;;
;; ;; function 5 (v128.bitselect)
;; function u0:6(i8x16, i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i8x16):
;; @008a                               v4 = bitselect v2, v0, v1
;; @008c                               jump block1(v4)
;;
;;                                 block1(v3: i8x16):
;; @008c                               return v3
;; }
;;
;; ;; function 6 (v128.any_true)
;; function u0:7(i8x16) -> i32 tail {
;;                                 block0(v0: i8x16):
;; @0091                               v2 = vany_true v0
;; @0091                               v3 = uextend.i32 v2
;; @0093                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0093                               return v1
;; }
