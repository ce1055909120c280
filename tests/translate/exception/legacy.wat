;; The legacy encoding: clauses follow the code whose exceptions they catch, `rethrow` throws the exception of the clause
;; around it, and `delegate` skips the clauses between a `try` and the label.
(module
  (tag $e (param i32))
  (tag $g)
  (func $callee)
  (func $catch (result i32)
    try (result i32) call $callee i32.const 1 catch $e catch_all i32.const 2 end)
  (func $no_clause try call $callee end)
  (func $not_thrown (result i32) try (result i32) i32.const 1 catch $e end)
  (func $throw (param i32) (result i32)
    try (result i32) local.get 0 throw $e catch $e end)
  (func $rethrow (result i32)
    try (result i32)
      try call $callee catch_all call $callee rethrow 0 end
      i32.const 1
    catch $e
    end)
  (func $rethrow.known
    try
      try call $callee catch $g block rethrow 1 end end
    catch $g
    end)
  (func $rethrow.outer
    try call $callee
    catch $e
      drop
      try call $callee catch_all rethrow 1 end
    end)
  (func $clauses_are_outside (result i32)
    try (result i32)
      try call $callee catch_all call $callee end
      i32.const 1
    catch $e
    end)
  (func $delegate (result i32)
    try $outer (result i32)
      try call $callee try call $callee delegate $outer catch $g end
      i32.const 1
    catch $e
    end)
  (func $delegate.block (result i32)
    try $outer (result i32)
      block $b try try call $callee delegate $b catch_all end end
      i32.const 1
    catch $e
    end)
  (func $delegate.clause
    try $outer
      call $callee
    catch_all
      try call $callee delegate $outer
    end)
  (func $delegate.caller
    try try call $callee delegate 1 catch_all end)
  (func $dead
    unreachable
    try call $callee try delegate 0 catch $e rethrow 0 catch_all end
    call $callee
    try call $callee catch_all end)
  (table funcref (elem $callee $catch $no_clause $not_thrown $throw $rethrow $rethrow.known $rethrow.outer
    $clauses_are_outside $delegate $delegate.block $delegate.clause $delegate.caller $dead))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 0 (callee)
;; function u0:1() tail {
;;                                 block0:
;; @0065                               jump block1
;;
;;                                 block1:
;; @0065                               return
;; }
;;
;; ;; function 1 (catch)
;; function u0:2() -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:22 sig1
;;
;;                                 block0:
;; @006a                               try_call fn0(), sig0, block3, [ tag0: block4(exn0), default: block5(exn0) ]
;;
;;                                 block3:
;; @006c                               v4 = iconst.i32 1
;; @006e                               jump block2(v4)  ; v4 = 1
;;
;;                                 block4(v2: i64) cold:
;; @006e                               v5 = load.i32 notrap aligned region0 v2+16
;; @006e                               call fn1(v2)
;; @0070                               jump block2(v5)
;;
;;                                 block5(v3: i64) cold:
;; @0070                               call fn1(v3)
;; @0071                               v6 = iconst.i32 2
;; @0073                               jump block2(v6)  ; v6 = 2
;;
;;                                 block2(v1: i32):
;; @0074                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @0074                               return v0
;; }
;;
;; ;; function 2 (no_clause)
;; function u0:3() tail {
;;     sig0 = () tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0:
;; @0079                               call fn0()
;; @007b                               jump block2
;;
;;                                 block2:
;; @007c                               jump block1
;;
;;                                 block1:
;; @007c                               return
;; }
;;
;; ;; function 3 (not_thrown)
;; function u0:4() -> i32 tail {
;;                                 block0:
;; @0081                               v2 = iconst.i32 1
;; @0083                               jump block2(v2)  ; v2 = 1
;;
;;                                 block2(v1: i32):
;; @0086                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @0086                               return v0
;; }
;;
;; ;; function 4 (throw)
;; function u0:5(i32) -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = (i32, i32) -> i64 system_v
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:21 sig0
;;     fn1 = colocated u0:22 sig1
;;
;;                                 block0(v0: i32):
;; @008d                               v3 = iconst.i32 0
;; @008d                               v4 = iconst.i32 8
;; @008d                               v5 = call fn0(v3, v4)  ; v3 = 0, v4 = 8
;; @008d                               store notrap aligned region0 v0, v5+16
;; @008d                               jump block3(v5)
;;
;;                                 block3(v6: i64) cold:
;; @008f                               v7 = load.i32 notrap aligned region0 v6+16
;; @008f                               call fn1(v6)
;; @0091                               jump block2(v7)
;;
;;                                 block2(v2: i32):
;; @0092                               jump block1(v2)
;;
;;                                 block1(v1: i32):
;; @0092                               return v1
;; }
;;
;; ;; function 5 (rethrow)
;; function u0:6() -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     sig2 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:23 sig1
;;     fn2 = colocated u0:22 sig2
;;
;;                                 block0:
;; @0099                               try_call fn0(), sig0, block4, [ default: block5(exn0) ]
;;
;;                                 block4:
;; @009b                               jump block3
;;
;;                                 block5(v2: i64) cold:
;; @009b                               v3 = iconst.i32 1
;; @009b                               store notrap aligned region0 v3, v2+4  ; v3 = 1
;; @009c                               try_call fn0(), sig0, block6, [ tag0: block7(exn0) ]
;;
;;                                 block6:
;; @009e                               v5 = load.i32 notrap aligned region0 v2
;; @009e                               v6 = iconst.i32 0
;; @009e                               v7 = icmp eq v5, v6  ; v6 = 0
;; @009e                               brif v7, block7(v2), block8
;;
;;                                 block8:
;; @009e                               call fn1(v2)
;; @009e                               trap user1
;;
;;                                 block3:
;; @00a1                               v8 = iconst.i32 1
;; @00a3                               jump block2(v8)  ; v8 = 1
;;
;;                                 block7(v4: i64) cold:
;; @00a3                               v9 = load.i32 notrap aligned region0 v4+16
;; @00a3                               call fn2(v4)
;; @00a5                               jump block2(v9)
;;
;;                                 block2(v1: i32):
;; @00a6                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @00a6                               return v0
;; }
;;
;; ;; function 6 (rethrow.known)
;; function u0:7() tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:22 sig1
;;
;;                                 block0:
;; @00ad                               try_call fn0(), sig0, block4, [ tag1: block5(exn0) ]
;;
;;                                 block4:
;; @00af                               jump block3
;;
;;                                 block5(v0: i64) cold:
;; @00af                               v1 = iconst.i32 1
;; @00af                               store notrap aligned region0 v1, v0+4  ; v1 = 1
;; @00b3                               jump block7(v0)
;;
;;                                 block3:
;; @00b7                               jump block2
;;
;;                                 block7(v2: i64) cold:
;; @00b7                               call fn1(v2)
;; @00b9                               jump block2
;;
;;                                 block2:
;; @00ba                               jump block1
;;
;;                                 block1:
;; @00ba                               return
;; }
;;
;; ;; function 7 (rethrow.outer)
;; function u0:8() tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     sig2 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:22 sig1
;;     fn2 = colocated u0:23 sig2
;;
;;                                 block0:
;; @00bf                               try_call fn0(), sig0, block3, [ tag0: block4(exn0) ]
;;
;;                                 block3:
;; @00c1                               jump block2
;;
;;                                 block4(v0: i64) cold:
;; @00c1                               v1 = load.i32 notrap aligned region0 v0+16
;; @00c1                               v2 = iconst.i32 1
;; @00c1                               store notrap aligned region0 v2, v0+4  ; v2 = 1
;; @00c6                               try_call fn0(), sig0, block6, [ default: block7(exn0) ]
;;
;;                                 block6:
;; @00c8                               jump block5
;;
;;                                 block7(v3: i64) cold:
;; @00c8                               call fn1(v3)
;; @00c9                               call fn2(v0)
;; @00c9                               trap user1
;;
;;                                 block5:
;; @00cc                               jump block2
;;
;;                                 block2:
;; @00cd                               jump block1
;;
;;                                 block1:
;; @00cd                               return
;; }
;;
;; ;; function 8 (clauses_are_outside)
;; function u0:9() -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:22 sig1
;;
;;                                 block0:
;; @00d4                               try_call fn0(), sig0, block4, [ default: block5(exn0) ]
;;
;;                                 block4:
;; @00d6                               jump block3
;;
;;                                 block5(v2: i64) cold:
;; @00d6                               call fn1(v2)
;; @00d7                               try_call fn0(), sig0, block6, [ tag0: block7(exn0) ]
;;
;;                                 block6:
;; @00d9                               jump block3
;;
;;                                 block3:
;; @00da                               v4 = iconst.i32 1
;; @00dc                               jump block2(v4)  ; v4 = 1
;;
;;                                 block7(v3: i64) cold:
;; @00dc                               v5 = load.i32 notrap aligned region0 v3+16
;; @00dc                               call fn1(v3)
;; @00de                               jump block2(v5)
;;
;;                                 block2(v1: i32):
;; @00df                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @00df                               return v0
;; }
;;
;; ;; function 9 (delegate)
;; function u0:10() -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:22 sig1
;;
;;                                 block0:
;; @00e6                               try_call fn0(), sig0, block4, [ tag1: block5(exn0), tag0: block6(exn0) ]
;;
;;                                 block4:
;; @00ea                               try_call fn0(), sig0, block8, [ tag0: block6(exn0) ]
;;
;;                                 block8:
;; @00ec                               jump block7
;;
;;                                 block7:
;; @00ee                               jump block3
;;
;;                                 block5(v2: i64) cold:
;; @00ee                               call fn1(v2)
;; @00f0                               jump block3
;;
;;                                 block3:
;; @00f1                               v4 = iconst.i32 1
;; @00f3                               jump block2(v4)  ; v4 = 1
;;
;;                                 block6(v3: i64) cold:
;; @00f3                               v5 = load.i32 notrap aligned region0 v3+16
;; @00f3                               call fn1(v3)
;; @00f5                               jump block2(v5)
;;
;;                                 block2(v1: i32):
;; @00f6                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @00f6                               return v0
;; }
;;
;; ;; function 10 (delegate.block)
;; function u0:11() -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:22 sig1
;;
;;                                 block0:
;; @0101                               try_call fn0(), sig0, block6, [ tag0: block7(exn0) ]
;;
;;                                 block6:
;; @0103                               jump block5
;;
;;                                 block5:
;; @0105                               jump block4
;;
;;                                 block4:
;; @0107                               jump block3
;;
;;                                 block3:
;; @0108                               v3 = iconst.i32 1
;; @010a                               jump block2(v3)  ; v3 = 1
;;
;;                                 block7(v2: i64) cold:
;; @010a                               v4 = load.i32 notrap aligned region0 v2+16
;; @010a                               call fn1(v2)
;; @010c                               jump block2(v4)
;;
;;                                 block2(v1: i32):
;; @010d                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @010d                               return v0
;; }
;;
;; ;; function 11 (delegate.clause)
;; function u0:12() tail {
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:22 sig1
;;
;;                                 block0:
;; @0112                               try_call fn0(), sig0, block3, [ default: block4(exn0) ]
;;
;;                                 block3:
;; @0114                               jump block2
;;
;;                                 block4(v0: i64) cold:
;; @0114                               call fn1(v0)
;; @0117                               call fn0()
;; @0119                               jump block5
;;
;;                                 block5:
;; @011b                               jump block2
;;
;;                                 block2:
;; @011c                               jump block1
;;
;;                                 block1:
;; @011c                               return
;; }
;;
;; ;; function 12 (delegate.caller)
;; function u0:13() tail {
;;     sig0 = () tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0:
;; @0123                               call fn0()
;; @0125                               jump block3
;;
;;                                 block3:
;; @0127                               jump block2
;;
;;                                 block2:
;; @0129                               jump block1
;;
;;                                 block1:
;; @0129                               return
;; }
;;
;; ;; function 13 (dead)
;; function u0:14() tail {
;;                                 block0:
;; @012c                               trap user1
;; }
