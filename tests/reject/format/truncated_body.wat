;; A function body that ends before its end.
(module binary "\00asm\01\00\00\00" "\01\04\01\60\00\00" "\03\02\01\00" "\0a\04\01\02\00\41")

;; error: 'truncated_body.wasm': invalid WebAssembly: unexpected end-of-file (at offset 0x18)
