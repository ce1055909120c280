;; Calls in the scope of clauses have the landings of those clauses beside the place where they return. A clause without a
;; reference gives the exception back, one with a reference notes that the guest has it.
(module
  (tag $e (param i32))
  (tag $f (param i64 v128 f32))
  (import "wasi_snapshot_preview1" "sched_yield" (func $host (result i32)))
  (type $nothing (func))
  (func $callee (result i32 i64) (i32.const 1) (i64.const 2))
  (func $catch (result i32)
    (block $h (result i32) (try_table (catch $e $h) (call $callee) (return (drop))) (unreachable)))
  (func $catch_ref (result i32 exnref)
    (block $h (result i32 exnref) (try_table (catch_ref $e $h) (call $callee) (drop) (drop)) (unreachable)))
  (func $catch_all
    (block $h (try_table (catch_all $h) (call $callee) (drop) (drop))))
  (func $catch_all_ref (result exnref)
    (block $h (result exnref) (try_table (catch_all_ref $h) (call $callee) (drop) (drop)) (unreachable)))
  (func $payload (result i64 v128 f32)
    (block $h (result i64 v128 f32)
      (try_table (catch $f $h) (call $callee) (drop) (drop)) (unreachable)))
  (func $indirect (param i32)
    (block $h (try_table (catch_all $h) (call_indirect (type $nothing) (local.get 0)))))
  (func $locals (param i32) (result i32)
    (block $h
      (try_table (catch_all $h)
        (call $catch_all) (local.set 0 (i32.const 7)) (call $catch_all)))
    (local.get 0))
  ;; The first clause for a tag counts, from the innermost on; what follows a clause for all does not.
  (func $nested (result i32)
    (block $outer (result i32)
      (block $inner
        (try_table (catch $e $outer) (catch_all $inner) (catch $e $outer)
          (try_table (catch $e $outer)
            (call $catch_all))))
      (i32.const 5)))
  (func $loop (param i32) (result i32)
    (local.get 0)
    (loop $again (param i32) (result i32)
      (drop)
      (try_table (result i32) (catch $e $again) (call $callee) (drop))))
  ;; A host call throws nothing, and clauses without a call in scope are left out.
  (func $nothing_throws (result i32)
    (block $h (result i32) (try_table (result i32) (catch $e $h) (call $host))))
  (func $dead
    (unreachable)
    (block $h (try_table (catch_all $h) (call $catch_all) (try_table (throw_ref (ref.null exn))) (unreachable))))
  (table funcref (elem $callee $catch $catch_ref $catch_all $catch_all_ref $payload $indirect $locals $nested $loop
    $nothing_throws $dead))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))

