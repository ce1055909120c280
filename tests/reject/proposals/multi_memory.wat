;;! build: --wasm-features=-multi-memory
;; multi-memory: a second memory.
(module
  (memory 1)
  (memory 1)
  (func (export "_start")))

;; error: 'multi_memory.wat': the proposal multi-memory is turned off: multiple memories (at offset 0x14)
;; hint: turn it on with --wasm-features=+multi-memory, or compile the module without it
