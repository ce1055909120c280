;; A load in a module without memory.
(module (func $broken (export "_start") (drop (i32.load (i32.const 0)))))

;; error: 'memory_missing.wat': invalid WebAssembly: unknown memory 0 in function 0 (broken) (at offset 0x25)
;;      --> memory_missing.wat:2:48
;;       |
;;     2 | (module (func $broken (export "_start") (drop (i32.load (i32.const 0)))))
;;       |                                                ^
