;; With 64-bit indices every access is compared, also if the build has guard pages: with the length minus the size of the
;; access, which is not negative since no memory shrinks. The index is clamped as well, against speculation.
(module
  (memory i64 1)
  (func $i32.load8_u (param i64) (result i32) (i32.load8_u (local.get 0)))
  (func $i64.load (param i64) (result i64) (i64.load (local.get 0)))
  (func $v128.load (param i64) (result v128) (v128.load (local.get 0)))
  (func $i64.load32_s (param i64) (result i64) (i64.load32_s (local.get 0)))
  (func $f64.store (param i64 f64) (f64.store (local.get 0) (local.get 1)))
  (func $i64.store16 (param i64 i64) (i64.store16 (local.get 0) (local.get 1)))
  (func $v128.store (param i64 v128) (v128.store (local.get 0) (local.get 1)))
  (table funcref (elem
    $i32.load8_u $i64.load $v128.load $i64.load32_s $f64.store $i64.store16 $v128.store))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.load8_u)
;; function u0:1(i64) -> i32 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0067                               v2 = iconst.i64 0
;; @0067                               v3 = symbol_value.i64 gv0
;; @0067                               v4 = load.i64 notrap aligned region0 v3+8
;; @0067                               v5 = icmp uge v0, v4
;; @0067                               trapnz v5, heap_oob
;; @0067                               v6 = select_spectre_guard v5, v2, v0  ; v2 = 0
;; @0067                               v7 = symbol_value.i64 gv0
;; @0067                               v8 = load.i64 notrap aligned region0 v7
;; @0067                               v9 = iadd v8, v6
;; @0067                               v10 = uload8.i32 little region1 v9
;; @006a                               jump block1(v10)
;;
;;                                 block1(v1: i32):
;; @006a                               return v1
;; }
;;
;; ;; function 1 (i64.load)
;; function u0:2(i64) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @006f                               v2 = iconst.i64 0
;; @006f                               v3 = symbol_value.i64 gv0
;; @006f                               v4 = load.i64 notrap aligned region0 v3+8
;; @006f                               v5 = iconst.i64 8
;; @006f                               v6 = isub v4, v5  ; v5 = 8
;; @006f                               v7 = icmp ugt v0, v6
;; @006f                               trapnz v7, heap_oob
;; @006f                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @006f                               v9 = symbol_value.i64 gv0
;; @006f                               v10 = load.i64 notrap aligned region0 v9
;; @006f                               v11 = iadd v10, v8
;; @006f                               v12 = load.i64 little region1 v11
;; @0072                               jump block1(v12)
;;
;;                                 block1(v1: i64):
;; @0072                               return v1
;; }
;;
;; ;; function 2 (v128.load)
;; function u0:3(i64) -> i8x16 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0077                               v2 = iconst.i64 0
;; @0077                               v3 = symbol_value.i64 gv0
;; @0077                               v4 = load.i64 notrap aligned region0 v3+8
;; @0077                               v5 = iconst.i64 16
;; @0077                               v6 = isub v4, v5  ; v5 = 16
;; @0077                               v7 = icmp ugt v0, v6
;; @0077                               trapnz v7, heap_oob
;; @0077                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @0077                               v9 = symbol_value.i64 gv0
;; @0077                               v10 = load.i64 notrap aligned region0 v9
;; @0077                               v11 = iadd v10, v8
;; @0077                               v12 = load.i8x16 little region1 v11
;; @007b                               jump block1(v12)
;;
;;                                 block1(v1: i8x16):
;; @007b                               return v1
;; }
;;
;; ;; function 3 (i64.load32_s)
;; function u0:4(i64) -> i64 tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64):
;; @0080                               v2 = iconst.i64 0
;; @0080                               v3 = symbol_value.i64 gv0
;; @0080                               v4 = load.i64 notrap aligned region0 v3+8
;; @0080                               v5 = iconst.i64 4
;; @0080                               v6 = isub v4, v5  ; v5 = 4
;; @0080                               v7 = icmp ugt v0, v6
;; @0080                               trapnz v7, heap_oob
;; @0080                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @0080                               v9 = symbol_value.i64 gv0
;; @0080                               v10 = load.i64 notrap aligned region0 v9
;; @0080                               v11 = iadd v10, v8
;; @0080                               v12 = sload32 little region1 v11
;; @0083                               jump block1(v12)
;;
;;                                 block1(v1: i64):
;; @0083                               return v1
;; }
;;
;; ;; function 4 (f64.store)
;; function u0:5(i64, f64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64, v1: f64):
;; @008a                               v2 = iconst.i64 0
;; @008a                               v3 = symbol_value.i64 gv0
;; @008a                               v4 = load.i64 notrap aligned region0 v3+8
;; @008a                               v5 = iconst.i64 8
;; @008a                               v6 = isub v4, v5  ; v5 = 8
;; @008a                               v7 = icmp ugt v0, v6
;; @008a                               trapnz v7, heap_oob
;; @008a                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @008a                               v9 = symbol_value.i64 gv0
;; @008a                               v10 = load.i64 notrap aligned region0 v9
;; @008a                               v11 = iadd v10, v8
;; @008a                               store little region1 v1, v11
;; @008d                               jump block1
;;
;;                                 block1:
;; @008d                               return
;; }
;;
;; ;; function 5 (i64.store16)
;; function u0:6(i64, i64) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64, v1: i64):
;; @0094                               v2 = iconst.i64 0
;; @0094                               v3 = symbol_value.i64 gv0
;; @0094                               v4 = load.i64 notrap aligned region0 v3+8
;; @0094                               v5 = iconst.i64 2
;; @0094                               v6 = isub v4, v5  ; v5 = 2
;; @0094                               v7 = icmp ugt v0, v6
;; @0094                               trapnz v7, heap_oob
;; @0094                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @0094                               v9 = symbol_value.i64 gv0
;; @0094                               v10 = load.i64 notrap aligned region0 v9
;; @0094                               v11 = iadd v10, v8
;; @0094                               istore16 little region1 v1, v11
;; @0097                               jump block1
;;
;;                                 block1:
;; @0097                               return
;; }
;;
;; ;; function 6 (v128.store)
;; function u0:7(i64, i8x16) tail {
;;     region0 = 1 "memory state"
;;     region1 = 0 "linear memory"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0(v0: i64, v1: i8x16):
;; @009e                               v2 = iconst.i64 0
;; @009e                               v3 = symbol_value.i64 gv0
;; @009e                               v4 = load.i64 notrap aligned region0 v3+8
;; @009e                               v5 = iconst.i64 16
;; @009e                               v6 = isub v4, v5  ; v5 = 16
;; @009e                               v7 = icmp ugt v0, v6
;; @009e                               trapnz v7, heap_oob
;; @009e                               v8 = select_spectre_guard v7, v2, v0  ; v2 = 0
;; @009e                               v9 = symbol_value.i64 gv0
;; @009e                               v10 = load.i64 notrap aligned region0 v9
;; @009e                               v11 = iadd v10, v8
;; @009e                               store little region1 v1, v11
;; @00a2                               jump block1
;;
;;                                 block1:
;; @00a2                               return
;; }
