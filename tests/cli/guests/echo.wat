;; Writes what it reads.
(module
  (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 2)
  (func (export "_start")
    (local $errno i32)
    (i32.store (i32.const 0) (i32.const 1024))
    (loop $next
      (i32.store (i32.const 4) (i32.const 65536))
      (if (local.tee $errno (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 4)))
        (then (call $proc_exit (local.get $errno))))
      (if (i32.eqz (i32.load (i32.const 4))) (then (return)))
      (if (local.tee $errno (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
        (then (call $proc_exit (local.get $errno))))
      (br $next))))
