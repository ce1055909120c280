;; An export whose name is no UTF-8.
(module binary "\00asm\01\00\00\00" "\07\05\01\01\ff\00\00")

;; error: 'name_not_utf8.wasm': invalid WebAssembly: malformed UTF-8 encoding (at offset 0xc)
