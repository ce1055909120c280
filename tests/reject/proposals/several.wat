;;! build: --wasm-features=-tail-call,-memory64
;; Two proposals: the one is named that is met first.
(module
  (memory i64 1)
  (func $broken (return_call $broken))
  (func (export "_start")))

;; error: 'several.wat': the proposal memory64 is turned off: memory64 must be enabled for 64-bit memories (at offset 0x16)
;; hint: turn it on with --wasm-features=+memory64, or compile the module without it
