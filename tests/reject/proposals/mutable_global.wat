;;! build: --wasm-features=-mutable-global
;; mutable-global: a mutable global that is exported.
(module
  (global (export "g") (mut i32) (i32.const 1))
  (func (export "_start")))
