;; Threads throw at the same time, and each keeps its own exceptions: the status is the number of threads that still had theirs
;; at their end.
(module
  (import "env" "memory" (memory 1 1 shared))
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (tag $e (param i32))
  (global $kept (mut exnref) (ref.null exn))
  (table $exceptions 4 exnref)
  (func $throw (param i32) (throw $e (local.get 0)))
  (func $new (param i32) (result exnref)
    (block $h (result exnref) (try_table (catch_all_ref $h) (call $throw (local.get 0))) (unreachable)))
  (func $value (param exnref) (result i32)
    (block $h (result i32) (try_table (catch $e $h) (throw_ref (local.get 0))) (unreachable)))
  (func (export "wasi_thread_start") (param $id i32) (param $argument i32) (local $n i32)
    (global.set $kept (call $new (local.get $id)))
    (table.set $exceptions (i32.const 2) (call $new (local.get $argument)))
    (loop $many
      (drop (call $new (local.get $n)))
      (br_if $many (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 50000))))
    (if (i32.and
          (i32.eq (call $value (global.get $kept)) (local.get $id))
          (i32.eq (call $value (table.get $exceptions (i32.const 2))) (local.get $argument)))
      (then (drop (i32.atomic.rmw.add (i32.const 4) (i32.const 1)))))
    (drop (i32.atomic.rmw.add (i32.const 0) (i32.const 1)))
    (drop (memory.atomic.notify (i32.const 0) (i32.const 1))))
  (func (export "_start") (local $n i32) (local $done i32)
    (loop $start
      (if (i32.le_s (call $spawn (i32.add (local.get $n) (i32.const 100))) (i32.const 0)) (then (unreachable)))
      (br_if $start (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 8))))
    (loop $wait
      (local.set $done (i32.atomic.load (i32.const 0)))
      (if (i32.lt_u (local.get $done) (local.get $n))
        (then
          (drop (memory.atomic.wait32 (i32.const 0) (local.get $done) (i64.const -1)))
          (br $wait))))
    (call $exit (i32.atomic.load (i32.const 4)))))

;; $ exceptions_threads
;; [status 8]
