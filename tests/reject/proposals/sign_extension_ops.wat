;;! build: --wasm-features=-sign-extension-ops
;; sign-extension-ops.
(module (func $broken (export "_start") (drop (i32.extend8_s (i32.const 1)))))
