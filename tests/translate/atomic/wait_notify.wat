;; Waiting and notifying are calls of the runtime, with an address that compiled code has checked, here by reading there.
(module
  (memory 1 1 shared)
  (func $memory.atomic.notify (param i32 i32) (result i32)
    (memory.atomic.notify (local.get 0) (local.get 1)))
  (func $memory.atomic.wait32 (param i32 i32 i64) (result i32)
    (memory.atomic.wait32 (local.get 0) (local.get 1) (local.get 2)))
  (func $memory.atomic.wait64 (param i32 i64 i64) (result i32)
    (memory.atomic.wait64 (local.get 0) (local.get 1) (local.get 2)))
  (func $atomic.fence  (atomic.fence))
  (table funcref (elem
    $memory.atomic.notify $memory.atomic.wait32 $memory.atomic.wait64 $atomic.fence))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (memory.atomic.notify)
;; function u0:1(i32, i32) -> i32 tail {
;;     region0 = 0 "linear memory"
;;     sig0 = (i64, i32) -> i32 system_v
;;     fn0 = colocated u0:16 sig0
;;
;;                                 block0(v0: i32, v1: i32):
;; @005a                               v3 = iconst.i32 3
;; @005a                               v4 = band v0, v3  ; v3 = 3
;; @005a                               trapnz v4, user15
;; @005a                               v5 = uextend.i64 v0
;; @005a                               v6 = iconst.i64 0x1000_0000
;; @005a                               v7 = iadd v6, v5  ; v6 = 0x1000_0000
;; @005a                               v8 = load.i32 little region0 v7
;; @005a                               v9 = iconst.i64 0
;; @005a                               v10 = iadd v7, v9  ; v9 = 0
;; @005a                               v11 = call fn0(v10, v1)
;; @005e                               jump block1(v11)
;;
;;                                 block1(v2: i32):
;; @005e                               return v2
;; }
;;
;; ;; function 1 (memory.atomic.wait32)
;; function u0:2(i32, i32, i64) -> i32 tail {
;;     region0 = 0 "linear memory"
;;     sig0 = (i64, i32, i64) -> i32 system_v
;;     fn0 = colocated u0:17 sig0
;;
;;                                 block0(v0: i32, v1: i32, v2: i64):
;; @0067                               v4 = iconst.i32 3
;; @0067                               v5 = band v0, v4  ; v4 = 3
;; @0067                               trapnz v5, user15
;; @0067                               v6 = uextend.i64 v0
;; @0067                               v7 = iconst.i64 0x1000_0000
;; @0067                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0067                               v9 = load.i32 little region0 v8
;; @0067                               v10 = iconst.i64 0
;; @0067                               v11 = iadd v8, v10  ; v10 = 0
;; @0067                               v12 = call fn0(v11, v1, v2)
;; @006b                               jump block1(v12)
;;
;;                                 block1(v3: i32):
;; @006b                               return v3
;; }
;;
;; ;; function 2 (memory.atomic.wait64)
;; function u0:3(i32, i64, i64) -> i32 tail {
;;     region0 = 0 "linear memory"
;;     sig0 = (i64, i64, i64) -> i32 system_v
;;     fn0 = colocated u0:18 sig0
;;
;;                                 block0(v0: i32, v1: i64, v2: i64):
;; @0074                               v4 = iconst.i32 7
;; @0074                               v5 = band v0, v4  ; v4 = 7
;; @0074                               trapnz v5, user15
;; @0074                               v6 = uextend.i64 v0
;; @0074                               v7 = iconst.i64 0x1000_0000
;; @0074                               v8 = iadd v7, v6  ; v7 = 0x1000_0000
;; @0074                               v9 = load.i64 little region0 v8
;; @0074                               v10 = iconst.i64 0
;; @0074                               v11 = iadd v8, v10  ; v10 = 0
;; @0074                               v12 = call fn0(v11, v1, v2)
;; @0078                               jump block1(v12)
;;
;;                                 block1(v3: i32):
;; @0078                               return v3
;; }
;;
;; ;; function 3 (atomic.fence)
;; function u0:4() tail {
;;                                 block0:
;; @007b                               fence
;; @007e                               jump block1
;;
;;                                 block1:
;; @007e                               return
;; }
