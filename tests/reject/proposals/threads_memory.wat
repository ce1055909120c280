;;! build: --wasm-features=-threads
;; threads: a shared memory.
(module
  (memory 1 1 shared)
  (func (export "_start")))

;; error: 'threads_memory.wat': the proposal threads is turned off: threads must be enabled for shared memories (at offset 0x15)
;; hint: turn it on with --wasm-features=+threads, or compile the module without it
