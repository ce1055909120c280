;; select, without and with a type; the operands are both evaluated.
(module
  (func $select.i32 (param i32 i32 i32) (result i32) (select (local.get 0) (local.get 1) (local.get 2)))
  (func $select.f64 (param f64 f64 i32) (result f64) (select (local.get 0) (local.get 1) (local.get 2)))
  (func $select.v128 (param v128 v128 i32) (result v128) (select (local.get 0) (local.get 1) (local.get 2)))
  (func $select.typed (param externref externref i32) (result externref)
    (select (result externref)
    (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem $select.i32 $select.f64 $select.v128 $select.typed))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (select.i32)
;; function u0:1(i32, i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @005e                               v4 = select v2, v0, v1
;; @005f                               jump block1(v4)
;;
;;                                 block1(v3: i32):
;; @005f                               return v3
;; }
;;
;; ;; function 1 (select.f64)
;; function u0:2(f64, f64, i32) -> f64 tail {
;;                                 block0(v0: f64, v1: f64, v2: i32):
;; @0068                               v4 = select v2, v0, v1
;; @0069                               jump block1(v4)
;;
;;                                 block1(v3: f64):
;; @0069                               return v3
;; }
;;
;; ;; function 2 (select.v128)
;; function u0:3(i8x16, i8x16, i32) -> i8x16 tail {
;;                                 block0(v0: i8x16, v1: i8x16, v2: i32):
;; @0072                               v4 = select v2, v0, v1
;; @0073                               jump block1(v4)
;;
;;                                 block1(v3: i8x16):
;; @0073                               return v3
;; }
;;
;; ;; function 3 (select.typed)
;; function u0:4(i64, i64, i32) -> i64 tail {
;;                                 block0(v0: i64, v1: i64, v2: i32):
;; @007c                               v4 = select v2, v0, v1
;; @007f                               jump block1(v4)
;;
;;                                 block1(v3: i64):
;; @007f                               return v3
;; }
