;;! build: --wasm-features=-reference-types
;; reference-types: a value that the host gives.
(module
  (func $takes (param externref))
  (func (export "_start") (call $takes (ref.null extern))))

;; error: 'reference_types.wat': the proposal reference-types is turned off: reference types support is not enabled in function 1 (at offset 0x2b)
;;      --> reference_types.wat:5:41
;;       |
;;     5 |   (func (export "_start") (call $takes (ref.null extern))))
;;       |                                         ^
;; hint: turn it on with --wasm-features=+reference-types, or compile the module without it
