;;! build: --wasm-features=-function-references
;; function-references: a type that names a function type.
(module
  (type $f (func))
  (func $takes (param (ref null $f)))
  (func (export "_start") (call $takes (ref.null $f))))

;; error: 'function_references_type.wat': unsupported proposal function-references: function references required for index reference types (at offset 0xe)
;; hint: compile the module without function-references, or follow its support in wasmc's README
