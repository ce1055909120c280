;; Functions that nothing calls are validated too.
(module
  (func $forgotten (result i32))
  (func (export "_start")))

;; error: 'unreachable_function.wat': invalid WebAssembly: type mismatch: expected i32 but nothing on stack in function 0 (forgotten) (at offset 0x28)
;;      --> unreachable_function.wat:3:4
;;       |
;;     3 |   (func $forgotten (result i32))
;;       |    ^
