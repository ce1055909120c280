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
    (block $h (try_table (catch_all $h) (call $catch_all) (try_table (throw_ref)) (unreachable))))
  (table funcref (elem $callee $catch $catch_ref $catch_all $catch_all_ref $payload $indirect $locals $nested $loop
    $nothing_throws $dead))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
