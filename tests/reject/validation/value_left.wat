;; A value that is left on the stack.
(module (func $broken (export "_start") (i32.const 1)))

;; error: 'value_left.wat': invalid WebAssembly: type mismatch: values remaining on stack at end of block in function 0 (broken) (at offset 0x25)
;;      --> value_left.wat:2:42
;;       |
;;     2 | (module (func $broken (export "_start") (i32.const 1)))
;;       |                                          ^
