;;! build: --wasm-features=-tail-call,-memory64
;; Two proposals: the one is named that is met first.
(module
  (memory i64 1)
  (func $broken (return_call $broken))
  (func (export "_start")))

;; error: 'several.wat': unsupported proposal memory64: memory64 must be enabled for 64-bit memories (at offset 0x16)
;; hint: compile the module without memory64, or follow its support in wasmc's README
