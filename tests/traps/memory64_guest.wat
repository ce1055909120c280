;; WASI's pointers are the first 4 GiB of a memory with 64-bit indices.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") i64 1)
  (data (i64.const 0) "\10\00\00\00\0c\00\00\00")
  (data (i64.const 16) "hello there\0a")
  (func (export "_start")
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (call $proc_exit (i32.wrap_i64 (i64.load32_u (i64.const 8))))))

;; $ memory64_guest
;; hello there
;; [status 12]
