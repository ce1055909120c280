;; The same under the name of snapshot 0.
(module
  (import "wasi_unstable" "proc_exit" (func (param i64)))
  (func (export "_start")))

;; error: 'wasi_type_unstable.wat': the import 'wasi_unstable.proc_exit' has the type (func (param i64)), but WASI gives it (func (param i32))
;; hint: compile the module against a WASI preview 1 sysroot
