;; Bitcode, as clang -flto writes it.
(module binary "BC\c0\de\35\14\00\00")

;; error: 'bitcode.wasm': invalid WebAssembly: the file is LLVM bitcode, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
