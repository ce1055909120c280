;; An instruction that does not exist.
(module
  (func (export "_start")
    i32.plus))

;; error: 'unknown_instruction.wat': invalid WebAssembly: unknown operator or unexpected token
;;      --> unknown_instruction.wat:4:5
;;       |
;;     4 |     i32.plus))
;;       |     ^
