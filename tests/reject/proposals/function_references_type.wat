;;! build: --wasm-features=-function-references
;; function-references: a type that names a function type.
(module
  (type $f (func))
  (func $takes (param (ref null $f)))
  (func (export "_start") (call $takes (ref.null $f))))

;; error: 'function_references_type.wat': the proposal function-references is turned off: function references required for index reference types in function 1 (at offset 0x2c)
;;      --> function_references_type.wat:6:41
;;       |
;;     6 |   (func (export "_start") (call $takes (ref.null $f))))
;;       |                                         ^
;; hint: turn it on with --wasm-features=+function-references, or compile the module without it
