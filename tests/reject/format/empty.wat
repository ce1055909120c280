;; An empty file.
(module binary)

;; error: 'empty.wasm': invalid WebAssembly: the file is empty, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
