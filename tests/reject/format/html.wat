;; A page that says that the download failed.
(module binary "<!DOCTYPE html>\0a<title>404 Not Found</title>\0a")

;; error: 'html.wasm': invalid WebAssembly: the file is HTML, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
