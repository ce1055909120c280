;; Every read, operation and write in one.
(module
  (memory 1 1 shared)
  (func $i32.atomic.rmw.add (param i32 i32) (result i32)
    (i32.atomic.rmw.add (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw.add (param i32 i64) (result i64)
    (i64.atomic.rmw.add (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw8.add_u (param i32 i32) (result i32)
    (i32.atomic.rmw8.add_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw16.add_u (param i32 i32) (result i32)
    (i32.atomic.rmw16.add_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw8.add_u (param i32 i64) (result i64)
    (i64.atomic.rmw8.add_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw16.add_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.add_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw32.add_u (param i32 i64) (result i64)
    (i64.atomic.rmw32.add_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw.sub (param i32 i32) (result i32)
    (i32.atomic.rmw.sub (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw.sub (param i32 i64) (result i64)
    (i64.atomic.rmw.sub (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw8.sub_u (param i32 i32) (result i32)
    (i32.atomic.rmw8.sub_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw16.sub_u (param i32 i32) (result i32)
    (i32.atomic.rmw16.sub_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw8.sub_u (param i32 i64) (result i64)
    (i64.atomic.rmw8.sub_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw16.sub_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.sub_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw32.sub_u (param i32 i64) (result i64)
    (i64.atomic.rmw32.sub_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw.and (param i32 i32) (result i32)
    (i32.atomic.rmw.and (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw.and (param i32 i64) (result i64)
    (i64.atomic.rmw.and (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw8.and_u (param i32 i32) (result i32)
    (i32.atomic.rmw8.and_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw16.and_u (param i32 i32) (result i32)
    (i32.atomic.rmw16.and_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw8.and_u (param i32 i64) (result i64)
    (i64.atomic.rmw8.and_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw16.and_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.and_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw32.and_u (param i32 i64) (result i64)
    (i64.atomic.rmw32.and_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw.or (param i32 i32) (result i32)
    (i32.atomic.rmw.or (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw.or (param i32 i64) (result i64)
    (i64.atomic.rmw.or (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw8.or_u (param i32 i32) (result i32)
    (i32.atomic.rmw8.or_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw16.or_u (param i32 i32) (result i32)
    (i32.atomic.rmw16.or_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw8.or_u (param i32 i64) (result i64)
    (i64.atomic.rmw8.or_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw16.or_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.or_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw32.or_u (param i32 i64) (result i64)
    (i64.atomic.rmw32.or_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw.xor (param i32 i32) (result i32)
    (i32.atomic.rmw.xor (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw.xor (param i32 i64) (result i64)
    (i64.atomic.rmw.xor (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw8.xor_u (param i32 i32) (result i32)
    (i32.atomic.rmw8.xor_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw16.xor_u (param i32 i32) (result i32)
    (i32.atomic.rmw16.xor_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw8.xor_u (param i32 i64) (result i64)
    (i64.atomic.rmw8.xor_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw16.xor_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.xor_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw32.xor_u (param i32 i64) (result i64)
    (i64.atomic.rmw32.xor_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw.xchg (param i32 i32) (result i32)
    (i32.atomic.rmw.xchg (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw.xchg (param i32 i64) (result i64)
    (i64.atomic.rmw.xchg (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw8.xchg_u (param i32 i32) (result i32)
    (i32.atomic.rmw8.xchg_u (local.get 0) (local.get 1)))
  (func $i32.atomic.rmw16.xchg_u (param i32 i32) (result i32)
    (i32.atomic.rmw16.xchg_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw8.xchg_u (param i32 i64) (result i64)
    (i64.atomic.rmw8.xchg_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw16.xchg_u (param i32 i64) (result i64)
    (i64.atomic.rmw16.xchg_u (local.get 0) (local.get 1)))
  (func $i64.atomic.rmw32.xchg_u (param i32 i64) (result i64)
    (i64.atomic.rmw32.xchg_u (local.get 0) (local.get 1)))
  (table funcref (elem
    $i32.atomic.rmw.add $i64.atomic.rmw.add $i32.atomic.rmw8.add_u $i32.atomic.rmw16.add_u
    $i64.atomic.rmw8.add_u $i64.atomic.rmw16.add_u $i64.atomic.rmw32.add_u $i32.atomic.rmw.sub
    $i64.atomic.rmw.sub $i32.atomic.rmw8.sub_u $i32.atomic.rmw16.sub_u $i64.atomic.rmw8.sub_u
    $i64.atomic.rmw16.sub_u $i64.atomic.rmw32.sub_u $i32.atomic.rmw.and $i64.atomic.rmw.and
    $i32.atomic.rmw8.and_u $i32.atomic.rmw16.and_u $i64.atomic.rmw8.and_u $i64.atomic.rmw16.and_u
    $i64.atomic.rmw32.and_u $i32.atomic.rmw.or $i64.atomic.rmw.or $i32.atomic.rmw8.or_u
    $i32.atomic.rmw16.or_u $i64.atomic.rmw8.or_u $i64.atomic.rmw16.or_u $i64.atomic.rmw32.or_u
    $i32.atomic.rmw.xor $i64.atomic.rmw.xor $i32.atomic.rmw8.xor_u $i32.atomic.rmw16.xor_u
    $i64.atomic.rmw8.xor_u $i64.atomic.rmw16.xor_u $i64.atomic.rmw32.xor_u $i32.atomic.rmw.xchg
    $i64.atomic.rmw.xchg $i32.atomic.rmw8.xchg_u $i32.atomic.rmw16.xchg_u $i64.atomic.rmw8.xchg_u
    $i64.atomic.rmw16.xchg_u $i64.atomic.rmw32.xchg_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.atomic.rmw.add)
;; function u0:1(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @009f                               v3 = iconst.i32 3
;; @009f                               v4 = band v0, v3  ; v3 = 3
;; @009f                               trapnz v4, user15
;; @009f                               v5 = uextend.i64 v0
;; @009f                               v6 = iconst.i64 0x1000_0000
;; @009f                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @009f                               v8 = iconst.i64 0
;; @009f                               v9 = iadd v7, v8  ; v8 = 0
;; @009f                               v10 = atomic_rmw.i32 add v9, v1
;; @00a3                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @00a3                               return v2
;; }
;;
;; ;; function 1 (i64.atomic.rmw.add)
;; function u0:2(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00aa                               v3 = iconst.i32 7
;; @00aa                               v4 = band v0, v3  ; v3 = 7
;; @00aa                               trapnz v4, user15
;; @00aa                               v5 = uextend.i64 v0
;; @00aa                               v6 = iconst.i64 0x1000_0000
;; @00aa                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @00aa                               v8 = iconst.i64 0
;; @00aa                               v9 = iadd v7, v8  ; v8 = 0
;; @00aa                               v10 = atomic_rmw.i64 add v9, v1
;; @00ae                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @00ae                               return v2
;; }
;;
;; ;; function 2 (i32.atomic.rmw8.add_u)
;; function u0:3(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @00b5                               v3 = ireduce.i8 v1
;; @00b5                               v4 = uextend.i64 v0
;; @00b5                               v5 = iconst.i64 0x1000_0000
;; @00b5                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @00b5                               v7 = iconst.i64 0
;; @00b5                               v8 = iadd v6, v7  ; v7 = 0
;; @00b5                               v9 = atomic_rmw.i8 add v8, v3
;; @00b5                               v10 = uextend.i32 v9
;; @00b9                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @00b9                               return v2
;; }
;;
;; ;; function 3 (i32.atomic.rmw16.add_u)
;; function u0:4(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @00c0                               v3 = ireduce.i16 v1
;; @00c0                               v4 = iconst.i32 1
;; @00c0                               v5 = band v0, v4  ; v4 = 1
;; @00c0                               trapnz v5, user15
;; @00c0                               v6 = uextend.i64 v0
;; @00c0                               v7 = iconst.i64 0x1000_0000
;; @00c0                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @00c0                               v9 = iconst.i64 0
;; @00c0                               v10 = iadd v8, v9  ; v9 = 0
;; @00c0                               v11 = atomic_rmw.i16 add v10, v3
;; @00c0                               v12 = uextend.i32 v11
;; @00c4                               jump block1(v12)
;;
;;                                 block1(v2: i32):
;; @00c4                               return v2
;; }
;;
;; ;; function 4 (i64.atomic.rmw8.add_u)
;; function u0:5(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00cb                               v3 = ireduce.i8 v1
;; @00cb                               v4 = uextend.i64 v0
;; @00cb                               v5 = iconst.i64 0x1000_0000
;; @00cb                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @00cb                               v7 = iconst.i64 0
;; @00cb                               v8 = iadd v6, v7  ; v7 = 0
;; @00cb                               v9 = atomic_rmw.i8 add v8, v3
;; @00cb                               v10 = uextend.i64 v9
;; @00cf                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @00cf                               return v2
;; }
;;
;; ;; function 5 (i64.atomic.rmw16.add_u)
;; function u0:6(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00d6                               v3 = ireduce.i16 v1
;; @00d6                               v4 = iconst.i32 1
;; @00d6                               v5 = band v0, v4  ; v4 = 1
;; @00d6                               trapnz v5, user15
;; @00d6                               v6 = uextend.i64 v0
;; @00d6                               v7 = iconst.i64 0x1000_0000
;; @00d6                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @00d6                               v9 = iconst.i64 0
;; @00d6                               v10 = iadd v8, v9  ; v9 = 0
;; @00d6                               v11 = atomic_rmw.i16 add v10, v3
;; @00d6                               v12 = uextend.i64 v11
;; @00da                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @00da                               return v2
;; }
;;
;; ;; function 6 (i64.atomic.rmw32.add_u)
;; function u0:7(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00e1                               v3 = ireduce.i32 v1
;; @00e1                               v4 = iconst.i32 3
;; @00e1                               v5 = band v0, v4  ; v4 = 3
;; @00e1                               trapnz v5, user15
;; @00e1                               v6 = uextend.i64 v0
;; @00e1                               v7 = iconst.i64 0x1000_0000
;; @00e1                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @00e1                               v9 = iconst.i64 0
;; @00e1                               v10 = iadd v8, v9  ; v9 = 0
;; @00e1                               v11 = atomic_rmw.i32 add v10, v3
;; @00e1                               v12 = uextend.i64 v11
;; @00e5                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @00e5                               return v2
;; }
;;
;; ;; function 7 (i32.atomic.rmw.sub)
;; function u0:8(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @00ec                               v3 = iconst.i32 3
;; @00ec                               v4 = band v0, v3  ; v3 = 3
;; @00ec                               trapnz v4, user15
;; @00ec                               v5 = uextend.i64 v0
;; @00ec                               v6 = iconst.i64 0x1000_0000
;; @00ec                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @00ec                               v8 = iconst.i64 0
;; @00ec                               v9 = iadd v7, v8  ; v8 = 0
;; @00ec                               v10 = atomic_rmw.i32 sub v9, v1
;; @00f0                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @00f0                               return v2
;; }
;;
;; ;; function 8 (i64.atomic.rmw.sub)
;; function u0:9(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @00f7                               v3 = iconst.i32 7
;; @00f7                               v4 = band v0, v3  ; v3 = 7
;; @00f7                               trapnz v4, user15
;; @00f7                               v5 = uextend.i64 v0
;; @00f7                               v6 = iconst.i64 0x1000_0000
;; @00f7                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @00f7                               v8 = iconst.i64 0
;; @00f7                               v9 = iadd v7, v8  ; v8 = 0
;; @00f7                               v10 = atomic_rmw.i64 sub v9, v1
;; @00fb                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @00fb                               return v2
;; }
;;
;; ;; function 9 (i32.atomic.rmw8.sub_u)
;; function u0:10(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0102                               v3 = ireduce.i8 v1
;; @0102                               v4 = uextend.i64 v0
;; @0102                               v5 = iconst.i64 0x1000_0000
;; @0102                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0102                               v7 = iconst.i64 0
;; @0102                               v8 = iadd v6, v7  ; v7 = 0
;; @0102                               v9 = atomic_rmw.i8 sub v8, v3
;; @0102                               v10 = uextend.i32 v9
;; @0106                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @0106                               return v2
;; }
;;
;; ;; function 10 (i32.atomic.rmw16.sub_u)
;; function u0:11(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @010d                               v3 = ireduce.i16 v1
;; @010d                               v4 = iconst.i32 1
;; @010d                               v5 = band v0, v4  ; v4 = 1
;; @010d                               trapnz v5, user15
;; @010d                               v6 = uextend.i64 v0
;; @010d                               v7 = iconst.i64 0x1000_0000
;; @010d                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @010d                               v9 = iconst.i64 0
;; @010d                               v10 = iadd v8, v9  ; v9 = 0
;; @010d                               v11 = atomic_rmw.i16 sub v10, v3
;; @010d                               v12 = uextend.i32 v11
;; @0111                               jump block1(v12)
;;
;;                                 block1(v2: i32):
;; @0111                               return v2
;; }
;;
;; ;; function 11 (i64.atomic.rmw8.sub_u)
;; function u0:12(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0118                               v3 = ireduce.i8 v1
;; @0118                               v4 = uextend.i64 v0
;; @0118                               v5 = iconst.i64 0x1000_0000
;; @0118                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0118                               v7 = iconst.i64 0
;; @0118                               v8 = iadd v6, v7  ; v7 = 0
;; @0118                               v9 = atomic_rmw.i8 sub v8, v3
;; @0118                               v10 = uextend.i64 v9
;; @011c                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @011c                               return v2
;; }
;;
;; ;; function 12 (i64.atomic.rmw16.sub_u)
;; function u0:13(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0123                               v3 = ireduce.i16 v1
;; @0123                               v4 = iconst.i32 1
;; @0123                               v5 = band v0, v4  ; v4 = 1
;; @0123                               trapnz v5, user15
;; @0123                               v6 = uextend.i64 v0
;; @0123                               v7 = iconst.i64 0x1000_0000
;; @0123                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0123                               v9 = iconst.i64 0
;; @0123                               v10 = iadd v8, v9  ; v9 = 0
;; @0123                               v11 = atomic_rmw.i16 sub v10, v3
;; @0123                               v12 = uextend.i64 v11
;; @0127                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @0127                               return v2
;; }
;;
;; ;; function 13 (i64.atomic.rmw32.sub_u)
;; function u0:14(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @012e                               v3 = ireduce.i32 v1
;; @012e                               v4 = iconst.i32 3
;; @012e                               v5 = band v0, v4  ; v4 = 3
;; @012e                               trapnz v5, user15
;; @012e                               v6 = uextend.i64 v0
;; @012e                               v7 = iconst.i64 0x1000_0000
;; @012e                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @012e                               v9 = iconst.i64 0
;; @012e                               v10 = iadd v8, v9  ; v9 = 0
;; @012e                               v11 = atomic_rmw.i32 sub v10, v3
;; @012e                               v12 = uextend.i64 v11
;; @0132                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @0132                               return v2
;; }
;;
;; ;; function 14 (i32.atomic.rmw.and)
;; function u0:15(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0139                               v3 = iconst.i32 3
;; @0139                               v4 = band v0, v3  ; v3 = 3
;; @0139                               trapnz v4, user15
;; @0139                               v5 = uextend.i64 v0
;; @0139                               v6 = iconst.i64 0x1000_0000
;; @0139                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @0139                               v8 = iconst.i64 0
;; @0139                               v9 = iadd v7, v8  ; v8 = 0
;; @0139                               v10 = atomic_rmw.i32 and v9, v1
;; @013d                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @013d                               return v2
;; }
;;
;; ;; function 15 (i64.atomic.rmw.and)
;; function u0:16(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0144                               v3 = iconst.i32 7
;; @0144                               v4 = band v0, v3  ; v3 = 7
;; @0144                               trapnz v4, user15
;; @0144                               v5 = uextend.i64 v0
;; @0144                               v6 = iconst.i64 0x1000_0000
;; @0144                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @0144                               v8 = iconst.i64 0
;; @0144                               v9 = iadd v7, v8  ; v8 = 0
;; @0144                               v10 = atomic_rmw.i64 and v9, v1
;; @0148                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @0148                               return v2
;; }
;;
;; ;; function 16 (i32.atomic.rmw8.and_u)
;; function u0:17(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @014f                               v3 = ireduce.i8 v1
;; @014f                               v4 = uextend.i64 v0
;; @014f                               v5 = iconst.i64 0x1000_0000
;; @014f                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @014f                               v7 = iconst.i64 0
;; @014f                               v8 = iadd v6, v7  ; v7 = 0
;; @014f                               v9 = atomic_rmw.i8 and v8, v3
;; @014f                               v10 = uextend.i32 v9
;; @0153                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @0153                               return v2
;; }
;;
;; ;; function 17 (i32.atomic.rmw16.and_u)
;; function u0:18(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @015a                               v3 = ireduce.i16 v1
;; @015a                               v4 = iconst.i32 1
;; @015a                               v5 = band v0, v4  ; v4 = 1
;; @015a                               trapnz v5, user15
;; @015a                               v6 = uextend.i64 v0
;; @015a                               v7 = iconst.i64 0x1000_0000
;; @015a                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @015a                               v9 = iconst.i64 0
;; @015a                               v10 = iadd v8, v9  ; v9 = 0
;; @015a                               v11 = atomic_rmw.i16 and v10, v3
;; @015a                               v12 = uextend.i32 v11
;; @015e                               jump block1(v12)
;;
;;                                 block1(v2: i32):
;; @015e                               return v2
;; }
;;
;; ;; function 18 (i64.atomic.rmw8.and_u)
;; function u0:19(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0165                               v3 = ireduce.i8 v1
;; @0165                               v4 = uextend.i64 v0
;; @0165                               v5 = iconst.i64 0x1000_0000
;; @0165                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0165                               v7 = iconst.i64 0
;; @0165                               v8 = iadd v6, v7  ; v7 = 0
;; @0165                               v9 = atomic_rmw.i8 and v8, v3
;; @0165                               v10 = uextend.i64 v9
;; @0169                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @0169                               return v2
;; }
;;
;; ;; function 19 (i64.atomic.rmw16.and_u)
;; function u0:20(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0170                               v3 = ireduce.i16 v1
;; @0170                               v4 = iconst.i32 1
;; @0170                               v5 = band v0, v4  ; v4 = 1
;; @0170                               trapnz v5, user15
;; @0170                               v6 = uextend.i64 v0
;; @0170                               v7 = iconst.i64 0x1000_0000
;; @0170                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0170                               v9 = iconst.i64 0
;; @0170                               v10 = iadd v8, v9  ; v9 = 0
;; @0170                               v11 = atomic_rmw.i16 and v10, v3
;; @0170                               v12 = uextend.i64 v11
;; @0174                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @0174                               return v2
;; }
;;
;; ;; function 20 (i64.atomic.rmw32.and_u)
;; function u0:21(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @017b                               v3 = ireduce.i32 v1
;; @017b                               v4 = iconst.i32 3
;; @017b                               v5 = band v0, v4  ; v4 = 3
;; @017b                               trapnz v5, user15
;; @017b                               v6 = uextend.i64 v0
;; @017b                               v7 = iconst.i64 0x1000_0000
;; @017b                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @017b                               v9 = iconst.i64 0
;; @017b                               v10 = iadd v8, v9  ; v9 = 0
;; @017b                               v11 = atomic_rmw.i32 and v10, v3
;; @017b                               v12 = uextend.i64 v11
;; @017f                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @017f                               return v2
;; }
;;
;; ;; function 21 (i32.atomic.rmw.or)
;; function u0:22(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0186                               v3 = iconst.i32 3
;; @0186                               v4 = band v0, v3  ; v3 = 3
;; @0186                               trapnz v4, user15
;; @0186                               v5 = uextend.i64 v0
;; @0186                               v6 = iconst.i64 0x1000_0000
;; @0186                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @0186                               v8 = iconst.i64 0
;; @0186                               v9 = iadd v7, v8  ; v8 = 0
;; @0186                               v10 = atomic_rmw.i32 or v9, v1
;; @018a                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @018a                               return v2
;; }
;;
;; ;; function 22 (i64.atomic.rmw.or)
;; function u0:23(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0191                               v3 = iconst.i32 7
;; @0191                               v4 = band v0, v3  ; v3 = 7
;; @0191                               trapnz v4, user15
;; @0191                               v5 = uextend.i64 v0
;; @0191                               v6 = iconst.i64 0x1000_0000
;; @0191                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @0191                               v8 = iconst.i64 0
;; @0191                               v9 = iadd v7, v8  ; v8 = 0
;; @0191                               v10 = atomic_rmw.i64 or v9, v1
;; @0195                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @0195                               return v2
;; }
;;
;; ;; function 23 (i32.atomic.rmw8.or_u)
;; function u0:24(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @019c                               v3 = ireduce.i8 v1
;; @019c                               v4 = uextend.i64 v0
;; @019c                               v5 = iconst.i64 0x1000_0000
;; @019c                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @019c                               v7 = iconst.i64 0
;; @019c                               v8 = iadd v6, v7  ; v7 = 0
;; @019c                               v9 = atomic_rmw.i8 or v8, v3
;; @019c                               v10 = uextend.i32 v9
;; @01a0                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @01a0                               return v2
;; }
;;
;; ;; function 24 (i32.atomic.rmw16.or_u)
;; function u0:25(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @01a7                               v3 = ireduce.i16 v1
;; @01a7                               v4 = iconst.i32 1
;; @01a7                               v5 = band v0, v4  ; v4 = 1
;; @01a7                               trapnz v5, user15
;; @01a7                               v6 = uextend.i64 v0
;; @01a7                               v7 = iconst.i64 0x1000_0000
;; @01a7                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @01a7                               v9 = iconst.i64 0
;; @01a7                               v10 = iadd v8, v9  ; v9 = 0
;; @01a7                               v11 = atomic_rmw.i16 or v10, v3
;; @01a7                               v12 = uextend.i32 v11
;; @01ab                               jump block1(v12)
;;
;;                                 block1(v2: i32):
;; @01ab                               return v2
;; }
;;
;; ;; function 25 (i64.atomic.rmw8.or_u)
;; function u0:26(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @01b2                               v3 = ireduce.i8 v1
;; @01b2                               v4 = uextend.i64 v0
;; @01b2                               v5 = iconst.i64 0x1000_0000
;; @01b2                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @01b2                               v7 = iconst.i64 0
;; @01b2                               v8 = iadd v6, v7  ; v7 = 0
;; @01b2                               v9 = atomic_rmw.i8 or v8, v3
;; @01b2                               v10 = uextend.i64 v9
;; @01b6                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @01b6                               return v2
;; }
;;
;; ;; function 26 (i64.atomic.rmw16.or_u)
;; function u0:27(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @01bd                               v3 = ireduce.i16 v1
;; @01bd                               v4 = iconst.i32 1
;; @01bd                               v5 = band v0, v4  ; v4 = 1
;; @01bd                               trapnz v5, user15
;; @01bd                               v6 = uextend.i64 v0
;; @01bd                               v7 = iconst.i64 0x1000_0000
;; @01bd                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @01bd                               v9 = iconst.i64 0
;; @01bd                               v10 = iadd v8, v9  ; v9 = 0
;; @01bd                               v11 = atomic_rmw.i16 or v10, v3
;; @01bd                               v12 = uextend.i64 v11
;; @01c1                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @01c1                               return v2
;; }
;;
;; ;; function 27 (i64.atomic.rmw32.or_u)
;; function u0:28(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @01c8                               v3 = ireduce.i32 v1
;; @01c8                               v4 = iconst.i32 3
;; @01c8                               v5 = band v0, v4  ; v4 = 3
;; @01c8                               trapnz v5, user15
;; @01c8                               v6 = uextend.i64 v0
;; @01c8                               v7 = iconst.i64 0x1000_0000
;; @01c8                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @01c8                               v9 = iconst.i64 0
;; @01c8                               v10 = iadd v8, v9  ; v9 = 0
;; @01c8                               v11 = atomic_rmw.i32 or v10, v3
;; @01c8                               v12 = uextend.i64 v11
;; @01cc                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @01cc                               return v2
;; }
;;
;; ;; function 28 (i32.atomic.rmw.xor)
;; function u0:29(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @01d3                               v3 = iconst.i32 3
;; @01d3                               v4 = band v0, v3  ; v3 = 3
;; @01d3                               trapnz v4, user15
;; @01d3                               v5 = uextend.i64 v0
;; @01d3                               v6 = iconst.i64 0x1000_0000
;; @01d3                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @01d3                               v8 = iconst.i64 0
;; @01d3                               v9 = iadd v7, v8  ; v8 = 0
;; @01d3                               v10 = atomic_rmw.i32 xor v9, v1
;; @01d7                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @01d7                               return v2
;; }
;;
;; ;; function 29 (i64.atomic.rmw.xor)
;; function u0:30(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @01de                               v3 = iconst.i32 7
;; @01de                               v4 = band v0, v3  ; v3 = 7
;; @01de                               trapnz v4, user15
;; @01de                               v5 = uextend.i64 v0
;; @01de                               v6 = iconst.i64 0x1000_0000
;; @01de                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @01de                               v8 = iconst.i64 0
;; @01de                               v9 = iadd v7, v8  ; v8 = 0
;; @01de                               v10 = atomic_rmw.i64 xor v9, v1
;; @01e2                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @01e2                               return v2
;; }
;;
;; ;; function 30 (i32.atomic.rmw8.xor_u)
;; function u0:31(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @01e9                               v3 = ireduce.i8 v1
;; @01e9                               v4 = uextend.i64 v0
;; @01e9                               v5 = iconst.i64 0x1000_0000
;; @01e9                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @01e9                               v7 = iconst.i64 0
;; @01e9                               v8 = iadd v6, v7  ; v7 = 0
;; @01e9                               v9 = atomic_rmw.i8 xor v8, v3
;; @01e9                               v10 = uextend.i32 v9
;; @01ed                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @01ed                               return v2
;; }
;;
;; ;; function 31 (i32.atomic.rmw16.xor_u)
;; function u0:32(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @01f4                               v3 = ireduce.i16 v1
;; @01f4                               v4 = iconst.i32 1
;; @01f4                               v5 = band v0, v4  ; v4 = 1
;; @01f4                               trapnz v5, user15
;; @01f4                               v6 = uextend.i64 v0
;; @01f4                               v7 = iconst.i64 0x1000_0000
;; @01f4                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @01f4                               v9 = iconst.i64 0
;; @01f4                               v10 = iadd v8, v9  ; v9 = 0
;; @01f4                               v11 = atomic_rmw.i16 xor v10, v3
;; @01f4                               v12 = uextend.i32 v11
;; @01f8                               jump block1(v12)
;;
;;                                 block1(v2: i32):
;; @01f8                               return v2
;; }
;;
;; ;; function 32 (i64.atomic.rmw8.xor_u)
;; function u0:33(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @01ff                               v3 = ireduce.i8 v1
;; @01ff                               v4 = uextend.i64 v0
;; @01ff                               v5 = iconst.i64 0x1000_0000
;; @01ff                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @01ff                               v7 = iconst.i64 0
;; @01ff                               v8 = iadd v6, v7  ; v7 = 0
;; @01ff                               v9 = atomic_rmw.i8 xor v8, v3
;; @01ff                               v10 = uextend.i64 v9
;; @0203                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @0203                               return v2
;; }
;;
;; ;; function 33 (i64.atomic.rmw16.xor_u)
;; function u0:34(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @020a                               v3 = ireduce.i16 v1
;; @020a                               v4 = iconst.i32 1
;; @020a                               v5 = band v0, v4  ; v4 = 1
;; @020a                               trapnz v5, user15
;; @020a                               v6 = uextend.i64 v0
;; @020a                               v7 = iconst.i64 0x1000_0000
;; @020a                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @020a                               v9 = iconst.i64 0
;; @020a                               v10 = iadd v8, v9  ; v9 = 0
;; @020a                               v11 = atomic_rmw.i16 xor v10, v3
;; @020a                               v12 = uextend.i64 v11
;; @020e                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @020e                               return v2
;; }
;;
;; ;; function 34 (i64.atomic.rmw32.xor_u)
;; function u0:35(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0215                               v3 = ireduce.i32 v1
;; @0215                               v4 = iconst.i32 3
;; @0215                               v5 = band v0, v4  ; v4 = 3
;; @0215                               trapnz v5, user15
;; @0215                               v6 = uextend.i64 v0
;; @0215                               v7 = iconst.i64 0x1000_0000
;; @0215                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0215                               v9 = iconst.i64 0
;; @0215                               v10 = iadd v8, v9  ; v9 = 0
;; @0215                               v11 = atomic_rmw.i32 xor v10, v3
;; @0215                               v12 = uextend.i64 v11
;; @0219                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @0219                               return v2
;; }
;;
;; ;; function 35 (i32.atomic.rmw.xchg)
;; function u0:36(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0220                               v3 = iconst.i32 3
;; @0220                               v4 = band v0, v3  ; v3 = 3
;; @0220                               trapnz v4, user15
;; @0220                               v5 = uextend.i64 v0
;; @0220                               v6 = iconst.i64 0x1000_0000
;; @0220                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @0220                               v8 = iconst.i64 0
;; @0220                               v9 = iadd v7, v8  ; v8 = 0
;; @0220                               v10 = atomic_rmw.i32 xchg v9, v1
;; @0224                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @0224                               return v2
;; }
;;
;; ;; function 36 (i64.atomic.rmw.xchg)
;; function u0:37(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @022b                               v3 = iconst.i32 7
;; @022b                               v4 = band v0, v3  ; v3 = 7
;; @022b                               trapnz v4, user15
;; @022b                               v5 = uextend.i64 v0
;; @022b                               v6 = iconst.i64 0x1000_0000
;; @022b                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @022b                               v8 = iconst.i64 0
;; @022b                               v9 = iadd v7, v8  ; v8 = 0
;; @022b                               v10 = atomic_rmw.i64 xchg v9, v1
;; @022f                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @022f                               return v2
;; }
;;
;; ;; function 37 (i32.atomic.rmw8.xchg_u)
;; function u0:38(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0236                               v3 = ireduce.i8 v1
;; @0236                               v4 = uextend.i64 v0
;; @0236                               v5 = iconst.i64 0x1000_0000
;; @0236                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @0236                               v7 = iconst.i64 0
;; @0236                               v8 = iadd v6, v7  ; v7 = 0
;; @0236                               v9 = atomic_rmw.i8 xchg v8, v3
;; @0236                               v10 = uextend.i32 v9
;; @023a                               jump block1(v10)
;;
;;                                 block1(v2: i32):
;; @023a                               return v2
;; }
;;
;; ;; function 38 (i32.atomic.rmw16.xchg_u)
;; function u0:39(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0241                               v3 = ireduce.i16 v1
;; @0241                               v4 = iconst.i32 1
;; @0241                               v5 = band v0, v4  ; v4 = 1
;; @0241                               trapnz v5, user15
;; @0241                               v6 = uextend.i64 v0
;; @0241                               v7 = iconst.i64 0x1000_0000
;; @0241                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0241                               v9 = iconst.i64 0
;; @0241                               v10 = iadd v8, v9  ; v9 = 0
;; @0241                               v11 = atomic_rmw.i16 xchg v10, v3
;; @0241                               v12 = uextend.i32 v11
;; @0245                               jump block1(v12)
;;
;;                                 block1(v2: i32):
;; @0245                               return v2
;; }
;;
;; ;; function 39 (i64.atomic.rmw8.xchg_u)
;; function u0:40(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @024c                               v3 = ireduce.i8 v1
;; @024c                               v4 = uextend.i64 v0
;; @024c                               v5 = iconst.i64 0x1000_0000
;; @024c                               v6 = iadd v5, v4  ; v5 = 0x1000_0000
;; @024c                               v7 = iconst.i64 0
;; @024c                               v8 = iadd v6, v7  ; v7 = 0
;; @024c                               v9 = atomic_rmw.i8 xchg v8, v3
;; @024c                               v10 = uextend.i64 v9
;; @0250                               jump block1(v10)
;;
;;                                 block1(v2: i64):
;; @0250                               return v2
;; }
;;
;; ;; function 40 (i64.atomic.rmw16.xchg_u)
;; function u0:41(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0257                               v3 = ireduce.i16 v1
;; @0257                               v4 = iconst.i32 1
;; @0257                               v5 = band v0, v4  ; v4 = 1
;; @0257                               trapnz v5, user15
;; @0257                               v6 = uextend.i64 v0
;; @0257                               v7 = iconst.i64 0x1000_0000
;; @0257                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0257                               v9 = iconst.i64 0
;; @0257                               v10 = iadd v8, v9  ; v9 = 0
;; @0257                               v11 = atomic_rmw.i16 xchg v10, v3
;; @0257                               v12 = uextend.i64 v11
;; @025b                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @025b                               return v2
;; }
;;
;; ;; function 41 (i64.atomic.rmw32.xchg_u)
;; function u0:42(i32, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64):
;; @0262                               v3 = ireduce.i32 v1
;; @0262                               v4 = iconst.i32 3
;; @0262                               v5 = band v0, v4  ; v4 = 3
;; @0262                               trapnz v5, user15
;; @0262                               v6 = uextend.i64 v0
;; @0262                               v7 = iconst.i64 0x1000_0000
;; @0262                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0262                               v9 = iconst.i64 0
;; @0262                               v10 = iadd v8, v9  ; v9 = 0
;; @0262                               v11 = atomic_rmw.i32 xchg v10, v3
;; @0262                               v12 = uextend.i64 v11
;; @0266                               jump block1(v12)
;;
;;                                 block1(v2: i64):
;; @0266                               return v2
;; }
