;;! run: 1
;;! run: 1 2
;;! run: 1 2 3
;; A trap in a thread that another started, which the report names: of the first, the second or the third of them, by the number of
;; arguments.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "env" "memory" (memory 1 1 shared))
  (func $fall (unreachable))
  (func $deeper (param $left i32)
    (local.set $left (i32.sub (local.get $left) (i32.const 1)))
    (if (i32.eqz (local.get $left)) (then (call $fall)))
    (if (i32.lt_s (call $spawn (local.get $left)) (i32.const 0)) (then (return)))
    (drop (memory.atomic.wait32 (i32.const 8) (i32.const 0) (i64.const -1))))
  (func (export "wasi_thread_start") (param $id i32) (param $left i32) (call $deeper (local.get $left)))
  (func (export "_start")
    (drop (call $args_sizes_get (i32.const 0) (i32.const 4)))
    (call $deeper (i32.load (i32.const 0)))))

;; $ thread 1
;; wasm trap: unreachable
;; wasm backtrace of thread 1:
;;     0: 0x9c - fall
;;     1: 0xac - deeper
;;     2: 0xca - <wasm function 4>
;; [status 134]
;; $ thread 1 2
;; wasm trap: unreachable
;; wasm backtrace of thread 2:
;;     0: 0x9c - fall
;;     1: 0xac - deeper
;;     2: 0xca - <wasm function 4>
;; [status 134]
;; $ thread 1 2 3
;; wasm trap: unreachable
;; wasm backtrace of thread 3:
;;     0: 0x9c - fall
;;     1: 0xac - deeper
;;     2: 0xca - <wasm function 4>
;; [status 134]
