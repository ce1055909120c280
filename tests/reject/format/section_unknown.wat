;; A section of an id that does not exist.
(module binary "\00asm\01\00\00\00" "\7f\01\00")

;; error: 'section_unknown.wasm': invalid WebAssembly: malformed section id: 127 (at offset 0xa)
