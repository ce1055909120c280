;; The stack of a thread ends in a guard, as that of the first one does.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "env" "memory" (memory 1 1 shared))
  (global $depth (mut i32) (i32.const 0))
  (func $recursion (param i64) (result i64)
    (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
    (i64.add (call $recursion (i64.extend_i32_u (global.get $depth))) (local.get 0)))
  (func (export "wasi_thread_start") (param i32 i32) (drop (call $recursion (i64.const 0))))
  (func (export "_start")
    (drop (call $spawn (i32.const 0)))
    (drop (memory.atomic.wait32 (i32.const 8) (i32.const 0) (i64.const -1)))))

;; $ thread_recursion
;; wasm trap: call stack exhausted
;; wasm backtrace of thread 1:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x80 - recursion
;;     N: 0x8a - <wasm function 2>
;; [status 134]
