;; A type that does not exist.
(module (func (type 5)))

;; error: 'type_unknown.wat': invalid WebAssembly: unknown type 5: type index out of bounds (at offset 0xb)
