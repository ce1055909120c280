;; No entry point: the hint names the exports.
(module
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "sub")))

;; error: 'entry_missing.wat': the module has no entry point: it exports neither '_start' nor '_initialize'
;; hint: run one of its exports with --invoke: add, sub
