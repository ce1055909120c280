;; A local that does not exist.
(module (func $broken (export "_start") (drop (local.get 3))))

;; error: 'local_unknown.wat': invalid WebAssembly: unknown local 3: local index out of bounds in function 0 (broken) (at offset 0x23)
;;      --> local_unknown.wat:2:48
;;       |
;;     2 | (module (func $broken (export "_start") (drop (local.get 3))))
;;       |                                                ^
