;;! build: --invoke memory
;; --invoke of an export that is not a function.
(module
  (memory (export "memory") 1)
  (func (export "_start")))

;; error: 'invoke_not_a_function.wat': the module exports no function 'memory'
;; hint: it exports: _start
