;; An indirect call through a table of other references.
(module
  (table 1 externref)
  (func $broken (export "_start") (call_indirect (i32.const 0))))

;; error: 'table_of_externref.wat': invalid WebAssembly: type mismatch: indirect calls must go through a table with type <= funcref in function 0 (broken) (at offset 0x2b)
;;      --> table_of_externref.wat:4:36
;;       |
;;     4 |   (func $broken (export "_start") (call_indirect (i32.const 0))))
;;       |                                    ^
