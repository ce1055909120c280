;;! build: -g
;; For debugging, functions with one result at most have the convention of C; others keep the one of Wasm functions.
(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $sched_yield (result i32)))
  (type $one (func (param i32 f64) (result i32)))
  (type $two (func (param i32) (result i32 i32)))
  (func $one (type $one) (local.get 0))
  (func $two (type $two) (local.get 0) (local.get 0))
  (func $direct (result i32) (call $one (call $two (i32.const 1)) (drop) (f64.const 0)))
  (func $indirect (param i32) (result i32)
    (call_indirect (type $one) (call_indirect (type $two) (i32.const 1) (local.get 0)) (drop) (f64.const 0) (local.get 0)))
  (table funcref (elem $sched_yield $one $two $direct $indirect))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 1 (one)
;; function u0:1(i32, f64) -> i32 system_v {
;;     ss0 = explicit_slot 4, align = 4, key = 0
;;     ss1 = explicit_slot 8, align = 8, key = 1
;;
;;                                 block0(v0: i32, v1: f64):
;; @0079                               v2 = stack_addr.i64 ss0
;; @0079                               store notrap v0, v2
;; @0079                               v3 = stack_addr.i64 ss1
;; @0079                               store notrap v1, v3
;; @007a                               v5 = stack_addr.i64 ss0
;; @007a                               v6 = load.i32 notrap v5
;; @007c                               jump block1(v6)
;;
;;                                 block1(v4: i32):
;; @007c                               return v4
;; }
;;
;; ;; function 2 (two)
;; function u0:2(i32) -> i32, i32 tail {
;;     ss0 = explicit_slot 4, align = 4, key = 0
;;
;;                                 block0(v0: i32):
;; @007e                               v1 = stack_addr.i64 ss0
;; @007e                               store notrap v0, v1
;; @007f                               v4 = stack_addr.i64 ss0
;; @007f                               v5 = load.i32 notrap v4
;; @0081                               v6 = stack_addr.i64 ss0
;; @0081                               v7 = load.i32 notrap v6
;; @0083                               jump block1(v5, v7)
;;
;;                                 block1(v2: i32, v3: i32):
;; @0083                               return v2, v3
;; }
;;
;; ;; function 3 (direct)
;; function u0:3() -> i32 system_v {
;;     sig0 = (i32) -> i32, i32 tail
;;     sig1 = (i32, f64) -> i32 system_v
;;     fn0 = colocated u0:2 sig0
;;     fn1 = colocated u0:1 sig1
;;
;;                                 block0:
;; @0086                               v1 = iconst.i32 1
;; @0088                               v2, v3 = call fn0(v1)  ; v1 = 1
;; @008b                               v4 = f64const 0.0
;; @0094                               v5 = call fn1(v2, v4)  ; v4 = 0.0
;; @0096                               jump block1(v5)
;;
;;                                 block1(v0: i32):
;; @0096                               return v0
;; }
;;
;; ;; function 4 (indirect)
;; function u0:4(i32) -> i32 system_v {
;;     ss0 = explicit_slot 4, align = 4, key = 0
;;     region0 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;     sig0 = () system_v
;;     sig1 = (i32) -> i32, i32 tail
;;     sig2 = (i32, f64) -> i32 system_v
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i32):
;; @0098                               v1 = stack_addr.i64 ss0
;; @0098                               store notrap v0, v1
;; @0099                               v3 = iconst.i32 1
;; @009b                               v4 = stack_addr.i64 ss0
;; @009b                               v5 = load.i32 notrap v4
;; @009d                               v6 = iconst.i64 5
;; @009d                               v7 = uextend.i64 v5
;; @009d                               v8 = icmp uge v7, v6  ; v6 = 5
;; @009d                               trapnz v8, user4
;; @009d                               v9 = iconst.i64 0
;; @009d                               v10 = select_spectre_guard v8, v9, v7  ; v9 = 0
;; @009d                               v11 = iconst.i64 3
;; @009d                               v12 = ishl v10, v11  ; v11 = 3
;; @009d                               v13 = symbol_value.i64 gv0
;; @009d                               v14 = iadd v13, v12
;; @009d                               v15 = load.i32 notrap aligned region0 v14+4
;; @009d                               v16 = iconst.i32 2
;; @009d                               v17 = icmp ne v15, v16  ; v16 = 2
;; @009d                               brif v17, block2, block3
;;
;;                                 block2 cold:
;; @009d                               trapz.i32 v15, user5
;; @009d                               trap user6
;;
;;                                 block3:
;; @009d                               v18 = uload32.i64 notrap aligned region0 v14
;; @009d                               v19 = func_addr.i64 fn0
;; @009d                               v20 = iadd v19, v18
;; @009d                               v21, v22 = call_indirect sig1, v20(v3)  ; v3 = 1
;; @00a1                               v23 = f64const 0.0
;; @00aa                               v24 = stack_addr.i64 ss0
;; @00aa                               v25 = load.i32 notrap v24
;; @00ac                               v26 = iconst.i64 5
;; @00ac                               v27 = uextend.i64 v25
;; @00ac                               v28 = icmp uge v27, v26  ; v26 = 5
;; @00ac                               trapnz v28, user4
;; @00ac                               v29 = iconst.i64 0
;; @00ac                               v30 = select_spectre_guard v28, v29, v27  ; v29 = 0
;; @00ac                               v31 = iconst.i64 3
;; @00ac                               v32 = ishl v30, v31  ; v31 = 3
;; @00ac                               v33 = symbol_value.i64 gv0
;; @00ac                               v34 = iadd v33, v32
;; @00ac                               v35 = load.i32 notrap aligned region0 v34+4
;; @00ac                               v36 = iconst.i32 1
;; @00ac                               v37 = icmp ne v35, v36  ; v36 = 1
;; @00ac                               brif v37, block4, block5
;;
;;                                 block4 cold:
;; @00ac                               trapz.i32 v35, user5
;; @00ac                               trap user6
;;
;;                                 block5:
;; @00ac                               v38 = uload32.i64 notrap aligned region0 v34
;; @00ac                               v39 = func_addr.i64 fn0
;; @00ac                               v40 = iadd v39, v38
;; @00ac                               v41 = call_indirect sig2, v40(v21, v23)  ; v23 = 0.0
;; @00af                               jump block1(v41)
;;
;;                                 block1(v2: i32):
;; @00af                               return v2
;; }
