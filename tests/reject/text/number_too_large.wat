;; A constant that does not fit.
(module
  (func (export "_start")
    (drop (i32.const 4294967296))))

;; error: 'number_too_large.wat': invalid WebAssembly: invalid i32 number: constant out of range
;;      --> number_too_large.wat:4:22
;;       |
;;     4 |     (drop (i32.const 4294967296))))
;;       |                      ^
