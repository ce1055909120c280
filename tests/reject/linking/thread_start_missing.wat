;; A module that starts threads has to export the function that they run.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "env" "memory" (memory 1 1 shared))
  (func (export "_start") (drop (call $spawn (i32.const 0)))))

;; error: 'thread_start_missing.wat': the module imports 'wasi.thread-spawn', but exports no 'wasi_thread_start' for a thread to run
;; hint: link it with --export=wasi_thread_start
