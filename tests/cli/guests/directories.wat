;; Writes the names of the directories that it was given, each on a line of its own. Then makes a file "made" in the
;; first of them, and ends with the errno of that.
(module
  (import "wasi_snapshot_preview1" "fd_prestat_get" (func $fd_prestat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_prestat_dir_name" (func $fd_prestat_dir_name (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 900) "made")
  (func (export "_start")
    (local $fd i32) (local $length i32)
    (local.set $fd (i32.const 3))
    (block $last
      (loop $next
        (br_if $last (call $fd_prestat_get (local.get $fd) (i32.const 16)))
        (local.set $length (i32.load (i32.const 20)))
        (drop (call $fd_prestat_dir_name (local.get $fd) (i32.const 1024) (local.get $length)))
        (i32.store8 offset=1024 (local.get $length) (i32.const 10))
        (i32.store (i32.const 0) (i32.const 1024))
        (i32.store (i32.const 4) (i32.add (local.get $length) (i32.const 1)))
        (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
        (local.set $fd (i32.add (local.get $fd) (i32.const 1)))
        (br $next)))
    (if (i32.gt_u (local.get $fd) (i32.const 3))
      (then (call $proc_exit
        (call $path_open (i32.const 3) (i32.const 0) (i32.const 900) (i32.const 4) (i32.const 1)
          (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 24)))))))
