;; A WASI function with a type that is not its own.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32) (result i64)))
  (func (export "_start")))

;; error: 'wasi_type.wat': the import 'wasi_snapshot_preview1.fd_write' has the type (func (param i32 i32) (result i64)), but WASI gives it (func (param i32 i32 i32 i32) (result i32))
;; hint: compile the module against a WASI preview 1 sysroot
