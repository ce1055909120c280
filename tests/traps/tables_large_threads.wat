;; Each thread has large tables of its own: what the others write to theirs does not show, and all start alike. The status
;; is the number of threads that found their tables so.
(module
  (import "env" "memory" (memory 1 1 shared))
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (type $number (func (result i32)))
  (table $written 10000000 funcref)
  (table $never_written 1000000 funcref (ref.func $seven))
  (elem (table $written) (i32.const 0) func $seven)
  (func $seven (type $number) (i32.const 7))
  (func $is_fresh (result i32)
    (i32.and
      (i32.and
        (ref.is_null (table.get $written (i32.const 9999999)))
        (i32.eq (call_indirect $written (type $number) (i32.const 0)) (i32.const 7)))
      (i32.eq (call_indirect $never_written (type $number) (i32.const 999999)) (i32.const 7))))
  (func (export "wasi_thread_start") (param $id i32) (param $argument i32)
    (if (call $is_fresh) (then (drop (i32.atomic.rmw.add (i32.const 4) (i32.const 1)))))
    (table.set $written (i32.const 9999999) (ref.func $seven))
    (table.set $written (i32.const 0) (ref.null func))
    (drop (i32.atomic.rmw.add (i32.const 0) (i32.const 1)))
    (drop (memory.atomic.notify (i32.const 0) (i32.const 1))))
  (func (export "_start") (local $n i32) (local $done i32)
    (loop $start
      (if (i32.le_s (call $spawn (i32.const 0)) (i32.const 0)) (then (unreachable)))
      (br_if $start (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 4))))
    (loop $wait
      (local.set $done (i32.atomic.load (i32.const 0)))
      (if (i32.lt_u (local.get $done) (local.get $n))
        (then
          (drop (memory.atomic.wait32 (i32.const 0) (local.get $done) (i64.const -1)))
          (br $wait))))
    (call $exit (i32.add (call $is_fresh) (i32.atomic.load (i32.const 4))))))

;; $ tables_large_threads
;; [status 5]
