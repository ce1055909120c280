;; A reactor with a start function: it prints, gets its arguments and the variables that the build allows, and exits.
;;! build: --env SEEN --env FIXED=1
;;! run: one two
;;! run: exit
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_sizes_get" (func $environ_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_get" (func $environ_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (export "exit" (func $exit))
  (memory (export "memory") 1)
  (data (i32.const 100) "start\n")
  (data (i32.const 110) "initialize\n")
  (func $print (export "print") (param i32 i32)
    (i32.store (i32.const 0) (local.get 0))
    (i32.store (i32.const 4) (local.get 1))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
  (func $start (call $print (i32.const 100) (i32.const 6)))
  (start $start)
  (func (export "_initialize") (call $print (i32.const 110) (i32.const 11)))
  (func (export "argument count") (result i32)
    (drop (call $args_sizes_get (i32.const 0) (i32.const 4)))
    (i32.load (i32.const 0)))
  (func (export "environment") (param i32) (result i32)
    (drop (call $environ_get (i32.const 512) (local.get 0)))
    (drop (call $environ_sizes_get (i32.const 0) (i32.const 4)))
    (i32.load (i32.const 0))))

;; $ wasi one two
;; start
;; initialize
;; 3 arguments
;; SEEN=yes
;; FIXED=1
;; $ wasi exit
;; start
;; initialize
;; 2 arguments
;; SEEN=yes
;; FIXED=1
;; [status 7]
