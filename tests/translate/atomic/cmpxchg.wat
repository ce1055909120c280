;; Every comparison and exchange in one: a narrow one takes the low bytes of the expected value.
(module
  (memory 1 1 shared)
  (func $i32.atomic.rmw.cmpxchg (param i32 i32 i32) (result i32)
    (i32.atomic.rmw.cmpxchg (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw.cmpxchg (param i32 i64 i64) (result i64)
    (i64.atomic.rmw.cmpxchg (local.get 0) (local.get 1) (local.get 2)))
  (func $i32.atomic.rmw8.cmpxchg_u (param i32 i32 i32) (result i32)
    (i32.atomic.rmw8.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i32.atomic.rmw16.cmpxchg_u (param i32 i32 i32) (result i32)
    (i32.atomic.rmw16.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw8.cmpxchg_u (param i32 i64 i64) (result i64)
    (i64.atomic.rmw8.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw16.cmpxchg_u (param i32 i64 i64) (result i64)
    (i64.atomic.rmw16.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (func $i64.atomic.rmw32.cmpxchg_u (param i32 i64 i64) (result i64)
    (i64.atomic.rmw32.cmpxchg_u (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $i32.atomic.rmw.cmpxchg $i64.atomic.rmw.cmpxchg $i32.atomic.rmw8.cmpxchg_u
    $i32.atomic.rmw16.cmpxchg_u $i64.atomic.rmw8.cmpxchg_u $i64.atomic.rmw16.cmpxchg_u
    $i64.atomic.rmw32.cmpxchg_u))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (i32.atomic.rmw.cmpxchg)
;; function u0:1(i32, i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @005c                               v4 = iconst.i32 3
;; @005c                               v5 = band v0, v4  ; v4 = 3
;; @005c                               trapnz v5, user15
;; @005c                               v6 = uextend.i64 v0
;; @005c                               v7 = iconst.i64 0x1000_0000
;; @005c                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @005c                               v9 = iconst.i64 0
;; @005c                               v10 = iadd v8, v9  ; v9 = 0
;; @005c                               v11 = atomic_cas v10, v1, v2
;; @0060                               jump block1(v11)
;;
;;                                 block1(v3: i32):
;; @0060                               return v3
;; }
;;
;; ;; function 1 (i64.atomic.rmw.cmpxchg)
;; function u0:2(i32, i64, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64, v2: i64):
;; @0069                               v4 = iconst.i32 7
;; @0069                               v5 = band v0, v4  ; v4 = 7
;; @0069                               trapnz v5, user15
;; @0069                               v6 = uextend.i64 v0
;; @0069                               v7 = iconst.i64 0x1000_0000
;; @0069                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0069                               v9 = iconst.i64 0
;; @0069                               v10 = iadd v8, v9  ; v9 = 0
;; @0069                               v11 = atomic_cas v10, v1, v2
;; @006d                               jump block1(v11)
;;
;;                                 block1(v3: i64):
;; @006d                               return v3
;; }
;;
;; ;; function 2 (i32.atomic.rmw8.cmpxchg_u)
;; function u0:3(i32, i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @0076                               v4 = ireduce.i8 v2
;; @0076                               v5 = ireduce.i8 v1
;; @0076                               v6 = uextend.i64 v0
;; @0076                               v7 = iconst.i64 0x1000_0000
;; @0076                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0076                               v9 = iconst.i64 0
;; @0076                               v10 = iadd v8, v9  ; v9 = 0
;; @0076                               v11 = atomic_cas v10, v5, v4
;; @0076                               v12 = uextend.i32 v11
;; @007a                               jump block1(v12)
;;
;;                                 block1(v3: i32):
;; @007a                               return v3
;; }
;;
;; ;; function 3 (i32.atomic.rmw16.cmpxchg_u)
;; function u0:4(i32, i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32, v2: i32):
;; @0083                               v4 = ireduce.i16 v2
;; @0083                               v5 = ireduce.i16 v1
;; @0083                               v6 = iconst.i32 1
;; @0083                               v7 = band v0, v6  ; v6 = 1
;; @0083                               trapnz v7, user15
;; @0083                               v8 = uextend.i64 v0
;; @0083                               v9 = iconst.i64 0x1000_0000
;; @0083                               v10 = iadd v9, v8  ; v9 = 0x1000_0000
;; @0083                               v11 = iconst.i64 0
;; @0083                               v12 = iadd v10, v11  ; v11 = 0
;; @0083                               v13 = atomic_cas v12, v5, v4
;; @0083                               v14 = uextend.i32 v13
;; @0087                               jump block1(v14)
;;
;;                                 block1(v3: i32):
;; @0087                               return v3
;; }
;;
;; ;; function 4 (i64.atomic.rmw8.cmpxchg_u)
;; function u0:5(i32, i64, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64, v2: i64):
;; @0090                               v4 = ireduce.i8 v2
;; @0090                               v5 = ireduce.i8 v1
;; @0090                               v6 = uextend.i64 v0
;; @0090                               v7 = iconst.i64 0x1000_0000
;; @0090                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0090                               v9 = iconst.i64 0
;; @0090                               v10 = iadd v8, v9  ; v9 = 0
;; @0090                               v11 = atomic_cas v10, v5, v4
;; @0090                               v12 = uextend.i64 v11
;; @0094                               jump block1(v12)
;;
;;                                 block1(v3: i64):
;; @0094                               return v3
;; }
;;
;; ;; function 5 (i64.atomic.rmw16.cmpxchg_u)
;; function u0:6(i32, i64, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64, v2: i64):
;; @009d                               v4 = ireduce.i16 v2
;; @009d                               v5 = ireduce.i16 v1
;; @009d                               v6 = iconst.i32 1
;; @009d                               v7 = band v0, v6  ; v6 = 1
;; @009d                               trapnz v7, user15
;; @009d                               v8 = uextend.i64 v0
;; @009d                               v9 = iconst.i64 0x1000_0000
;; @009d                               v10 = iadd v9, v8  ; v9 = 0x1000_0000
;; @009d                               v11 = iconst.i64 0
;; @009d                               v12 = iadd v10, v11  ; v11 = 0
;; @009d                               v13 = atomic_cas v12, v5, v4
;; @009d                               v14 = uextend.i64 v13
;; @00a1                               jump block1(v14)
;;
;;                                 block1(v3: i64):
;; @00a1                               return v3
;; }
;;
;; ;; function 6 (i64.atomic.rmw32.cmpxchg_u)
;; function u0:7(i32, i64, i64) -> i64 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i64, v2: i64):
;; @00aa                               v4 = ireduce.i32 v2
;; @00aa                               v5 = ireduce.i32 v1
;; @00aa                               v6 = iconst.i32 3
;; @00aa                               v7 = band v0, v6  ; v6 = 3
;; @00aa                               trapnz v7, user15
;; @00aa                               v8 = uextend.i64 v0
;; @00aa                               v9 = iconst.i64 0x1000_0000
;; @00aa                               v10 = iadd v9, v8  ; v9 = 0x1000_0000
;; @00aa                               v11 = iconst.i64 0
;; @00aa                               v12 = iadd v10, v11  ; v11 = 0
;; @00aa                               v13 = atomic_cas v12, v5, v4
;; @00aa                               v14 = uextend.i64 v13
;; @00ae                               jump block1(v14)
;;
;;                                 block1(v3: i64):
;; @00ae                               return v3
;; }
