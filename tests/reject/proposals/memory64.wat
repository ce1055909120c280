;;! build: --wasm-features=-memory64
;; memory64.
(module
  (memory i64 1)
  (func (export "_start")))

;; error: 'memory64.wat': the proposal memory64 is turned off: memory64 must be enabled for 64-bit memories (at offset 0x15)
;; hint: turn it on with --wasm-features=+memory64, or compile the module without it
