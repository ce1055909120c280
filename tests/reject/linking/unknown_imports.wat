;; All imports that nothing provides, in the order of the module, also those that are never called.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (import "env" "first" (func (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_wriet" (func (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview2" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
  (import "env" "table" (table 1 funcref))
  (import "env" "global" (global i32))
  (func (export "_start") (call $proc_exit (i32.const 0))))

;; error: 'unknown_imports.wat': nothing provides 5 of the module's imports:
;;   env.first
;;   wasi_snapshot_preview1.fd_wriet
;;   wasi_snapshot_preview2.fd_write
;;   env.table (table)
;;   env.global (global)
;; hint: link the module that provides them with --preload env=MODULE, or build with --unknown-imports=trap to let the program start and trap when it calls one of them
