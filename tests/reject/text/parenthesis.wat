;; A parenthesis that is never closed.
(module
  (func (export "_start"))

;; error: 'parenthesis.wat': invalid WebAssembly: expected `)`
;;      --> parenthesis.wat:4:1
