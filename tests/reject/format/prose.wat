;; Text that is no WebAssembly text.
(module binary "Dear compiler, please find the module attached.\0a")

;; error: 'prose.wasm': invalid WebAssembly: expected `(`
;;      --> prose.wasm:1:1
;;       |
;;     1 | Dear compiler, please find the module attached.
;;       | ^
;; hint: the file does not look like WebAssembly text; give a .wasm binary or .wat text
