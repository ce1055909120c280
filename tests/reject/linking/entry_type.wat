;; A _start that takes a parameter.
(module (func (export "_start") (param i32)))

;; error: 'entry_type.wat': the entry point '_start' has the type (func (param i32)), not (func)
;; hint: compile the module as a WASI command or reactor
