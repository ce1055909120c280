;; A module that ends within its version.
(module binary "\00asm\01\00")

;; error: 'truncated_header.wasm': invalid WebAssembly: unexpected end-of-file (at offset 0x4)
