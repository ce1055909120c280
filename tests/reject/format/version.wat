;; A module of a version that does not exist.
(module binary "\00asm\02\00\00\00")

;; error: 'version.wasm': invalid WebAssembly: unknown binary version:        0x2 (at offset 0x4)
