;; The same, as other servers write it.
(module binary "<!doctype html><title>404 Not Found</title>")

;; error: 'html_lower_case.wasm': invalid WebAssembly: expected `(`
;;      --> <anon>:1:1
;;       |
;;     1 | <!doctype html><title>404 Not Found</title>
;;       | ^
;; hint: the file does not look like WebAssembly text; give a .wasm binary or .wat text
