;; Calls of references: validation knows their type, so only null is tested.
(module
  (type $unary (func (param i32) (result i32)))
  (func $call_ref (param (ref null $unary)) (result i32) (call_ref $unary (i32.const 1) (local.get 0)))
  (func $return_call_ref (param (ref null $unary)) (result i32) (return_call_ref $unary (i32.const 1) (local.get 0)))
  (table funcref (elem $call_ref $return_call_ref))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (call_ref)
;; function u0:1(i64) -> i32 tail {
;;     sig0 = () system_v
;;     sig1 = (i32) -> i32 tail
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i64):
;; @0043                               v2 = iconst.i32 1
;; @0047                               trapz v0, user13
;; @0047                               v3 = ireduce.i32 v0
;; @0047                               v4 = uextend.i64 v3
;; @0047                               v5 = func_addr.i64 fn0
;; @0047                               v6 = iadd v5, v4
;; @0047                               v7 = call_indirect sig1, v6(v2)  ; v2 = 1
;; @0049                               jump block1(v7)
;;
;;                                 block1(v1: i32):
;; @0049                               return v1
;; }
;;
;; ;; function 1 (return_call_ref)
;; function u0:2(i64) -> i32 tail {
;;     sig0 = () system_v
;;     sig1 = (i32) -> i32 tail
;;     fn0 = colocated u0:0 sig0
;;
;;                                 block0(v0: i64):
;; @004c                               v2 = iconst.i32 1
;; @0050                               trapz v0, user13
;; @0050                               v3 = ireduce.i32 v0
;; @0050                               v4 = uextend.i64 v3
;; @0050                               v5 = func_addr.i64 fn0
;; @0050                               v6 = iadd v5, v4
;; @0050                               return_call_indirect sig1, v6(v2)  ; v2 = 1
;; }
