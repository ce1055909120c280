;; A host call that would read one byte behind a memory of 20, and one that reads up to its end.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 20 (pagesize 1))
  (data (i32.const 0) "\0c\00\00\00\09\00\00\00\00\00\00\00eight..\0a")
  (func (export "_start")
    (local $fault i32)
    (local.set $fault (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (i32.store (i32.const 4) (i32.const 8))
    (if (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 17)) (then nop))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (call $proc_exit (local.get $fault))))

;; $ page_size_host
;; eight..
;; [status 21]
