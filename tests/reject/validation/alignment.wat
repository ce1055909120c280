;; An alignment larger than the access.
(module
  (memory 1)
  (func $broken (export "_start") (drop (i32.load align=8 (i32.const 0)))))

;; error: 'alignment.wat': invalid WebAssembly: invalid memop alignment: alignment must not be larger than natural in function 0 (broken) (at offset 0x2a)
;;      --> alignment.wat:4:42
;;       |
;;     4 |   (func $broken (export "_start") (drop (i32.load align=8 (i32.const 0)))))
;;       |                                          ^
