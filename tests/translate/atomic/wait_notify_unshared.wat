;; On a memory that is not shared no thread can wait: waiting traps, by a call of the runtime, and notifying wakes no thread.
(module
  (memory 1 1)
  (func $memory.atomic.notify (param i32 i32) (result i32)
    (memory.atomic.notify (local.get 0) (local.get 1)))
  (func $memory.atomic.wait32 (param i32 i32 i64) (result i32)
    (memory.atomic.wait32 (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.atomic.wait64 (param i32 i64 i64) (result i32)
    (memory.atomic.wait64 (local.get 0) (local.get 1) (local.get 2)))
  (table funcref (elem
    $memory.atomic.notify $memory.atomic.wait32 $memory.atomic.wait64))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (memory.atomic.notify)
;; function u0:1(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;
;;                                 block0(v0: i32, v1: i32):
;; @0058                               v3 = iconst.i32 3
;; @0058                               v4 = band v0, v3  ; v3 = 3
;; @0058                               trapnz v4, user15
;; @0058                               v5 = uextend.i64 v0
;; @0058                               v6 = iconst.i64 0x1000_0000
;; @0058                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @0058                               v8 = load.i32 little region0 v7
;; @0058                               v9 = iconst.i64 0
;; @0058                               v10 = iadd v7, v9  ; v9 = 0
;; @0058                               v11 = iconst.i32 0
;; @005c                               jump block1(v11)  ; v11 = 0
;;
;;                                 block1(v2: i32):
;; @005c                               return v2
;; }
;;
;; ;; function 1 (memory.atomic.wait32)
;; function u0:2(i32, i32, i64) -> i32 tail {
;;     region0 = 0 "linear memory"
;;     sig0 = (i32) system_v
;;     fn0 = colocated u0:13 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i64):
;; @0065                               v4 = iconst.i32 3
;; @0065                               v5 = band v0, v4  ; v4 = 3
;; @0065                               trapnz v5, user15
;; @0065                               v6 = uextend.i64 v0
;; @0065                               v7 = iconst.i64 0x1000_0000
;; @0065                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0065                               v9 = load.i32 little region0 v8
;; @0065                               v10 = iconst.i64 0
;; @0065                               v11 = iadd v8, v10  ; v10 = 0
;; @0065                               v12 = iconst.i32 17
;; @0065                               call fn0(v12)  ; v12 = 17
;; @0065                               v13 = iconst.i32 0
;; @0069                               jump block1(v13)  ; v13 = 0
;;
;;                                 block1(v3: i32):
;; @0069                               return v3
;; }
;;
;; ;; function 2 (memory.atomic.wait64)
;; function u0:3(i32, i64, i64) -> i32 tail {
;;     region0 = 0 "linear memory"
;;     sig0 = (i32) system_v
;;     fn0 = colocated u0:13 sig0
;;
;;                                 block0(v0: i32, v1: i64, v2: i64):
;; @0072                               v4 = iconst.i32 7
;; @0072                               v5 = band v0, v4  ; v4 = 7
;; @0072                               trapnz v5, user15
;; @0072                               v6 = uextend.i64 v0
;; @0072                               v7 = iconst.i64 0x1000_0000
;; @0072                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0072                               v9 = load.i64 little region0 v8
;; @0072                               v10 = iconst.i64 0
;; @0072                               v11 = iadd v8, v10  ; v10 = 0
;; @0072                               v12 = iconst.i32 17
;; @0072                               call fn0(v12)  ; v12 = 17
;; @0072                               v13 = iconst.i32 0
;; @0076                               jump block1(v13)  ; v13 = 0
;;
;;                                 block1(v3: i32):
;; @0076                               return v3
;; }
