;; An i64 index into a memory with 32-bit indices.
(module
  (memory $long i64 1)
  (memory $short 1)
  (func (export "_start") (drop (i32.load $short (i64.const 0)))))

;; error: 'index_64.wat': invalid WebAssembly: type mismatch: expected i32, found i64 in function 0 (at offset 0x2c)
;;      --> index_64.wat:5:34
;;       |
;;     5 |   (func (export "_start") (drop (i32.load $short (i64.const 0)))))
;;       |                                  ^
