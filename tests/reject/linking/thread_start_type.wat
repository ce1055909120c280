;; The start function of threads takes an id and an argument.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (import "env" "memory" (memory 1 1 shared))
  (func (export "wasi_thread_start") (param i32))
  (func (export "_start") (drop (call $spawn (i32.const 0)))))

;; error: 'thread_start_type.wat': 'wasi_thread_start' has the type (func (param i32)), but wasi-threads gives it (func (param i32 i32))
