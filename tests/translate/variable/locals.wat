;; Locals are values of the function, not memory: parameters first, the others zero or null.
(module
  (func $local.get (param i32 i64) (result i64) (local.get 1))
  (func $local.set (param i32) (result i32) (local.set 0 (i32.const 7)) (local.get 0))
  (func $local.tee (param i32) (result i32) (i32.add (local.tee 0 (i32.const 7)) (local.get 0)))
  (func $local.zero (result i32 i64 f32 f64 v128 funcref)
    (local i32 i64 f32 f64 v128 funcref)
    (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4) (local.get 5))
  (table funcref (elem $local.get $local.set $local.tee $local.zero))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (local.get)
;; function u0:1(i32, i64) -> i64 tail {
;;                                 block0(v0: i32, v1: i64):
;; @0052                               jump block1(v1)
;;
;;                                 block1(v2: i64):
;; @0052                               return v2
;; }
;;
;; ;; function 1 (local.set)
;; function u0:2(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @0055                               v2 = iconst.i32 7
;; @005b                               jump block1(v2)  ; v2 = 7
;;
;;                                 block1(v1: i32):
;; @005b                               return v1
;; }
;;
;; ;; function 2 (local.tee)
;; function u0:3(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @005e                               v2 = iconst.i32 7
;; @0064                               v3 = iadd v2, v2  ; v2 = 7, v2 = 7
;; @0065                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0065                               return v1
;; }
;;
;; ;; function 3 (local.zero)
;; function u0:4() -> i32, i64, f32, f64, i8x16, i64 tail {
;;     const0 = 0x00000000000000000000000000000000
;;
;;                                 block0:
;; @0067                               v0 = iconst.i32 0
;; @0067                               v1 = iconst.i64 0
;; @0067                               v2 = f32const 0.0
;; @0067                               v3 = f64const 0.0
;; @0067                               v4 = vconst.i8x16 const0
;; @0067                               v5 = iconst.i64 0
;; @0080                               jump block1(v0, v1, v2, v3, v4, v5)  ; v0 = 0, v1 = 0, v2 = 0.0, v3 = 0.0, v4 = const0, v5 = 0
;;
;;                                 block1(v6: i32, v7: i64, v8: f32, v9: f64, v10: i8x16, v11: i64):
;; @0080                               return v6, v7, v8, v9, v10, v11
;; }
