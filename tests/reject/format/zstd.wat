;; A compressed module.
(module binary "\28\b5\2f\fd\04\58")

;; error: 'zstd.wasm': invalid WebAssembly: the file is zstd data, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
