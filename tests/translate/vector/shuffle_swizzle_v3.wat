;;! build: --cpu x86-64-v3
;; i8x16.shuffle and i8x16.swizzle where the processor can shuffle bytes.
(module
  (func $i8x16.shuffle (param v128 v128) (result v128)
    (i8x16.shuffle 0 17 2 19 4 21 6 23 8 25 10 27 12 29 14 31 (local.get 0)
    (local.get 1)))
  (func $i8x16.swizzle (param v128 v128) (result v128) (i8x16.swizzle (local.get 0) (local.get 1)))
  (table funcref (elem $i8x16.shuffle $i8x16.swizzle))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i8x16.shuffle)
;; function u0:1(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @0042                               v3 = shuffle v0, v1, 0x1f0e1d0c1b0a19081706150413021100
;; @0054                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @0054                               return v2
;; }
;;
;; ;; function 1 (i8x16.swizzle)
;; function u0:2(i8x16, i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16):
;; @005b                               v3 = swizzle v0, v1
;; @005d                               jump block1(v3)
;;
;;                                 block1(v2: i8x16):
;; @005d                               return v2
;; }
