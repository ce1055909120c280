;; An instruction that finds nothing on the stack.
(module (func $broken (export "_start") (drop (i32.add (i32.const 1)))))

;; error: 'operand_missing.wat': invalid WebAssembly: type mismatch: expected i32 but nothing on stack in function 0 (broken) (at offset 0x25)
;;      --> operand_missing.wat:2:48
;;       |
;;     2 | (module (func $broken (export "_start") (drop (i32.add (i32.const 1)))))
;;       |                                                ^
