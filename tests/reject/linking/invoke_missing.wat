;;! build: --invoke ad
;; --invoke of a name that is not exported.
(module
  (func (export "_start"))
  (func (export "add") (param i32 i32)))

;; error: 'invoke_missing.wat': the module exports no function 'ad'
;; hint: it exports: _start, add
