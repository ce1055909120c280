;;! build: --wasm-features=-function-references
;; function-references: a call through a reference.
(module
  (type $f (func))
  (func $broken (export "_start") (call_ref $f (ref.null $f))))

;; error: 'function_references_call.wat': the proposal function-references is turned off: function references required for index reference types in function 0 (broken) (at offset 0x23)
;;      --> function_references_call.wat:5:49
;;       |
;;     5 |   (func $broken (export "_start") (call_ref $f (ref.null $f))))
;;       |                                                 ^
;; hint: turn it on with --wasm-features=+function-references, or compile the module without it
