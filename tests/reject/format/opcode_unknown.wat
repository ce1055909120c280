;; A byte that is no instruction, in a function with a name.
(module binary "\00asm\01\00\00\00" "\01\04\01\60\00\00" "\03\02\01\00" "\0a\05\01\03\00\ff\0b" "\00\0c\04name\01\05\01\00\02" "hi")

;; error: 'opcode_unknown.wasm': invalid WebAssembly: illegal opcode: 0xff in function 0 (hi) (at offset 0x17)
