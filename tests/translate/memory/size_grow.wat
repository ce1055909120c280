;; memory.size is read from the state of the memory, in pages; memory.grow is a call of the runtime.
(module
  (memory 1 10)
  (func $memory.size (result i32) (memory.size))
  (func $memory.grow (param i32) (result i32) (memory.grow (local.get 0)))
  (table funcref (elem $memory.size $memory.grow))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (memory.size)
;; function u0:1() -> i32 tail {
;;     region0 = 1 "memory state"
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @0047                               v1 = symbol_value.i64 gv0
;; @0047                               v2 = load.i64 notrap aligned region0 v1+8
;; @0047                               v3 = iconst.i64 16
;; @0047                               v4 = ushr v2, v3  ; v3 = 16
;; @0047                               v5 = ireduce.i32 v4
;; @0049                               jump block1(v5)
;;
;;                                 block1(v0: i32):
;; @0049                               return v0
;; }
;;
;; ;; function 1 (memory.grow)
;; function u0:2(i32) -> i32 tail {
;;     sig0 = (i32, i64) -> i64 system_v
;;     fn0 = colocated u0:4 sig0
;;
;;                                 block0(v0: i32):
;; @004e                               v2 = iconst.i32 0
;; @004e                               v3 = uextend.i64 v0
;; @004e                               v4 = call fn0(v2, v3)  ; v2 = 0
;; @004e                               v5 = ireduce.i32 v4
;; @0050                               jump block1(v5)
;;
;;                                 block1(v1: i32):
;; @0050                               return v1
;; }
