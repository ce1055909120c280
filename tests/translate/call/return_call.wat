;; Tail calls: of a function of the module, through a table, and of a function of WASI, which is a call and a return.
(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (type $unary (func (param i32) (result i32)))
  (func $return_call (param i32) (result i32) (return_call $return_call (local.get 0)))
  (func $return_call.dead (param i32) (result i32)
    (block (result i32) (return_call $return_call (local.get 0)) (i32.const 1)))
  (func $return_call_indirect (param i32) (result i32)
    (return_call_indirect (type $unary) (i32.const 1) (local.get 0)))
  (func $return_call.wasi (result i32) (return_call $yield))
  (table funcref (elem $return_call $return_call.dead $return_call_indirect $return_call.wasi))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 1 (return_call)
;; function u0:1(i32) -> i32 tail {
;;     sig0 = (i32) -> i32 tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0(v0: i32):
;; @006f                               return_call fn0(v0)
;; }
;;
;; ;; function 2 (return_call.dead)
;; function u0:2(i32) -> i32 tail {
;;     sig0 = (i32) -> i32 tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0(v0: i32):
;; @0078                               return_call fn0(v0)
;; }
;;
;; ;; function 3 (return_call_indirect)
;; function u0:3(i32) -> i32 tail {
;;     region0 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;     sig0 = () system_v
;;     sig1 = (i32) -> i32 tail
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i32):
;; @0080                               v2 = iconst.i32 1
;; @0084                               v3 = iconst.i64 4
;; @0084                               v4 = uextend.i64 v0
;; @0084                               v5 = icmp uge v4, v3  ; v3 = 4
;; @0084                               trapnz v5, user4
;; @0084                               v6 = iconst.i64 0
;; @0084                               v7 = select_spectre_guard v5, v6, v4  ; v6 = 0
;; @0084                               v8 = iconst.i64 3
;; @0084                               v9 = ishl v7, v8  ; v8 = 3
;; @0084                               v10 = symbol_value.i64 gv0
;; @0084                               v11 = iadd v10, v9
;; @0084                               v12 = load.i32 notrap aligned region0 v11+4
;; @0084                               v13 = iconst.i32 1
;; @0084                               v14 = icmp ne v12, v13  ; v13 = 1
;; @0084                               brif v14, block2, block3
;;
;;                                 block2 cold:
;; @0084                               trapz.i32 v12, user5
;; @0084                               trap user6
;;
;;                                 block3:
;; @0084                               v15 = uload32.i64 notrap aligned region0 v11
;; @0084                               v16 = func_addr.i64 fn0
;; @0084                               v17 = iadd v16, v15
;; @0084                               return_call_indirect sig1, v17(v2)  ; v2 = 1
;; }
;;
;; ;; function 4 (return_call.wasi)
;; function u0:4() -> i32 tail {
;;     sig0 = () -> i32 system_v
;;     fn0 = colocated u0:32 sig0
;;
;;                                 block0:
;; @008a                               v1 = call fn0()
;; @008a                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @008c                               return v0
;; }
