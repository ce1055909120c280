;; A branch to a block that does not exist.
(module (func $broken (export "_start") (block (br 2))))

;; error: 'label_unknown.wat': invalid WebAssembly: unknown label: branch depth too large in function 0 (broken) (at offset 0x25)
;;      --> label_unknown.wat:2:49
;;       |
;;     2 | (module (func $broken (export "_start") (block (br 2))))
;;       |                                                 ^
