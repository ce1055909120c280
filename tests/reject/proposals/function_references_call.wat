;;! build: --wasm-features=-function-references
;; function-references: a call through a reference.
(module
  (type $f (func))
  (func $broken (export "_start") (call_ref $f (ref.null $f))))

;; error: 'function_references_call.wat': unsupported proposal function-references: function references required for index reference types in function 0 (broken) (at offset 0x23)
;; hint: compile the module without function-references, or follow its support in wasmc's README
