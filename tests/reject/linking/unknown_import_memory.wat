;;! build: --unknown-imports trap
;; A memory that is imported cannot be left to trap.
(module
  (import "env" "memory" (memory 1))
  (func (export "_start")))

;; error: 'unknown_import_memory.wat': nothing provides the memory 'env.memory'
;; hint: only functions can be left to trap: define it in the module
