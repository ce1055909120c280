;; An operand of another type.
(module (func $broken (export "_start") (drop (i32.add (i32.const 1) (i64.const 2)))))

;; error: 'operand_type.wat': invalid WebAssembly: type mismatch: expected i32, found i64 in function 0 (broken) (at offset 0x27)
;;      --> operand_type.wat:2:48
;;       |
;;     2 | (module (func $broken (export "_start") (drop (i32.add (i32.const 1) (i64.const 2)))))
;;       |                                                ^
