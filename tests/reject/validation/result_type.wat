;; A result of another type.
(module
  (func $broken (result i32) (f32.const 1))
  (func (export "_start") (drop (call $broken))))

;; error: 'result_type.wat': invalid WebAssembly: type mismatch: expected i32, found f32 in function 0 (broken) (at offset 0x2d)
;;      --> result_type.wat:3:31
;;       |
;;     3 |   (func $broken (result i32) (f32.const 1))
;;       |                               ^
