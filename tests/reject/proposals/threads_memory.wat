;;! build: --wasm-features=-threads
;; threads: a shared memory.
(module
  (memory 1 1 shared)
  (func (export "_start")))

;; error: 'threads_memory.wat': unsupported proposal threads: threads must be enabled for shared memories (at offset 0x15)
;; hint: compile the module without threads, or follow its support in wasmc's README
