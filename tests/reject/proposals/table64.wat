;;! build: --wasm-features=-memory64
;; memory64: a table with indices of 64 bits.
(module
  (table i64 1 funcref)
  (func (export "_start")))

;; error: 'table64.wat': the proposal memory64 is turned off: memory64 must be enabled for 64-bit tables (at offset 0x15)
;; hint: turn it on with --wasm-features=+memory64, or compile the module without it
