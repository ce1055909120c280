;; A constant offset that fits is folded into the access; it never wraps with the index. An addition in the guest may
;; wrap, so it stays one of 32 bits.
(module
  (memory 1)
  (func $offset.small (param i32) (result i32) (i32.load offset=16 (local.get 0)))
  (func $offset.largest_folded (param i32) (result i32) (i32.load offset=0x7fffffff (local.get 0)))
  (func $offset.beyond (param i32) (result i32) (i32.load offset=0x80000000 (local.get 0)))
  (func $offset.largest (param i32 i64) (i64.store offset=0xffffffff (local.get 0) (local.get 1)))
  (func $offset.constant_index (result i32) (i32.load offset=8 (i32.const 1024)))
  (func $offset.added_index (param i32) (result i32) (i32.load offset=8 (i32.add (local.get 0) (i32.const 4))))
  (table funcref (elem
    $offset.small $offset.largest_folded $offset.beyond $offset.largest $offset.constant_index
    $offset.added_index))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (offset.small)
;; function u0:1(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0055                               v2 = uextend.i64 v0
;; @0055                               v3 = iconst.i64 0x1000_0000
;; @0055                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0055                               v5 = load.i32 little region0 v4+16
;; @0058                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @0058                               return v1
;; }
;;
;; ;; function 1 (offset.largest_folded)
;; function u0:2(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @005d                               v2 = uextend.i64 v0
;; @005d                               v3 = iconst.i64 0x1000_0000
;; @005d                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @005d                               v5 = load.i32 little region0 v4+0x7fff_ffff
;; @0064                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @0064                               return v1
;; }
;;
;; ;; function 2 (offset.beyond)
;; function u0:3(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @0069                               v2 = uextend.i64 v0
;; @0069                               v3 = iconst.i64 0x1000_0000
;; @0069                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0069                               v5 = iconst.i64 0x8000_0000
;; @0069                               v6 = iadd v4, v5  ; v5 = 0x8000_0000
;; @0069                               v7 = load.i32 little region0 v6
;; @0070                               jump block1(v7)
;;
;;                                 block1(v1: i32):
;; @0070                               return v1
;; }
;;
;; ;; function 3 (offset.largest)
;; function u0:4(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0077                               v2 = uextend.i64 v0
;; @0077                               v3 = iconst.i64 0x1000_0000
;; @0077                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0077                               v5 = iconst.i64 0xffff_ffff
;; @0077                               v6 = iadd v4, v5  ; v5 = 0xffff_ffff
;; @0077                               store little region0 v1, v6
;; @007e                               jump block1
;;
;;                                 block1:
;; @007e                               return
;; }
;;
;; ;; function 4 (offset.constant_index)
;; function u0:5() -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0:
;; @0081                               v1 = iconst.i32 1024
;; @0084                               v2 = uextend.i64 v1  ; v1 = 1024
;; @0084                               v3 = iconst.i64 0x1000_0000
;; @0084                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0084                               v5 = load.i32 little region0 v4+8
;; @0087                               jump block1(v5)
;;
;;                                 block1(v0: i32):
;; @0087                               return v0
;; }
;;
;; ;; function 5 (offset.added_index)
;; function u0:6(i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32):
;; @008c                               v2 = iconst.i32 4
;; @008e                               v3 = iadd v0, v2  ; v2 = 4
;; @008f                               v4 = uextend.i64 v3
;; @008f                               v5 = iconst.i64 0x1000_0000
;; @008f                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @008f                               v7 = load.i32 little region0 v6+8
;; @0092                               jump block1(v7)
;;
;;                                 block1(v1: i32):
;; @0092                               return v1
;; }
