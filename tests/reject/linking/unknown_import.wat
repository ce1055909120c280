;; A single one.
(module
  (import "env" "only" (func))
  (func (export "_start")))

;; error: 'unknown_import.wat': nothing provides 1 of the module's imports:
;;   env.only
;; hint: link the module that provides them with --preload env=MODULE, or build with --unknown-imports=trap to let the program start and trap when it calls one of them
