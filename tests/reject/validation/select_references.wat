;; A select of references has to name their type.
(module
  (func $broken (export "_start") (drop (select (ref.null func) (ref.null func) (i32.const 1)))))

;; error: 'select_references.wat': invalid WebAssembly: type mismatch: select only takes integral types in function 0 (broken) (at offset 0x29)
;;      --> select_references.wat:3:42
;;       |
;;     3 |   (func $broken (export "_start") (drop (select (ref.null func) (ref.null func) (i32.const 1)))))
;;       |                                          ^
