;; Direct calls: with several parameters and results, and of itself.
(module
  (func $none)
  (func $several (param i32 i64 f32 f64 v128) (result i64 i32) (local.get 1) (local.get 0))
  (func $call.none (call $none))
  (func $call.several (result i64 i32)
    (call $several (i32.const 1)
    (i64.const 2) (f32.const 3) (f64.const 4) (v128.const i64x2 5 6)))
  (func $call.self (param i32) (result i32) (call $call.self (local.get 0)))
  (table funcref (elem $none $several $call.none $call.several $call.self))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (none)
;; function u0:1() tail {
;;                                 block0:
;; @0052                               jump block1
;;
;;                                 block1:
;; @0052                               return
;; }
;;
;; ;; function 1 (several)
;; function u0:2(i32, i64, f32, f64, i8x16) -> i64, i32 tail {
;;                                 block0(v0: i32, v1: i64, v2: f32, v3: f64, v4: i8x16):
;; @0059                               jump block1(v1, v0)
;;
;;                                 block1(v5: i64, v6: i32):
;; @0059                               return v5, v6
;; }
;;
;; ;; function 2 (call.none)
;; function u0:3() tail {
;;     sig0 = () tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0:
;; @005c                               call fn0()
;; @005e                               jump block1
;;
;;                                 block1:
;; @005e                               return
;; }
;;
;; ;; function 3 (call.several)
;; function u0:4() -> i64, i32 tail {
;;     sig0 = (i32, i64, f32, f64, i8x16) -> i64, i32 tail
;;     fn0 = colocated u0:2 sig0
;;     const0 = 0x00000000000000060000000000000005
;;
;;                                 block0:
;; @0061                               v2 = iconst.i32 1
;; @0063                               v3 = iconst.i64 2
;; @0065                               v4 = f32const 0x1.800000p1
;; @006a                               v5 = f64const 0x1.0000000000000p2
;; @0073                               v6 = vconst.i8x16 const0
;; @0085                               v7, v8 = call fn0(v2, v3, v4, v5, v6)  ; v2 = 1, v3 = 2, v4 = 0x1.800000p1, v5 = 0x1.0000000000000p2, v6 = const0
;; @0087                               jump block1(v7, v8)
;;
;;                                 block1(v0: i64, v1: i32):
;; @0087                               return v0, v1
;; }
;;
;; ;; function 4 (call.self)
;; function u0:5(i32) -> i32 tail {
;;     sig0 = (i32) -> i32 tail
;;     fn0 = colocated u0:5 sig0
;;
;;                                 block0(v0: i32):
;; @008c                               v2 = call fn0(v0)
;; @008e                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @008e                               return v1
;; }
