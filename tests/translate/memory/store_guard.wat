;; Every store. With guard pages an address is a constant base plus the index, and an access outside the memory faults.
(module
  (memory 1)
  (func $i32.store (param i32 i32) (i32.store (local.get 0) (local.get 1)))
  (func $i64.store (param i32 i64) (i64.store (local.get 0) (local.get 1)))
  (func $f32.store (param i32 f32) (f32.store (local.get 0) (local.get 1)))
  (func $f64.store (param i32 f64) (f64.store (local.get 0) (local.get 1)))
  (func $i32.store8 (param i32 i32) (i32.store8 (local.get 0) (local.get 1)))
  (func $i32.store16 (param i32 i32) (i32.store16 (local.get 0) (local.get 1)))
  (func $i64.store8 (param i32 i64) (i64.store8 (local.get 0) (local.get 1)))
  (func $i64.store16 (param i32 i64) (i64.store16 (local.get 0) (local.get 1)))
  (func $i64.store32 (param i32 i64) (i64.store32 (local.get 0) (local.get 1)))
  (table funcref (elem
    $i32.store $i64.store $f32.store $f64.store $i32.store8 $i32.store16 $i64.store8 $i64.store16
    $i64.store32))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.store)
;; function u0:1(i32, i32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0063                               v2 = uextend.i64 v0
;; @0063                               v3 = iconst.i64 0x1000_0000
;; @0063                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0063                               store little region0 v1, v4
;; @0066                               jump block1
;;
;;                                 block1:
;; @0066                               return
;; }
;;
;; ;; function 1 (i64.store)
;; function u0:2(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @006d                               v2 = uextend.i64 v0
;; @006d                               v3 = iconst.i64 0x1000_0000
;; @006d                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @006d                               store little region0 v1, v4
;; @0070                               jump block1
;;
;;                                 block1:
;; @0070                               return
;; }
;;
;; ;; function 2 (f32.store)
;; function u0:3(i32, f32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: f32):
;; @0077                               v2 = uextend.i64 v0
;; @0077                               v3 = iconst.i64 0x1000_0000
;; @0077                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0077                               store little region0 v1, v4
;; @007a                               jump block1
;;
;;                                 block1:
;; @007a                               return
;; }
;;
;; ;; function 3 (f64.store)
;; function u0:4(i32, f64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: f64):
;; @0081                               v2 = uextend.i64 v0
;; @0081                               v3 = iconst.i64 0x1000_0000
;; @0081                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0081                               store little region0 v1, v4
;; @0084                               jump block1
;;
;;                                 block1:
;; @0084                               return
;; }
;;
;; ;; function 4 (i32.store8)
;; function u0:5(i32, i32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @008b                               v2 = uextend.i64 v0
;; @008b                               v3 = iconst.i64 0x1000_0000
;; @008b                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @008b                               istore8 little region0 v1, v4
;; @008e                               jump block1
;;
;;                                 block1:
;; @008e                               return
;; }
;;
;; ;; function 5 (i32.store16)
;; function u0:6(i32, i32) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0095                               v2 = uextend.i64 v0
;; @0095                               v3 = iconst.i64 0x1000_0000
;; @0095                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @0095                               istore16 little region0 v1, v4
;; @0098                               jump block1
;;
;;                                 block1:
;; @0098                               return
;; }
;;
;; ;; function 6 (i64.store8)
;; function u0:7(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @009f                               v2 = uextend.i64 v0
;; @009f                               v3 = iconst.i64 0x1000_0000
;; @009f                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @009f                               istore8 little region0 v1, v4
;; @00a2                               jump block1
;;
;;                                 block1:
;; @00a2                               return
;; }
;;
;; ;; function 7 (i64.store16)
;; function u0:8(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00a9                               v2 = uextend.i64 v0
;; @00a9                               v3 = iconst.i64 0x1000_0000
;; @00a9                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00a9                               istore16 little region0 v1, v4
;; @00ac                               jump block1
;;
;;                                 block1:
;; @00ac                               return
;; }
;;
;; ;; function 8 (i64.store32)
;; function u0:9(i32, i64) tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00b3                               v2 = uextend.i64 v0
;; @00b3                               v3 = iconst.i64 0x1000_0000
;; @00b3                               v4 = iadd v3, v2  ; v3 = 0x1000_0000
;; @00b3                               istore32 little region0 v1, v4
;; @00b6                               jump block1
;;
;;                                 block1:
;; @00b6                               return
;; }
