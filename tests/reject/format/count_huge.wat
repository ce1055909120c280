;; A section of two types would fit; this one claims four thousand million.
(module binary "\00asm\01\00\00\00" "\01\06\ff\ff\ff\ff\0f\60")

;; error: 'count_huge.wasm': invalid WebAssembly: types count exceeds limit of 1000000 (at offset 0xa)
