;;! build: --wasm-features=wasm2
;; A set of proposals instead of single ones.
(module (func $broken (export "_start") (return_call $broken)))
