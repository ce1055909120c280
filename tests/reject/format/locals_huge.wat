;; More locals than any engine takes.
(module binary "\00asm\01\00\00\00" "\01\04\01\60\00\00" "\03\02\01\00" "\0a\0a\01\08\01\ff\ff\ff\ff\0f\7f\0b")

;; error: 'locals_huge.wasm': invalid WebAssembly: too many locals: locals exceed maximum in function 0 (at offset 0x17)
