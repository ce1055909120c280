;; An offset of more than 32 bits in a memory with 32-bit indices: the guard behind such a memory would not hold it.
(module
  (memory $long i64 1)
  (memory $short 1)
  (func (export "_start") (drop (i32.load $short offset=0x100000000 (i32.const 0)))))

;; error: 'offset_64.wat': invalid WebAssembly: offset out of range: must be <= 2**32 in function 0 (at offset 0x2c)
;;      --> offset_64.wat:5:34
;;       |
;;     5 |   (func (export "_start") (drop (i32.load $short offset=0x100000000 (i32.const 0)))))
;;       |                                  ^
