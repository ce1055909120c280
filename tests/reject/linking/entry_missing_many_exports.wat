;; Nothing to run, and too many exports to name.
(module
  (func (export "f0"))
  (func (export "f1"))
  (func (export "f2"))
  (func (export "f3"))
  (func (export "f4"))
  (func (export "f5"))
  (func (export "f6"))
  (func (export "f7"))
  (func (export "f8"))
  (func (export "f9"))
  (func (export "f10"))
  (func (export "f11")))

;; error: 'entry_missing_many_exports.wat': the module has no entry point: it exports neither '_start' nor '_initialize'
;; hint: run one of its exports with --invoke: f0, f1, f2, f3, f4, f5, f6, f7, … (12 in all)
