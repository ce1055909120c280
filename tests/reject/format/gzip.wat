;; A compressed module.
(module binary "\1f\8b\08\00\00\00\00\00\00\03")

;; error: 'gzip.wasm': invalid WebAssembly: the file is gzip data, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
