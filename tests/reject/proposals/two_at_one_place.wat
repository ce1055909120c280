;;! build: --wasm-features=mvp
;; Two proposals in one place: neither would do alone, and the one is named that is asked for first.
(module
  (memory i64 1 1 shared)
  (func (export "_start")))

;; error: 'two_at_one_place.wat': the proposal memory64 is turned off: memory64 must be enabled for 64-bit memories (at offset 0x15)
;; hint: turn it on with --wasm-features=+memory64, or compile the module without it
