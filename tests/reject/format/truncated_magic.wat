;; The first two bytes of a module.
(module binary "\00a")

;; error: 'truncated_magic.wasm': invalid WebAssembly: unexpected character '\u{0}'
;;      --> <anon>:1:1
;;       |
;;     1 | \u{0}a
;;       | ^
;; hint: the file does not look like WebAssembly text; give a .wasm binary or .wat text
