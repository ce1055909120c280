;; An indirect call in a module without table.
(module (func $broken (export "_start") (call_indirect (i32.const 0))))

;; error: 'table_missing.wat': invalid WebAssembly: unknown table 0: table index out of bounds in function 0 (broken) (at offset 0x25)
;;      --> table_missing.wat:2:42
;;       |
;;     2 | (module (func $broken (export "_start") (call_indirect (i32.const 0))))
;;       |                                          ^
