;; A zip archive, a wheel for example.
(module binary "PK\03\04\14\00\00\00\08\00")

;; error: 'zip.wasm': invalid WebAssembly: the file is a zip archive, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
