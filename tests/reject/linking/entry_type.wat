;; A _start that takes a parameter.
(module (func (export "_start") (param i32)))

;; error: 'entry_type.wat': the entry point function 0 has the type (func (param i32)), not []->[]
