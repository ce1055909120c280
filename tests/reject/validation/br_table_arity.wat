;; Targets of br_table with unlike results.
(module
  (func $broken (export "_start") (drop (block (result i32) (block (br_table 0 1 (i32.const 1) (i32.const 2))
    (unreachable)) (i32.const 3)))))

;; error: 'br_table_arity.wat': invalid WebAssembly: type mismatch: br_table target labels have different number of types in function 0 (broken) (at offset 0x2b)
;;      --> br_table_arity.wat:3:69
;;       |
;;     3 |   (func $broken (export "_start") (drop (block (result i32) (block (br_table 0 1 (i32.const 1) (i32.const 2))
;;       |                                                                     ^
