;; Where a module starts threads, each has globals, tables and lengths of segments of its own. Code finds them by the stack
;; pointer without its low bits. Memory, and a table that nothing changes, are everybody's.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "env" "memory" (memory 1 1 shared))
  (type $plain (func))
  (global $counter (mut i64) (i64.const 0))
  (global $vector (mut v128) (v128.const i64x2 1 2))
  (global $constant i32 (i32.const 5))
  (table $changes 2 funcref)
  (table $stays funcref (elem $globals $counts))
  (data $bytes "bytes")
  (func $globals (result i32)
    (global.set $counter (i64.add (global.get $counter) (i64.extend_i32_u (global.get $constant))))
    (global.set $vector (v128.not (global.get $vector)))
    (call $spawn (i32.const 0)))
  (func $tables (param i32)
    (call_indirect $stays (type $plain) (local.get 0))
    (call_indirect $changes (type $plain) (local.get 0))
    (table.set $changes (local.get 0) (ref.null func)))
  (func $segments
    (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 5))
    (data.drop $bytes))
  (func $counts (result i32) (memory.size))
  (func (export "wasi_thread_start") (param i32 i32)
    (call $tables (local.get 0)) (call $segments))
  (func (export "_start") (drop (call $globals))))

;; ;; function 1 (globals)
;; function u0:1() -> i32 tail {
;;     region0 = 8 "global"
;;     region1 = 9 "global"
;;     sig0 = (i32) -> i32 system_v
;;     fn0 = colocated u0:33 sig0
;;
;;                                 block0:
;; @00af                               v1 = get_stack_pointer.i64
;; @00af                               v2 = iconst.i64 -16777216
;; @00af                               v3 = band v1, v2  ; v2 = -16777216
;; @00af                               v4 = iconst.i64 64
;; @00af                               v5 = iadd v3, v4  ; v4 = 64
;; @00af                               v6 = load.i64 notrap aligned region0 v5
;; @00b1                               v7 = iconst.i32 5
;; @00b3                               v8 = uextend.i64 v7  ; v7 = 5
;; @00b4                               v9 = iadd v6, v8
;; @00b5                               v10 = get_stack_pointer.i64
;; @00b5                               v11 = iconst.i64 -16777216
;; @00b5                               v12 = band v10, v11  ; v11 = -16777216
;; @00b5                               v13 = iconst.i64 64
;; @00b5                               v14 = iadd v12, v13  ; v13 = 64
;; @00b5                               store notrap aligned region0 v9, v14
;; @00b7                               v15 = get_stack_pointer.i64
;; @00b7                               v16 = iconst.i64 -16777216
;; @00b7                               v17 = band v15, v16  ; v16 = -16777216
;; @00b7                               v18 = iconst.i64 80
;; @00b7                               v19 = iadd v17, v18  ; v18 = 80
;; @00b7                               v20 = load.i8x16 notrap aligned region1 v19
;; @00b9                               v21 = bnot v20
;; @00bb                               v22 = get_stack_pointer.i64
;; @00bb                               v23 = iconst.i64 -16777216
;; @00bb                               v24 = band v22, v23  ; v23 = -16777216
;; @00bb                               v25 = iconst.i64 80
;; @00bb                               v26 = iadd v24, v25  ; v25 = 80
;; @00bb                               store notrap aligned region1 v21, v26
;; @00bd                               v27 = iconst.i32 0
;; @00bf                               v28 = call fn0(v27)  ; v27 = 0
;; @00c1                               jump block1(v28)
;;
;;                                 block1(v0: i32):
;; @00c1                               return v0
;; }
;;
;; ;; function 2 (tables)
;; function u0:2(i32) tail {
;;     region0 = 3 "table elements"
;;     region1 = 2 "table state"
;;     gv0 = symbol colocated userextname0
;;     sig0 = () system_v
;;     sig1 = () tail
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i32):
;; @00c6                               v1 = iconst.i64 2
;; @00c6                               v2 = uextend.i64 v0
;; @00c6                               v3 = icmp uge v2, v1  ; v1 = 2
;; @00c6                               trapnz v3, user4
;; @00c6                               v4 = iconst.i64 0
;; @00c6                               v5 = select_spectre_guard v3, v4, v2  ; v4 = 0
;; @00c6                               v6 = iconst.i64 3
;; @00c6                               v7 = ishl v5, v6  ; v6 = 3
;; @00c6                               v8 = symbol_value.i64 gv0
;; @00c6                               v9 = iadd v8, v7
;; @00c6                               v10 = load.i32 notrap aligned region0 v9+4
;; @00c6                               v11 = iconst.i32 1
;; @00c6                               v12 = icmp ne v10, v11  ; v11 = 1
;; @00c6                               brif v12, block2, block3
;;
;;                                 block2 cold:
;; @00c6                               trapz.i32 v10, user5
;; @00c6                               trap user6
;;
;;                                 block3:
;; @00c6                               v13 = uload32.i64 notrap aligned region0 v9
;; @00c6                               v14 = func_addr.i64 fn0
;; @00c6                               v15 = iadd v14, v13
;; @00c6                               call_indirect sig1, v15()
;; @00cb                               v16 = iconst.i64 2
;; @00cb                               v17 = uextend.i64 v0
;; @00cb                               v18 = icmp uge v17, v16  ; v16 = 2
;; @00cb                               trapnz v18, user4
;; @00cb                               v19 = iconst.i64 0
;; @00cb                               v20 = select_spectre_guard v18, v19, v17  ; v19 = 0
;; @00cb                               v21 = iconst.i64 3
;; @00cb                               v22 = ishl v20, v21  ; v21 = 3
;; @00cb                               v23 = get_stack_pointer.i64
;; @00cb                               v24 = iconst.i64 -16777216
;; @00cb                               v25 = band v23, v24  ; v24 = -16777216
;; @00cb                               v26 = iconst.i64 104
;; @00cb                               v27 = iadd v25, v26  ; v26 = 104
;; @00cb                               v28 = load.i64 notrap aligned readonly can_move region1 v27
;; @00cb                               v29 = iadd v28, v22
;; @00cb                               v30 = load.i32 notrap aligned region0 v29+4
;; @00cb                               v31 = iconst.i32 1
;; @00cb                               v32 = icmp ne v30, v31  ; v31 = 1
;; @00cb                               brif v32, block4, block5
;;
;;                                 block4 cold:
;; @00cb                               trapz.i32 v30, user5
;; @00cb                               trap user6
;;
;;                                 block5:
;; @00cb                               v33 = uload32.i64 notrap aligned region0 v29
;; @00cb                               v34 = func_addr.i64 fn0
;; @00cb                               v35 = iadd v34, v33
;; @00cb                               call_indirect sig1, v35()
;; @00d0                               v36 = iconst.i64 0
;; @00d2                               v37 = iconst.i64 2
;; @00d2                               v38 = uextend.i64 v0
;; @00d2                               v39 = icmp uge v38, v37  ; v37 = 2
;; @00d2                               trapnz v39, user3
;; @00d2                               v40 = iconst.i64 0
;; @00d2                               v41 = select_spectre_guard v39, v40, v38  ; v40 = 0
;; @00d2                               v42 = iconst.i64 3
;; @00d2                               v43 = ishl v41, v42  ; v42 = 3
;; @00d2                               v44 = get_stack_pointer.i64
;; @00d2                               v45 = iconst.i64 -16777216
;; @00d2                               v46 = band v44, v45  ; v45 = -16777216
;; @00d2                               v47 = iconst.i64 104
;; @00d2                               v48 = iadd v46, v47  ; v47 = 104
;; @00d2                               v49 = load.i64 notrap aligned readonly can_move region1 v48
;; @00d2                               v50 = iadd v49, v43
;; @00d2                               store notrap aligned region0 v36, v50  ; v36 = 0
;; @00d4                               jump block1
;;
;;                                 block1:
;; @00d4                               return
;; }
;;
;; ;; function 3 (segments)
;; function u0:3() tail {
;;     region0 = 4 "segment lengths"
;;     region1 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;     gv1 = symbol colocated userextname1
;;     sig0 = (i64, i64, i64) system_v
;;     fn0 = colocated u0:10 sig0
;;
;;                                 block0:
;; @00d7                               v0 = iconst.i32 0
;; @00d9                               v1 = iconst.i32 0
;; @00db                               v2 = iconst.i32 5
;; @00dd                               v3 = get_stack_pointer.i64
;; @00dd                               v4 = iconst.i64 -16777216
;; @00dd                               v5 = band v3, v4  ; v4 = -16777216
;; @00dd                               v6 = iconst.i64 96
;; @00dd                               v7 = iadd v5, v6  ; v6 = 96
;; @00dd                               v8 = load.i64 notrap aligned region0 v7
;; @00dd                               v9 = uextend.i64 v1  ; v1 = 0
;; @00dd                               v10 = uextend.i64 v2  ; v2 = 5
;; @00dd                               v11 = iadd v9, v10
;; @00dd                               v12 = icmp ugt v11, v8
;; @00dd                               trapnz v12, heap_oob
;; @00dd                               v13 = iconst.i64 1
;; @00dd                               v14 = imul v9, v13  ; v13 = 1
;; @00dd                               v15 = symbol_value.i64 gv0
;; @00dd                               v16 = iadd v15, v14
;; @00dd                               v17 = symbol_value.i64 gv1
;; @00dd                               v18 = load.i64 notrap aligned region1 v17+8
;; @00dd                               v19 = uextend.i64 v0  ; v0 = 0
;; @00dd                               v20 = uextend.i64 v2  ; v2 = 5
;; @00dd                               v21 = iadd v19, v20
;; @00dd                               v22 = icmp ugt v21, v18
;; @00dd                               trapnz v22, heap_oob
;; @00dd                               v23 = iconst.i64 0x1000_0000
;; @00dd                               v24 = iadd v23, v19  ; v23 = 0x1000_0000
;; @00dd                               v25 = uextend.i64 v2  ; v2 = 5
;; @00dd                               call fn0(v24, v16, v25)
;; @00e1                               v26 = get_stack_pointer.i64
;; @00e1                               v27 = iconst.i64 -16777216
;; @00e1                               v28 = band v26, v27  ; v27 = -16777216
;; @00e1                               v29 = iconst.i64 96
;; @00e1                               v30 = iadd v28, v29  ; v29 = 96
;; @00e1                               v31 = iconst.i64 0
;; @00e1                               store notrap aligned region0 v31, v30  ; v31 = 0
;; @00e4                               jump block1
;;
;;                                 block1:
;; @00e4                               return
;; }
;;
;; ;; function 4 (counts)
;; function u0:4() -> i32 tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0+8
;;
;;                                 block0:
;; @00e7                               v1 = symbol_value.i64 gv0
;; @00e7                               v2 = atomic_load.i64 notrap aligned region0 v1
;; @00e7                               v3 = iconst.i64 16
;; @00e7                               v4 = ushr v2, v3  ; v3 = 16
;; @00e7                               v5 = ireduce.i32 v4
;; @00e9                               jump block1(v5)
;;
;;                                 block1(v0: i32):
;; @00e9                               return v0
;; }
;;
;; ;; function 5
;; function u0:5(i32, i32) tail {
;;     sig0 = (i32) tail
;;     sig1 = () tail
;;     fn0 = colocated u0:2 sig0
;;     fn1 = colocated u0:3 sig1
;;
;;                                 block0(v0: i32, v1: i32):
;; @00ee                               call fn0(v0)
;; @00f0                               call fn1()
;; @00f2                               jump block1
;;
;;                                 block1:
;; @00f2                               return
;; }
;;
;; ;; function 6
;; function u0:6() tail {
;;     sig0 = () -> i32 tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0:
;; @00f5                               v0 = call fn0()
;; @00f8                               jump block1
;;
;;                                 block1:
;; @00f8                               return
;; }
