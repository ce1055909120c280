;; The same, as other servers write it.
(module binary "<!doctype html><title>404 Not Found</title>")

;; error: 'html_lower_case.wasm': invalid WebAssembly: the file is HTML, not a WebAssembly module
;; hint: give a .wasm binary or .wat text
