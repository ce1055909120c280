;; An element segment that does not exist.
(module (func $broken (export "_start") (elem.drop 0)))

;; error: 'elem_segment_unknown.wat': invalid WebAssembly: unknown elem segment 0: segment index out of bounds in function 0 (broken) (at offset 0x23)
;;      --> elem_segment_unknown.wat:2:42
;;       |
;;     2 | (module (func $broken (export "_start") (elem.drop 0)))
;;       |                                          ^
