;; A data segment that does not exist.
(module
  (memory 1)
  (func $broken (export "_start") (data.drop 0)))

;; error: 'data_segment_unknown.wat': invalid WebAssembly: unknown data segment 0 in function 0 (broken) (at offset 0x2b)
;;      --> data_segment_unknown.wat:4:36
;;       |
;;     4 |   (func $broken (export "_start") (data.drop 0)))
;;       |                                    ^
