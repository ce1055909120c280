;; Rounding of f64 to an integral value. The baseline processor has no instruction for it: adding and subtracting 2^52
;; rounds, and integral values and NaNs stay as they are.
(module
  (func $f64.ceil (param f64) (result f64) (f64.ceil (local.get 0)))
  (func $f64.floor (param f64) (result f64) (f64.floor (local.get 0)))
  (func $f64.trunc (param f64) (result f64) (f64.trunc (local.get 0)))
  (func $f64.nearest (param f64) (result f64) (f64.nearest (local.get 0)))
  (table funcref (elem $f64.ceil $f64.floor $f64.trunc $f64.nearest))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (f64.ceil)
;; function u0:1(f64) -> f64 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: f64):
;; @0043                               v2 = scalar_to_vector.f64x2 v0
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
;; @0043                               v22 = extractlane v21, 0
;; @0044                               jump block1(v22)
;;
;;                                 block1(v1: f64):
;; @0044                               return v1
;; }
;;
;; ;; function 1 (f64.floor)
;; function u0:2(f64) -> f64 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: f64):
;; @0049                               v2 = scalar_to_vector.f64x2 v0
;; @0049                               v3 = vconst.f64x2 const0
;; @0049                               v4 = vconst.f64x2 const1
;; @0049                               v5 = vconst.f64x2 const2
;; @0049                               v6 = bnot v3  ; v3 = const0
;; @0049                               v7 = band v2, v6
;; @0049                               v8 = band v2, v3  ; v3 = const0
;; @0049                               v9 = fadd v7, v5  ; v5 = const2
;; @0049                               v10 = fsub v9, v5  ; v5 = const2
;; @0049                               v11 = bor v10, v8
;; @0049                               v12 = fcmp gt v11, v2
;; @0049                               v13 = bitcast.f64x2 little v12
;; @0049                               v14 = band v13, v4  ; v4 = const1
;; @0049                               v15 = fsub v11, v14
;; @0049                               v16 = bnot v3  ; v3 = const0
;; @0049                               v17 = band v15, v16
;; @0049                               v18 = bor v17, v8
;; @0049                               v19 = fcmp ge v7, v5  ; v5 = const2
;; @0049                               v20 = bitcast.f64x2 little v19
;; @0049                               v21 = bitselect v20, v2, v18
;; @0049                               v22 = extractlane v21, 0
;; @004a                               jump block1(v22)
;;
;;                                 block1(v1: f64):
;; @004a                               return v1
;; }
;;
;; ;; function 2 (f64.trunc)
;; function u0:3(f64) -> f64 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: f64):
;; @004f                               v2 = scalar_to_vector.f64x2 v0
;; @004f                               v3 = vconst.f64x2 const0
;; @004f                               v4 = vconst.f64x2 const1
;; @004f                               v5 = vconst.f64x2 const2
;; @004f                               v6 = bnot v3  ; v3 = const0
;; @004f                               v7 = band v2, v6
;; @004f                               v8 = band v2, v3  ; v3 = const0
;; @004f                               v9 = fadd v7, v5  ; v5 = const2
;; @004f                               v10 = fsub v9, v5  ; v5 = const2
;; @004f                               v11 = fcmp gt v10, v7
;; @004f                               v12 = bitcast.f64x2 little v11
;; @004f                               v13 = band v12, v4  ; v4 = const1
;; @004f                               v14 = fsub v10, v13
;; @004f                               v15 = bnot v3  ; v3 = const0
;; @004f                               v16 = band v14, v15
;; @004f                               v17 = bor v16, v8
;; @004f                               v18 = fcmp ge v7, v5  ; v5 = const2
;; @004f                               v19 = bitcast.f64x2 little v18
;; @004f                               v20 = bitselect v19, v2, v17
;; @004f                               v21 = extractlane v20, 0
;; @0050                               jump block1(v21)
;;
;;                                 block1(v1: f64):
;; @0050                               return v1
;; }
;;
;; ;; function 3 (f64.nearest)
;; function u0:4(f64) -> f64 tail {
;;     const0 = 0x80000000000000008000000000000000
;;     const1 = 0x3ff00000000000003ff0000000000000
;;     const2 = 0x43300000000000004330000000000000
;;
;;                                 block0(v0: f64):
;; @0055                               v2 = scalar_to_vector.f64x2 v0
;; @0055                               v3 = vconst.f64x2 const0
;; @0055                               v4 = vconst.f64x2 const1
;; @0055                               v5 = vconst.f64x2 const2
;; @0055                               v6 = bnot v3  ; v3 = const0
;; @0055                               v7 = band v2, v6
;; @0055                               v8 = band v2, v3  ; v3 = const0
;; @0055                               v9 = fadd v7, v5  ; v5 = const2
;; @0055                               v10 = fsub v9, v5  ; v5 = const2
;; @0055                               v11 = bnot v3  ; v3 = const0
;; @0055                               v12 = band v10, v11
;; @0055                               v13 = bor v12, v8
;; @0055                               v14 = fcmp ge v7, v5  ; v5 = const2
;; @0055                               v15 = bitcast.f64x2 little v14
;; @0055                               v16 = bitselect v15, v2, v13
;; @0055                               v17 = extractlane v16, 0
;; @0056                               jump block1(v17)
;;
;;                                 block1(v1: f64):
;; @0056                               return v1
;; }
