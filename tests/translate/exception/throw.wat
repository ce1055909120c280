;; An exception that no clause of the function catches goes through the runtime; one that a clause of the function catches is
;; a jump, and no exception is made unless its reference is used.
(module
  (tag $e (param i32))
  (tag $f (param i64 v128 f32 funcref exnref))
  (tag $g)
  (func $throw (param i32) (throw $e (local.get 0)))
  (func $throw.payload (param i64 v128 f32 funcref exnref)
    (throw $f (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)))
  (func $throw.caught (param i32) (result i32)
    (block $h (result i32) (try_table (catch $e $h) (throw $e (local.get 0))) (unreachable)))
  (func $throw.caught_by_all (param i32)
    (block $h (try_table (catch $g $h) (catch_all $h) (throw $e (local.get 0)))))
  (func $throw.caught_with_reference (param i32) (result i32 exnref)
    (block $h (result i32 exnref) (try_table (catch_ref $e $h) (throw $e (local.get 0))) (unreachable)))
  (func $throw.not_caught (param i32)
    (block $h (try_table (catch $g $h) (throw $e (local.get 0)))))
  (func $throw_ref (param exnref) (throw_ref (local.get 0)))
  (func $throw_ref.caught (param exnref) (result i32)
    (block $h (result i32)
      (block $i (try_table (catch $e $h) (catch $g $i) (throw_ref (local.get 0))))
      (i32.const 3)))
  (func $throw_ref.caught_by_all (param exnref) (result i32)
    (block $h (result i32)
      (block $i (try_table (catch $e $h) (catch_all $i) (throw_ref (local.get 0))))
      (i32.const 3)))
  (func $null (result exnref) (ref.null exn))
  (func $is_null (param exnref) (result i32) (ref.is_null (local.get 0)))
  (table funcref (elem $throw $throw.payload $throw.caught $throw.caught_by_all $throw.caught_with_reference
    $throw.not_caught $throw_ref $throw_ref.caught $throw_ref.caught_by_all $null $is_null))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (throw)
;; function u0:1(i32) tail {
;;     region0 = 6 "exceptions"
;;     sig0 = (i32, i32) -> i64 system_v
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:18 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0(v0: i32):
;; @007f                               v1 = iconst.i32 0
;; @007f                               v2 = iconst.i32 8
;; @007f                               v3 = call fn0(v1, v2)  ; v1 = 0, v2 = 8
;; @007f                               store notrap aligned region0 v0, v3+16
;; @007f                               call fn1(v3)
;; @007f                               trap user1
;; }
;;
;; ;; function 1 (throw.payload)
;; function u0:2(i64, i8x16, f32, i64, i64) tail {
;;     region0 = 6 "exceptions"
;;     sig0 = (i32, i32) -> i64 system_v
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:18 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0(v0: i64, v1: i8x16, v2: f32, v3: i64, v4: i64):
;; @008e                               v5 = iconst.i32 1
;; @008e                               v6 = iconst.i32 56
;; @008e                               v7 = call fn0(v5, v6)  ; v5 = 1, v6 = 56
;; @008e                               store notrap aligned region0 v0, v7+16
;; @008e                               store notrap aligned region0 v1, v7+32
;; @008e                               store notrap aligned region0 v2, v7+48
;; @008e                               store notrap aligned region0 v3, v7+56
;; @008e                               store notrap aligned region0 v4, v7+64
;; @008e                               call fn1(v7)
;; @008e                               trap user1
;; }
;;
;; ;; function 2 (throw.caught)
;; function u0:3(i32) -> i32 tail {
;;                                 block0(v0: i32):
;; @009d                               jump block2(v0)
;;
;;                                 block2(v2: i32):
;; @00a2                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @00a2                               return v1
;; }
;;
;; ;; function 3 (throw.caught_by_all)
;; function u0:4(i32) tail {
;;                                 block0(v0: i32):
;; @00b1                               jump block2
;;
;;                                 block2:
;; @00b5                               jump block1
;;
;;                                 block1:
;; @00b5                               return
;; }
;;
;; ;; function 4 (throw.caught_with_reference)
;; function u0:5(i32) -> i32, i64 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = (i32, i32) -> i64 system_v
;;     fn0 = colocated u0:18 sig0
;;
;;                                 block0(v0: i32):
;; @00c2                               v5 = iconst.i32 0
;; @00c2                               v6 = iconst.i32 8
;; @00c2                               v7 = call fn0(v5, v6)  ; v5 = 0, v6 = 8
;; @00c2                               store notrap aligned region0 v0, v7+16
;; @00c2                               jump block4(v7)
;;
;;                                 block4(v8: i64) cold:
;; @00c4                               v9 = load.i32 notrap aligned region0 v8+16
;; @00c4                               v10 = iconst.i32 1
;; @00c4                               store notrap aligned region0 v10, v8+4  ; v10 = 1
;; @00c4                               jump block2(v9, v8)
;;
;;                                 block2(v3: i32, v4: i64):
;; @00c7                               jump block1(v3, v4)
;;
;;                                 block1(v1: i32, v2: i64):
;; @00c7                               return v1, v2
;; }
;;
;; ;; function 5 (throw.not_caught)
;; function u0:6(i32) tail {
;;     region0 = 6 "exceptions"
;;     sig0 = (i32, i32) -> i64 system_v
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:18 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0(v0: i32):
;; @00d4                               v1 = iconst.i32 0
;; @00d4                               v2 = iconst.i32 8
;; @00d4                               v3 = call fn0(v1, v2)  ; v1 = 0, v2 = 8
;; @00d4                               store notrap aligned region0 v0, v3+16
;; @00d4                               call fn1(v3)
;; @00d4                               trap user1
;; }
;;
;; ;; function 6 (throw_ref)
;; function u0:7(i64) tail {
;;     sig0 = (i64) system_v
;;     fn0 = colocated u0:20 sig0
;;
;;                                 block0(v0: i64):
;; @00dd                               trapz v0, user14
;; @00dd                               call fn0(v0)
;; @00dd                               trap user1
;; }
;;
;; ;; function 7 (throw_ref.caught)
;; function u0:8(i64) -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = (i64) system_v
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:20 sig0
;;     fn1 = colocated u0:19 sig1
;;
;;                                 block0(v0: i64):
;; @00f0                               trapz v0, user14
;; @00f0                               v3 = load.i32 notrap aligned region0 v0
;; @00f0                               v4 = iconst.i32 0
;; @00f0                               v5 = icmp eq v3, v4  ; v4 = 0
;; @00f0                               brif v5, block5(v0), block6
;;
;;                                 block6:
;; @00f0                               v7 = iconst.i32 2
;; @00f0                               v8 = icmp.i32 eq v3, v7  ; v7 = 2
;; @00f0                               brif v8, block7(v0), block8
;;
;;                                 block8:
;; @00f0                               call fn0(v0)
;; @00f0                               trap user1
;;
;;                                 block5(v6: i64) cold:
;; @00f1                               v10 = load.i32 notrap aligned region0 v6+16
;; @00f1                               call fn1(v6)
;; @00f1                               jump block2(v10)
;;
;;                                 block7(v9: i64) cold:
;; @00f1                               call fn1(v9)
;; @00f1                               jump block3
;;
;;                                 block3:
;; @00f3                               v11 = iconst.i32 3
;; @00f5                               jump block2(v11)  ; v11 = 3
;;
;;                                 block2(v2: i32):
;; @00f6                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @00f6                               return v1
;; }
;;
;; ;; function 8 (throw_ref.caught_by_all)
;; function u0:9(i64) -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = (i64) system_v
;;     fn0 = colocated u0:19 sig0
;;
;;                                 block0(v0: i64):
;; @0107                               trapz v0, user14
;; @0107                               v3 = load.i32 notrap aligned region0 v0
;; @0107                               v4 = iconst.i32 0
;; @0107                               v5 = icmp eq v3, v4  ; v4 = 0
;; @0107                               brif v5, block5(v0), block6
;;
;;                                 block6:
;; @0107                               jump block7(v0)
;;
;;                                 block5(v6: i64) cold:
;; @0108                               v8 = load.i32 notrap aligned region0 v6+16
;; @0108                               call fn0(v6)
;; @0108                               jump block2(v8)
;;
;;                                 block7(v7: i64) cold:
;; @0108                               call fn0(v7)
;; @0108                               jump block3
;;
;;                                 block3:
;; @010a                               v9 = iconst.i32 3
;; @010c                               jump block2(v9)  ; v9 = 3
;;
;;                                 block2(v2: i32):
;; @010d                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @010d                               return v1
;; }
;;
;; ;; function 9 (null)
;; function u0:10() -> i64 tail {
;;                                 block0:
;; @0110                               v1 = iconst.i64 0
;; @0112                               jump block1(v1)  ; v1 = 0
;;
;;                                 block1(v0: i64):
;; @0112                               return v0
;; }
;;
;; ;; function 10 (is_null)
;; function u0:11(i64) -> i32 tail {
;;                                 block0(v0: i64):
;; @0117                               v2 = iconst.i64 0
;; @0117                               v3 = icmp eq v0, v2  ; v2 = 0
;; @0117                               v4 = uextend.i32 v3
;; @0118                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @0118                               return v1
;; }
