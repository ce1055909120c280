;; The first two bytes of a module.
(module binary "\00a")

;; error: 'truncated_magic.wasm': invalid WebAssembly: unexpected end-of-file (at offset 0x0)
