;; Elements of a table that cannot be null are read like all others.
(module
  (type $nothing (func))
  (func $table.get (param i32) (result (ref $nothing)) (table.get $table (local.get 0)))
  (func $table.grow (result i32) (table.grow $growable (ref.func $nothing) (i32.const 1)))
  (func $nothing)
  (table $functions funcref (elem $table.get $table.grow))
  (table $table 4 (ref $nothing) (ref.func $nothing))
  (table $growable 4 (ref $nothing) (ref.func $nothing))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (table.get)
;; function u0:1(i32) -> i64 tail {
;;     region0 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i32):
;; @0057                               v2 = iconst.i64 4
;; @0057                               v3 = uextend.i64 v0
;; @0057                               v4 = icmp uge v3, v2  ; v2 = 4
;; @0057                               trapnz v4, user3
;; @0057                               v5 = iconst.i64 0
;; @0057                               v6 = select_spectre_guard v4, v5, v3  ; v5 = 0
;; @0057                               v7 = iconst.i64 3
;; @0057                               v8 = ishl v6, v7  ; v7 = 3
;; @0057                               v9 = symbol_value.i64 gv0
;; @0057                               v10 = iadd v9, v8
;; @0057                               v11 = load.i64 notrap aligned region0 v10
;; @0059                               jump block1(v11)
;;
;;                                 block1(v1: i64):
;; @0059                               return v1
;; }
;;
;; ;; function 1 (table.grow)
;; function u0:2() -> i32 tail {
;;     gv0 = symbol colocated userextname0
;;     sig0 = (i32, i64, i64) -> i64 system_v
;;     fn0 = colocated u0:6 sig0
;;
;;                                 block0:
;; @005c                               v1 = symbol_value.i64 gv0
;; @005c                               v2 = load.i64 notrap aligned readonly can_move v1+16
;; @005e                               v3 = iconst.i32 1
;; @0060                               v4 = iconst.i32 2
;; @0060                               v5 = uextend.i64 v3  ; v3 = 1
;; @0060                               v6 = call fn0(v4, v2, v5)  ; v4 = 2
;; @0060                               v7 = ireduce.i32 v6
;; @0063                               jump block1(v7)
;;
;;                                 block1(v0: i32):
;; @0063                               return v0
;; }
;;
;; ;; function 2 (nothing)
;; function u0:3() tail {
;;                                 block0:
;; @0066                               jump block1
;;
;;                                 block1:
;; @0066                               return
;; }
