;;! build: --wasm-features=-memory64
;; memory64.
(module
  (memory i64 1)
  (func (export "_start")))

;; error: 'memory64.wat': unsupported proposal memory64: memory64 must be enabled for 64-bit memories (at offset 0x15)
;; hint: compile the module without memory64, or follow its support in wasmc's README
