;; A static library.
(module binary "!<arch>\0a//              ")

;; error: 'archive.wasm': invalid WebAssembly: the file is an archive of objects, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
