;; A reference to a function that is nowhere declared to have one.
(module
  (func $hidden)
  (func $broken (export "_start") (drop (ref.func $hidden))))

;; error: 'ref_func_undeclared.wat': invalid WebAssembly: undeclared function reference in function 1 (broken) (at offset 0x27)
;;      --> ref_func_undeclared.wat:4:42
;;       |
;;     4 |   (func $broken (export "_start") (drop (ref.func $hidden))))
;;       |                                          ^
