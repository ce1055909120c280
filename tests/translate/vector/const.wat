;; Constants of 128 bits lie in the pool of the function.
(module
  (func $v128.const (result v128) (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15))
  (func $v128.const.zero (result v128) (v128.const i64x2 0 0))
  (table funcref (elem $v128.const $v128.const.zero))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (v128.const)
;; function u0:1() -> i8x16 tail {
;;     const0 = 0x0f0e0d0c0b0a09080706050403020100
;;
;;                                 block0:
;; @003c                               v1 = vconst.i8x16 const0
;; @004e                               jump block1(v1)  ; v1 = const0
;;
;;                                 block1(v0: i8x16):
;; @004e                               return v0
;; }
;;
;; ;; function 1 (v128.const.zero)
;; function u0:2() -> i8x16 tail {
;;     const0 = 0x00000000000000000000000000000000
;;
;;                                 block0:
;; @0051                               v1 = vconst.i8x16 const0
;; @0063                               jump block1(v1)  ; v1 = const0
;;
;;                                 block1(v0: i8x16):
;; @0063                               return v0
;; }
