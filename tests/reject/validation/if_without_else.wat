;; An if with a result, but no else.
(module
  (func $broken (export "_start") (drop (if (result i32) (i32.const 1) (then (i32.const 2))))))

;; error: 'if_without_else.wat': invalid WebAssembly: type mismatch: expected i32 but nothing on stack in function 0 (broken) (at offset 0x29)
;;      --> if_without_else.wat:3:92
;;       |
;;     3 |   (func $broken (export "_start") (drop (if (result i32) (i32.const 1) (then (i32.const 2))))))
;;       |                                                                                            ^
