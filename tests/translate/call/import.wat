;; A WASI function is called directly, in the convention of the platform; nothing follows proc_exit, which does not
;; return.
(module
  (import "wasi_snapshot_preview1" "fd_close" (func $fd_close (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (func $call.import (result i32) (call $fd_close (i32.const 3)))
  (func $call.exit (call $proc_exit (i32.const 0)))
  (table funcref (elem $call.import $call.exit))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 2 (call.import)
;; function u0:1() -> i32 tail {
;;     sig0 = (i32) -> i32 system_v
;;     fn0 = colocated u0:30 sig0
;;
;;                                 block0:
;; @008d                               v1 = iconst.i32 3
;; @008f                               v2 = call fn0(v1)  ; v1 = 3
;; @0091                               jump block1(v2)
;;
;;                                 block1(v0: i32):
;; @0091                               return v0
;; }
;;
;; ;; function 3 (call.exit)
;; function u0:2() tail {
;;     sig0 = (i32) system_v
;;     fn0 = colocated u0:31 sig0
;;
;;                                 block0:
;; @0094                               v0 = iconst.i32 0
;; @0096                               call fn0(v0)  ; v0 = 0
;; @0098                               jump block1
;;
;;                                 block1:
;; @0098                               return
;; }
