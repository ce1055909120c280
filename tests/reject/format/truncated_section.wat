;; A type section that says it has 16 bytes, and ends after two.
(module binary "\00asm\01\00\00\00" "\01\10\01\60")

;; error: 'truncated_section.wasm': invalid WebAssembly: unexpected end-of-file (at offset 0xa)
