;; A type section with bytes after its last type.
(module binary "\00asm\01\00\00\00" "\01\05\01\60\00\00\00")

;; error: 'section_too_long.wasm': invalid WebAssembly: section size mismatch: unexpected data at the end of the section (at offset 0xe)
