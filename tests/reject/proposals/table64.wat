;;! build: --wasm-features=-memory64
;; memory64: a table with indices of 64 bits.
(module
  (table i64 1 funcref)
  (func (export "_start")))

;; error: 'table64.wat': unsupported proposal memory64: memory64 must be enabled for 64-bit tables (at offset 0x15)
;; hint: compile the module without memory64, or follow its support in wasmc's README
