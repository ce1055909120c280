;;! build: --invoke f
;; --invoke of a function whose parameters have no text form.
(module (func (export "f") (param i32 externref)))

;; error: 'invoke_type.wat': 'f' has the type (func (param i32 externref)): a command line cannot spell externref
