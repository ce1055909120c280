;; Each thread is an instance: a memory that the module defines, shared or not, would be another one in each.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (memory 1 1 shared)
  (func (export "wasi_thread_start") (param i32 i32))
  (func (export "_start") (drop (call $spawn (i32.const 0)))))

;; error: 'thread_memory_own.wat': the module starts threads, and each would have a memory 0 of its own
;; hint: import it as a shared memory: link with --shared-memory --import-memory
