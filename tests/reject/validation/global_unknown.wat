;; A global that does not exist.
(module (func $broken (export "_start") (drop (global.get 0))))

;; error: 'global_unknown.wat': invalid WebAssembly: unknown global: global index out of bounds in function 0 (broken) (at offset 0x23)
;;      --> global_unknown.wat:2:48
;;       |
;;     2 | (module (func $broken (export "_start") (drop (global.get 0))))
;;       |                                                ^
