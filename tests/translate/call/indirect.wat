;; call_indirect compares the index with the length, and the word that it finds with the type: a null is told from
;; another type only when the comparison fails.
(module
  (type $binary (func (param i32 i32) (result i32)))
  (func $add (type $binary) (i32.add (local.get 0) (local.get 1)))
  (func $call_indirect (param i32) (result i32)
    (call_indirect (type $binary) (i32.const 1) (i32.const 2) (local.get 0)))
  (func $call_indirect.second (param i32) (call_indirect $second (local.get 0)))
  (table funcref (elem $add $call_indirect $call_indirect.second $grow))
  (table $second 4 4 funcref)
  (func $grow (drop (table.grow $second (ref.null func) (i32.const 0))))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (add)
;; function u0:1(i32, i32) -> i32 tail {
;;                                 block0(v0: i32, v1: i32):
;; @0053                               v3 = iadd v0, v1
;; @0054                               jump block1(v3)
;;
;;                                 block1(v2: i32):
;; @0054                               return v2
;; }
;;
;; ;; function 1 (call_indirect)
;; function u0:2(i32) -> i32 tail {
;;     region0 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;     sig0 = () system_v
;;     sig1 = (i32, i32) -> i32 tail
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i32):
;; @0057                               v2 = iconst.i32 1
;; @0059                               v3 = iconst.i32 2
;; @005d                               v4 = iconst.i64 4
;; @005d                               v5 = uextend.i64 v0
;; @005d                               v6 = icmp uge v5, v4  ; v4 = 4
;; @005d                               trapnz v6, user4
;; @005d                               v7 = iconst.i64 0
;; @005d                               v8 = select_spectre_guard v6, v7, v5  ; v7 = 0
;; @005d                               v9 = iconst.i64 3
;; @005d                               v10 = ishl v8, v9  ; v9 = 3
;; @005d                               v11 = symbol_value.i64 gv0
;; @005d                               v12 = iadd v11, v10
;; @005d                               v13 = load.i32 notrap aligned region0 v12+4
;; @005d                               v14 = iconst.i32 1
;; @005d                               v15 = icmp ne v13, v14  ; v14 = 1
;; @005d                               brif v15, block2, block3
;;
;;                                 block2 cold:
;; @005d                               trapz.i32 v13, user5
;; @005d                               trap user6
;;
;;                                 block3:
;; @005d                               v16 = uload32.i64 notrap aligned region0 v12
;; @005d                               v17 = func_addr.i64 fn0
;; @005d                               v18 = iadd v17, v16
;; @005d                               v19 = call_indirect sig1, v18(v2, v3)  ; v2 = 1, v3 = 2
;; @0060                               jump block1(v19)
;;
;;                                 block1(v1: i32):
;; @0060                               return v1
;; }
;;
;; ;; function 2 (call_indirect.second)
;; function u0:3(i32) tail {
;;     region0 = 2 "table state"
;;     region1 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;     sig0 = () system_v
;;     sig1 = () tail
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i32):
;; @0065                               v1 = symbol_value.i64 gv0
;; @0065                               v2 = load.i64 notrap aligned region0 v1+40
;; @0065                               v3 = uextend.i64 v0
;; @0065                               v4 = icmp uge v3, v2
;; @0065                               trapnz v4, user4
;; @0065                               v5 = iconst.i64 0
;; @0065                               v6 = select_spectre_guard v4, v5, v3  ; v5 = 0
;; @0065                               v7 = iconst.i64 3
;; @0065                               v8 = ishl v6, v7  ; v7 = 3
;; @0065                               v9 = symbol_value.i64 gv0
;; @0065                               v10 = load.i64 notrap aligned region0 v9+32
;; @0065                               v11 = iadd v10, v8
;; @0065                               v12 = load.i32 notrap aligned region1 v11+4
;; @0065                               v13 = iconst.i32 4
;; @0065                               v14 = icmp ne v12, v13  ; v13 = 4
;; @0065                               brif v14, block2, block3
;;
;;                                 block2 cold:
;; @0065                               trapz.i32 v12, user5
;; @0065                               trap user6
;;
;;                                 block3:
;; @0065                               v15 = uload32.i64 notrap aligned region1 v11
;; @0065                               v16 = func_addr.i64 fn0
;; @0065                               v17 = iadd v16, v15
;; @0065                               call_indirect sig1, v17()
;; @0068                               jump block1
;;
;;                                 block1:
;; @0068                               return
;; }
;;
;; ;; function 3 (grow)
;; function u0:4() tail {
;;     sig0 = (i32, i64, i64) -> i64 system_v
;;     fn0 = colocated u0:7 sig0
;;
;;                                 block0:
;; @006b                               v0 = iconst.i64 0
;; @006d                               v1 = iconst.i32 0
;; @006f                               v2 = iconst.i32 1
;; @006f                               v3 = uextend.i64 v1  ; v1 = 0
;; @006f                               v4 = call fn0(v2, v0, v3)  ; v2 = 1, v0 = 0
;; @006f                               v5 = ireduce.i32 v4
;; @0073                               jump block1
;;
;;                                 block1:
;; @0073                               return
;; }
