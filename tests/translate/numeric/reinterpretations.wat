;; The same bits as another type.
(module
  (func $i32.reinterpret_f32 (param f32) (result i32) (i32.reinterpret_f32 (local.get 0)))
  (func $i64.reinterpret_f64 (param f64) (result i64) (i64.reinterpret_f64 (local.get 0)))
  (func $f32.reinterpret_i32 (param i32) (result f32) (f32.reinterpret_i32 (local.get 0)))
  (func $f64.reinterpret_i64 (param i64) (result f64) (f64.reinterpret_i64 (local.get 0)))
  (table funcref (elem $i32.reinterpret_f32 $i64.reinterpret_f64 $f32.reinterpret_i32 $f64.reinterpret_i64))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.reinterpret_f32)
;; function u0:1(f32) -> i32 tail {
;;                                 block0(v0: f32):
;; @0052                               v2 = bitcast.i32 v0
;; @0053                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0053                               return v1
;; }
;;
;; ;; function 1 (i64.reinterpret_f64)
;; function u0:2(f64) -> i64 tail {
;;                                 block0(v0: f64):
;; @0058                               v2 = bitcast.i64 v0
;; @0059                               jump block1(v2)
;;
;;                                 block1(v1: i64):
;; @0059                               return v1
;; }
;;
;; ;; function 2 (f32.reinterpret_i32)
;; function u0:3(i32) -> f32 tail {
;;                                 block0(v0: i32):
;; @005e                               v2 = bitcast.f32 v0
;; @005f                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @005f                               return v1
;; }
;;
;; ;; function 3 (f64.reinterpret_i64)
;; function u0:4(i64) -> f64 tail {
;;                                 block0(v0: i64):
;; @0064                               v2 = bitcast.f64 v0
;; @0065                               jump block1(v2)
;;
;;                                 block1(v1: f64):
;; @0065                               return v1
;; }
