;; Names of imports that would give orders to a terminal.
(module
  (import "\1b[31m" "line\0abreak \u{202e}" (func))
  (func (export "_start")))

;; error: 'unknown_import_names.wat': nothing provides 1 of the module's imports:
;;   \u{1b}[31m.line\nbreak \u{202e}
;; hint: build with --unknown-imports=trap to let the program start and trap when it calls one of them