;; ;; function 1 (callee)
;; function u0:1() -> i32, i64 tail {
;;                                 block0:
;; @00a3                               v2 = iconst.i32 1
;; @00a5                               v3 = iconst.i64 2
;; @00a7                               jump block1(v2, v3)  ; v2 = 1, v3 = 2
;;
;;                                 block1(v0: i32, v1: i64):
;; @00a7                               return v0, v1
;; }
;;
;; ;; function 2 (catch)
;; function u0:2() -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () -> i32, i64 tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0:
;; @00b2                               try_call fn0(), sig0, block4(ret0, ret1), [ tag0: block5(exn0) ]
;;
;;                                 block4(v2: i32, v3: i64):
;; @00b5                               jump block1(v2)
;;
;;                                 block5(v4: i64) cold:
;; @00b6                               v5 = load.i32 notrap aligned region0 v4+16
;; @00b6                               call fn1(v4)
;; @00b6                               jump block2(v5)
;;
;;                                 block2(v1: i32):
;; @00b9                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @00b9                               return v0
;; }
;;
;; ;; function 3 (catch_ref)
;; function u0:3() -> i32, i64 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () -> i32, i64 tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0:
;; @00c4                               try_call fn0(), sig0, block4(ret0, ret1), [ tag0: block5(exn0) ]
;;
;;                                 block4(v4: i32, v5: i64):
;; @00c8                               jump block3
;;
;;                                 block5(v6: i64) cold:
;; @00c8                               v7 = load.i32 notrap aligned region0 v6+16
;; @00c8                               v8 = iconst.i32 1
;; @00c8                               store notrap aligned region0 v8, v6+4  ; v8 = 1
;; @00c8                               jump block2(v7, v6)
;;
;;                                 block3:
;; @00c9                               trap user1
;;
;;                                 block2(v2: i32, v3: i64):
;; @00cb                               jump block1(v2, v3)
;;
;;                                 block1(v0: i32, v1: i64):
;; @00cb                               return v0, v1
;; }
;;
;; ;; function 4 (catch_all)
;; function u0:4() tail {
;;     sig0 = () -> i32, i64 tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0:
;; @00d5                               try_call fn0(), sig0, block4(ret0, ret1), [ default: block5(exn0) ]
;;
;;                                 block4(v0: i32, v1: i64):
;; @00d9                               jump block3
;;
;;                                 block5(v2: i64) cold:
;; @00d9                               call fn1(v2)
;; @00d9                               jump block2
;;
;;                                 block3:
;; @00da                               jump block2
;;
;;                                 block2:
;; @00db                               jump block1
;;
;;                                 block1:
;; @00db                               return
;; }
;;
;; ;; function 5 (catch_all_ref)
;; function u0:5() -> i64 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () -> i32, i64 tail
;;     fn0 = colocated u0:1 sig0
;;
;;                                 block0:
;; @00e5                               try_call fn0(), sig0, block4(ret0, ret1), [ default: block5(exn0) ]
;;
;;                                 block4(v2: i32, v3: i64):
;; @00e9                               jump block3
;;
;;                                 block5(v4: i64) cold:
;; @00e9                               v5 = iconst.i32 1
;; @00e9                               store notrap aligned region0 v5, v4+4  ; v5 = 1
;; @00e9                               jump block2(v4)
;;
;;                                 block3:
;; @00ea                               trap user1
;;
;;                                 block2(v1: i64):
;; @00ec                               jump block1(v1)
;;
;;                                 block1(v0: i64):
;; @00ec                               return v0
;; }
;;
;; ;; function 6 (payload)
;; function u0:6() -> i64, i8x16, f32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () -> i32, i64 tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0:
;; @00f7                               try_call fn0(), sig0, block4(ret0, ret1), [ tag1: block5(exn0) ]
;;
;;                                 block4(v6: i32, v7: i64):
;; @00fb                               jump block3
;;
;;                                 block5(v8: i64) cold:
;; @00fb                               v9 = load.i64 notrap aligned region0 v8+16
;; @00fb                               v10 = load.i8x16 notrap aligned region0 v8+32
;; @00fb                               v11 = load.f32 notrap aligned region0 v8+48
;; @00fb                               call fn1(v8)
;; @00fb                               jump block2(v9, v10, v11)
;;
;;                                 block3:
;; @00fc                               trap user1
;;
;;                                 block2(v3: i64, v4: i8x16, v5: f32):
;; @00fe                               jump block1(v3, v4, v5)
;;
;;                                 block1(v0: i64, v1: i8x16, v2: f32):
;; @00fe                               return v0, v1, v2
;; }
;;
;; ;; function 7 (indirect)
;; function u0:7(i32) tail {
;;     region0 = 3 "table elements"
;;     gv0 = symbol colocated userextname0
;;     sig0 = () system_v
;;     sig1 = () tail
;;     sig2 = (i64) system_v
;;     fn0 = colocated u0:0 sig0
;;     fn1 = colocated u0:20 sig2
;;
;;                                 block0(v0: i32):
;; @010a                               v1 = iconst.i64 12
;; @010a                               v2 = uextend.i64 v0
;; @010a                               v3 = icmp uge v2, v1  ; v1 = 12
;; @010a                               trapnz v3, user4
;; @010a                               v4 = iconst.i64 0
;; @010a                               v5 = select_spectre_guard v3, v4, v2  ; v4 = 0
;; @010a                               v6 = iconst.i64 3
;; @010a                               v7 = ishl v5, v6  ; v6 = 3
;; @010a                               v8 = symbol_value.i64 gv0
;; @010a                               v9 = iadd v8, v7
;; @010a                               v10 = load.i32 notrap aligned region0 v9+4
;; @010a                               v11 = iconst.i32 1
;; @010a                               v12 = icmp ne v10, v11  ; v11 = 1
;; @010a                               brif v12, block4, block5
;;
;;                                 block4 cold:
;; @010a                               trapz.i32 v10, user5
;; @010a                               trap user6
;;
;;                                 block5:
;; @010a                               v13 = uload32.i64 notrap aligned region0 v9
;; @010a                               v14 = func_addr.i64 fn0
;; @010a                               v15 = iadd v14, v13
;; @010a                               try_call_indirect v15(), sig1, block6, [ default: block7(exn0) ]
;;
;;                                 block6:
;; @010d                               jump block3
;;
;;                                 block7(v16: i64) cold:
;; @010d                               call fn1(v16)
;; @010d                               jump block2
;;
;;                                 block3:
;; @010e                               jump block2
;;
;;                                 block2:
;; @010f                               jump block1
;;
;;                                 block1:
;; @010f                               return
;; }
;;
;; ;; function 8 (locals)
;; function u0:8(i32) -> i32 tail {
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:4 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0(v0: i32):
;; @0119                               try_call fn0(), sig0, block4, [ default: block5(exn0, v0) ]
;;
;;                                 block4:
;; @011b                               v3 = iconst.i32 7
;; @011f                               try_call fn0(), sig0, block6, [ default: block5(exn0, v3) ]  ; v3 = 7
;;
;;                                 block6:
;; @0121                               jump block3
;;
;;                                 block5(v2: i64, v5: i32) cold:
;; @0121                               call fn1(v2)
;; @0121                               jump block2(v5)
;;
;;                                 block3:
;; @0122                               jump block2(v3)  ; v3 = 7
;;
;;                                 block2(v4: i32):
;; @0125                               jump block1(v4)
;;
;;                                 block1(v1: i32):
;; @0125                               return v1
;; }
;;
;; ;; function 9 (nested)
;; function u0:9() -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:4 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0:
;; @013d                               try_call fn0(), sig0, block6, [ tag0: block7(exn0), default: block8(exn0) ]
;;
;;                                 block6:
;; @013f                               jump block5
;;
;;                                 block7(v2: i64) cold:
;; @013f                               v4 = load.i32 notrap aligned region0 v2+16
;; @013f                               call fn1(v2)
;; @013f                               jump block2(v4)
;;
;;                                 block5:
;; @0140                               jump block4
;;
;;                                 block8(v3: i64) cold:
;; @0140                               call fn1(v3)
;; @0140                               jump block3
;;
;;                                 block4:
;; @0141                               jump block3
;;
;;                                 block3:
;; @0142                               v5 = iconst.i32 5
;; @0144                               jump block2(v5)  ; v5 = 5
;;
;;                                 block2(v1: i32):
;; @0145                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @0145                               return v0
;; }
;;
;; ;; function 10 (loop)
;; function u0:10(i32) -> i32 tail {
;;     region0 = 6 "exceptions"
;;     sig0 = () -> i32, i64 tail
;;     sig1 = (i64) system_v
;;     fn0 = colocated u0:1 sig0
;;     fn1 = colocated u0:20 sig1
;;
;;                                 block0(v0: i32):
;; @014a                               jump block2(v0)
;;
;;                                 block2(v2: i32):
;; @0153                               try_call fn0(), sig0, block4(ret0, ret1), [ tag0: block5(exn0) ]
;;
;;                                 block4(v4: i32, v5: i64):
;; @0156                               jump block3(v4)
;;
;;                                 block5(v6: i64) cold:
;; @0156                               v7 = load.i32 notrap aligned region0 v6+16
;; @0156                               call fn1(v6)
;; @0156                               jump block2(v7)
;;
;;                                 block3(v3: i32):
;; @0158                               jump block1(v3)
;;
;;                                 block1(v1: i32):
;; @0158                               return v1
;; }
;;
;; ;; function 11 (nothing_throws)
;; function u0:11() -> i32 tail {
;;     sig0 = () -> i32 system_v
;;     fn0 = colocated u0:40 sig0
;;
;;                                 block0:
;; @0163                               v3 = call fn0()
;; @0165                               jump block3(v3)
;;
;;                                 block3(v2: i32):
;; @0166                               jump block2(v2)
;;
;;                                 block2(v1: i32):
;; @0167                               jump block1(v1)
;;
;;                                 block1(v0: i32):
;; @0167                               return v0
;; }
;;
;; ;; function 12 (dead)
;; function u0:12() tail {
;;                                 block0:
;; @016a                               trap user1
;; }
