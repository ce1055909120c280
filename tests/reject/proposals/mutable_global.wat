;;! build: --wasm-features=-mutable-global
;; mutable-global: a mutable global that is exported.
(module
  (global (export "g") (mut i32) (i32.const 1))
  (func (export "_start")))

;; error: 'mutable_global.wat': the proposal mutable-global is turned off: mutable global support is not enabled (at offset 0x1d)
;; hint: turn it on with --wasm-features=+mutable-global, or compile the module without it
