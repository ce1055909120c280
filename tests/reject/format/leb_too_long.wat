;; A number of six bytes, where five are the most.
(module binary "\00asm\01\00\00\00" "\01\80\80\80\80\80\00")

;; error: 'leb_too_long.wasm': invalid WebAssembly: invalid var_u32: integer representation too long (at offset 0xd)
