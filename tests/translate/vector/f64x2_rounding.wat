;; Rounding of f64x2 on a processor without an instruction for it.
(module
  (func $f64x2.ceil (param v128) (result v128) (f64x2.ceil (local.get 0)))
  (func $f64x2.floor (param v128) (result v128) (f64x2.floor (local.get 0)))
  (func $f64x2.trunc (param v128) (result v128) (f64x2.trunc (local.get 0)))
  (func $f64x2.nearest (param v128) (result v128) (f64x2.nearest (local.get 0)))
  (table funcref (elem $f64x2.ceil $f64x2.floor $f64x2.trunc $f64x2.nearest))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f64x2.ceil)
;; function u0:1(i8x16) -> i8x16 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: i8x16):
;; @0043                               v2 = bitcast.f64x2 little v0
;; @0043                               v3 = vconst.f64x2 const0
;; @0043                               v4 = vconst.f64x2 const1
;; @0043                               v5 = vconst.f64x2 const2
;; @0043                               v6 = bnot v3  ; v3 = const0
;; @0043                               v7 = band v2, v6
;; @0043                               v8 = band v2, v3  ; v3 = const0
;; @0043                               v9 = fadd v7, v5  ; v5 = const2
;; @0043                               v10 = fsub v9, v5  ; v5 = const2
;; @0043                               v11 = bor v10, v8
;; @0043                               v12 = fcmp lt v11, v2
;; @0043                               v13 = bitcast.f64x2 little v12
;; @0043                               v14 = band v13, v4  ; v4 = const1
;; @0043                               v15 = fadd v11, v14
;; @0043                               v16 = bnot v3  ; v3 = const0
;; @0043                               v17 = band v15, v16
;; @0043                               v18 = bor v17, v8
;; @0043                               v19 = fcmp ge v7, v5  ; v5 = const2
;; @0043                               v20 = bitcast.f64x2 little v19
;; @0043                               v21 = bitselect v20, v2, v18
;; @0043                               v22 = bitcast.i8x16 little v21
;; @0045                               jump block1(v22)
;;
;;                                 block1(v1: i8x16):
;; @0045                               return v1
;; }
;;
;; ;; function 1 (f64x2.floor)
;; function u0:2(i8x16) -> i8x16 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: i8x16):
;; @004a                               v2 = bitcast.f64x2 little v0
;; @004a                               v3 = vconst.f64x2 const0
;; @004a                               v4 = vconst.f64x2 const1
;; @004a                               v5 = vconst.f64x2 const2
;; @004a                               v6 = bnot v3  ; v3 = const0
;; @004a                               v7 = band v2, v6
;; @004a                               v8 = band v2, v3  ; v3 = const0
;; @004a                               v9 = fadd v7, v5  ; v5 = const2
;; @004a                               v10 = fsub v9, v5  ; v5 = const2
;; @004a                               v11 = bor v10, v8
;; @004a                               v12 = fcmp gt v11, v2
;; @004a                               v13 = bitcast.f64x2 little v12
;; @004a                               v14 = band v13, v4  ; v4 = const1
;; @004a                               v15 = fsub v11, v14
;; @004a                               v16 = bnot v3  ; v3 = const0
;; @004a                               v17 = band v15, v16
;; @004a                               v18 = bor v17, v8
;; @004a                               v19 = fcmp ge v7, v5  ; v5 = const2
;; @004a                               v20 = bitcast.f64x2 little v19
;; @004a                               v21 = bitselect v20, v2, v18
;; @004a                               v22 = bitcast.i8x16 little v21
;; @004c                               jump block1(v22)
;;
;;                                 block1(v1: i8x16):
;; @004c                               return v1
;; }
;;
;; ;; function 2 (f64x2.trunc)
;; function u0:3(i8x16) -> i8x16 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: i8x16):
;; @0051                               v2 = bitcast.f64x2 little v0
;; @0051                               v3 = vconst.f64x2 const0
;; @0051                               v4 = vconst.f64x2 const1
;; @0051                               v5 = vconst.f64x2 const2
;; @0051                               v6 = bnot v3  ; v3 = const0
;; @0051                               v7 = band v2, v6
;; @0051                               v8 = band v2, v3  ; v3 = const0
;; @0051                               v9 = fadd v7, v5  ; v5 = const2
;; @0051                               v10 = fsub v9, v5  ; v5 = const2
;; @0051                               v11 = fcmp gt v10, v7
;; @0051                               v12 = bitcast.f64x2 little v11
;; @0051                               v13 = band v12, v4  ; v4 = const1
;; @0051                               v14 = fsub v10, v13
;; @0051                               v15 = bnot v3  ; v3 = const0
;; @0051                               v16 = band v14, v15
;; @0051                               v17 = bor v16, v8
;; @0051                               v18 = fcmp ge v7, v5  ; v5 = const2
;; @0051                               v19 = bitcast.f64x2 little v18
;; @0051                               v20 = bitselect v19, v2, v17
;; @0051                               v21 = bitcast.i8x16 little v20
;; @0053                               jump block1(v21)
;;
;;                                 block1(v1: i8x16):
;; @0053                               return v1
;; }
;;
;; ;; function 3 (f64x2.nearest)
;; function u0:4(i8x16) -> i8x16 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: i8x16):
;; @0058                               v2 = bitcast.f64x2 little v0
;; @0058                               v3 = vconst.f64x2 const0
;; @0058                               v4 = vconst.f64x2 const1
;; @0058                               v5 = vconst.f64x2 const2
;; @0058                               v6 = bnot v3  ; v3 = const0
;; @0058                               v7 = band v2, v6
;; @0058                               v8 = band v2, v3  ; v3 = const0
;; @0058                               v9 = fadd v7, v5  ; v5 = const2
;; @0058                               v10 = fsub v9, v5  ; v5 = const2
;; @0058                               v11 = bnot v3  ; v3 = const0
;; @0058                               v12 = band v10, v11
;; @0058                               v13 = bor v12, v8
;; @0058                               v14 = fcmp ge v7, v5  ; v5 = const2
;; @0058                               v15 = bitcast.f64x2 little v14
;; @0058                               v16 = bitselect v15, v2, v13
;; @0058                               v17 = bitcast.i8x16 little v16
;; @005b                               jump block1(v17)
;;
;;                                 block1(v1: i8x16):
;; @005b                               return v1
;; }
