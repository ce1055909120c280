;;! build: --cpu x86-64-v3
;; Rounding of f32x4 where the processor has an instruction for it.
(module
  (func $f32x4.ceil (param v128) (result v128) (f32x4.ceil (local.get 0)))
  (func $f32x4.floor (param v128) (result v128) (f32x4.floor (local.get 0)))
  (func $f32x4.trunc (param v128) (result v128) (f32x4.trunc (local.get 0)))
  (func $f32x4.nearest (param v128) (result v128) (f32x4.nearest (local.get 0)))
  (table funcref (elem $f32x4.ceil $f32x4.floor $f32x4.trunc $f32x4.nearest))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f32x4.ceil)
;; function u0:1(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0043                               v2 = bitcast.f32x4 little v0
;; @0043                               v3 = ceil v2
;; @0043                               v4 = bitcast.i8x16 little v3
;; @0045                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0045                               return v1
;; }
;;
;; ;; function 1 (f32x4.floor)
;; function u0:2(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @004a                               v2 = bitcast.f32x4 little v0
;; @004a                               v3 = floor v2
;; @004a                               v4 = bitcast.i8x16 little v3
;; @004c                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @004c                               return v1
;; }
;;
;; ;; function 2 (f32x4.trunc)
;; function u0:3(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0051                               v2 = bitcast.f32x4 little v0
;; @0051                               v3 = trunc v2
;; @0051                               v4 = bitcast.i8x16 little v3
;; @0053                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @0053                               return v1
;; }
;;
;; ;; function 3 (f32x4.nearest)
;; function u0:4(i8x16) -> i8x16 tail {
;;                                 block0(v0: i8x16):
;; @0058                               v2 = bitcast.f32x4 little v0
;; @0058                               v3 = nearest v2
;; @0058                               v4 = bitcast.i8x16 little v3
;; @005a                               jump block1(v4)
;;
;;                                 block1(v1: i8x16):
;; @005a                               return v1
;; }
