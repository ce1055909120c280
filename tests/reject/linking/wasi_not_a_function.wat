;; A WASI function that is imported as a global.
(module
  (import "wasi_snapshot_preview1" "fd_write" (global i32))
  (func (export "_start")))

;; error: 'wasi_not_a_function.wat': nothing provides 1 of the module's imports:
;;   wasi_snapshot_preview1.fd_write (global)
;; hint: build with --unknown-imports=trap to let the program start and trap when it calls one of them
