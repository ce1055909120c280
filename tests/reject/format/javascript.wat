;; The JavaScript that a toolchain puts beside its module.
(module binary "const module = await WebAssembly.instantiate(bytes);\0a")

;; error: 'javascript.wasm': invalid WebAssembly: expected `(`
;;      --> javascript.wasm:1:1
;;       |
;;     1 | const module = await WebAssembly.instantiate(bytes);
;;       | ^
;; hint: the file does not look like WebAssembly text; give a .wasm binary or .wat text
