;; A large table is mapped at start: its address is loaded from its state, once, and its length is a constant.
(module
  (table $large 1000000 funcref)
  (func $swap (param i32 i32) (local funcref)
    (local.set 2 (table.get $large (local.get 0)))
    (table.set $large (local.get 0) (table.get $large (local.get 1)))
    (table.set $large (local.get 1) (local.get 2)))
  (func $keep (export "_start") (call $swap (i32.const 0) (i32.const 1))))

;; ;; function 0 (swap)
;; function u0:1(i32, i32) tail {
;;     region0 = 2 "table state"
;;     region1 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32, v1: i32):
;; @0030                               v2 = iconst.i64 0
;; @0035                               v3 = iconst.i64 0x000f_4240
;; @0035                               v4 = uextend.i64 v0
;; @0035                               v5 = icmp uge v4, v3  ; v3 = 0x000f_4240
;; @0035                               trapnz v5, user3
;; @0035                               v6 = iconst.i64 0
;; @0035                               v7 = select_spectre_guard v5, v6, v4  ; v6 = 0
;; @0035                               v8 = iconst.i64 3
;; @0035                               v9 = ishl v7, v8  ; v8 = 3
;; @0035                               v10 = symbol_value.i64 gv0
;; @0035                               v11 = load.i64 notrap aligned readonly can_move region0 v10
;; @0035                               v12 = iadd v11, v9
;; @0035                               v13 = load.i64 notrap aligned region1 v12
;; @003d                               v14 = iconst.i64 0x000f_4240
;; @003d                               v15 = uextend.i64 v1
;; @003d                               v16 = icmp uge v15, v14  ; v14 = 0x000f_4240
;; @003d                               trapnz v16, user3
;; @003d                               v17 = iconst.i64 0
;; @003d                               v18 = select_spectre_guard v16, v17, v15  ; v17 = 0
;; @003d                               v19 = iconst.i64 3
;; @003d                               v20 = ishl v18, v19  ; v19 = 3
;; @003d                               v21 = symbol_value.i64 gv0
;; @003d                               v22 = load.i64 notrap aligned readonly can_move region0 v21
;; @003d                               v23 = iadd v22, v20
;; @003d                               v24 = load.i64 notrap aligned region1 v23
;; @003f                               v25 = iconst.i64 0x000f_4240
;; @003f                               v26 = uextend.i64 v0
;; @003f                               v27 = icmp uge v26, v25  ; v25 = 0x000f_4240
;; @003f                               trapnz v27, user3
;; @003f                               v28 = iconst.i64 0
;; @003f                               v29 = select_spectre_guard v27, v28, v26  ; v28 = 0
;; @003f                               v30 = iconst.i64 3
;; @003f                               v31 = ishl v29, v30  ; v30 = 3
;; @003f                               v32 = symbol_value.i64 gv0
;; @003f                               v33 = load.i64 notrap aligned readonly can_move region0 v32
;; @003f                               v34 = iadd v33, v31
;; @003f                               store notrap aligned region1 v24, v34
;; @0045                               v35 = iconst.i64 0x000f_4240
;; @0045                               v36 = uextend.i64 v1
;; @0045                               v37 = icmp uge v36, v35  ; v35 = 0x000f_4240
;; @0045                               trapnz v37, user3
;; @0045                               v38 = iconst.i64 0
;; @0045                               v39 = select_spectre_guard v37, v38, v36  ; v38 = 0
;; @0045                               v40 = iconst.i64 3
;; @0045                               v41 = ishl v39, v40  ; v40 = 3
;; @0045                               v42 = symbol_value.i64 gv0
;; @0045                               v43 = load.i64 notrap aligned readonly can_move region0 v42
;; @0045                               v44 = iadd v43, v41
;; @0045                               store notrap aligned region1 v13, v44
;; @0047                               jump block1
;;
;;                                 block1:
;; @0047                               return
;; }
