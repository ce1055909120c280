;;! build: --unknown-imports trap
;; An import that nothing provides traps when it is called; its reference is a function that traps.
(module
  (import "env" "unknown" (func $unknown (param i64) (result f32)))
  (elem declare func $unknown)
  (func $call.unknown (param i64) (result f32) (call $unknown (local.get 0)))
  (func $ref.unknown (result funcref) (ref.func $unknown))
  (table funcref (elem $call.unknown $ref.unknown))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 1 (call.unknown)
;; function u0:1(i64) -> f32 tail {
;;     sig0 = (i64) -> f32 tail
;;     fn0 = colocated u0:4 sig0
;;
;;                                 block0(v0: i64):
;; @0058                               v2 = call fn0(v0)
;; @005a                               jump block1(v2)
;;
;;                                 block1(v1: f32):
;; @005a                               return v1
;; }
;;
;; ;; function 2 (ref.unknown)
;; function u0:2() -> i64 tail {
;;     gv0 = symbol colocated userextname0
;;
;;                                 block0:
;; @005d                               v1 = symbol_value.i64 gv0
;; @005d                               v2 = load.i64 notrap aligned readonly can_move v1
;; @005f                               jump block1(v2)
;;
;;                                 block1(v0: i64):
;; @005f                               return v0
;; }
