;; An _initialize that gives a result.
(module (func (export "_initialize") (result i32) (i32.const 1)))

;; error: 'entry_type_initialize.wat': the entry point '_initialize' has the type (func (result i32)), not (func)
;; hint: compile the module as a WASI command or reactor
