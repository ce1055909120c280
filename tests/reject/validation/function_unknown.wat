;; A call of a function that does not exist.
(module (func $broken (export "_start") (call 9)))

;; error: 'function_unknown.wat': invalid WebAssembly: unknown function 9: function index out of bounds in function 0 (broken) (at offset 0x23)
;;      --> function_unknown.wat:2:42
;;       |
;;     2 | (module (func $broken (export "_start") (call 9)))
;;       |                                          ^
