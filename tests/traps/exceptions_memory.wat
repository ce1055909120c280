;; The memory of exceptions that were caught with a reference is reused: there are more of them, of 8 KiB each, than the
;; runtime can hold at once, while some are held all the time. The results are the values of those.
;;! build: --invoke test
;;! run: 140000
(module
  (tag $large (param
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64))
  (tag $small (param i32))
  (tag $link (param i32 exnref))
  (table $kept 1000 exnref)
  (global $newest (mut exnref) (ref.null exn))
  (func $eight (result i64 i64 i64 i64 i64 i64 i64 i64)
    (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5) (i64.const 6) (i64.const 7) (i64.const 8))
  (func $throw_large (throw $large
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)
      (call $eight) (call $eight) (call $eight) (call $eight) (call $eight)))
  (func $throw_link (param i32 exnref) (throw $link (local.get 0) (local.get 1)))
  (func $throw_small (param i32) (throw $small (local.get 0)))
  (func $large (result exnref)
    (block $h (result exnref) (try_table (catch_all_ref $h) (call $throw_large)) (unreachable)))
  (func $small (param i32) (result exnref)
    (block $h (result exnref) (try_table (catch_all_ref $h) (call $throw_small (local.get 0))) (unreachable)))
  (func $link (param i32 exnref) (result exnref)
    (block $h (result exnref)
      (try_table (catch_all_ref $h) (call $throw_link (local.get 0) (local.get 1))) (unreachable)))
  (func $value (param exnref) (result i32)
    (block $h (result i32) (try_table (catch $small $h) (throw_ref (local.get 0))) (unreachable)))
  ;; The sum of what the exceptions of a chain carry.
  (func $chain (param $next exnref) (result i32) (local $sum i32)
    (loop $again
      (if (ref.is_null (local.get $next)) (then (return (local.get $sum))))
      (block $h (result i32 exnref)
        (try_table (catch $link $h) (throw_ref (local.get $next))) (unreachable))
      (local.set $next)
      (local.set $sum (i32.add (local.get $sum)))
      (br $again))
    (unreachable))
  ;; Of kept references, one is in a local, a hundred are in a table, and a hundred in a chain that a global begins.
  (func (export "test") (param $n i32) (result i32 i32 i32) (local $i i32) (local $sum i32) (local $mine exnref)
    (local.set $mine (call $small (i32.const 77)))
    (loop $fill
      (table.set $kept (local.get $i) (call $small (local.get $i)))
      (global.set $newest (call $link (local.get $i) (global.get $newest)))
      (br_if $fill (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (loop $many
      (drop (call $large))
      (br_if $many (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (loop $add
      (local.set $i (i32.sub (local.get $i) (i32.const 1)))
      (local.set $sum (i32.add (local.get $sum) (call $value (table.get $kept (local.get $i)))))
      (br_if $add (local.get $i)))
    (call $value (local.get $mine))
    (local.get $sum)
    (call $chain (global.get $newest))))

;; $ exceptions_memory 140000
;; 77
;; 4950
;; 4950
