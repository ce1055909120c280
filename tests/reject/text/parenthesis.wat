;; A parenthesis that is never closed.
(module
  (func (export "_start"))

;; error: 'parenthesis.wat': invalid WebAssembly: expected `)`
;;      --> <anon>:4:1
;;       |
;;     4 |
;;       | ^
