;;! build: --wasm-features=-multi-memory
;; multi-memory: a second memory.
(module
  (memory 1)
  (memory 1)
  (func (export "_start")))

;; error: 'multi_memory.wat': unsupported proposal multi-memory: multiple memories (at offset 0x14)
;; hint: compile the module without multi-memory, or follow its support in wasmc's README
