;;! build: --wasm-features=-threads
;; threads: a shared memory that is imported, as wasi-threads has it.
(module
  (import "env" "memory" (memory 1 1 shared))
  (func (export "_start")))

;; error: 'threads_import.wat': the proposal threads is turned off: threads must be enabled for shared memories (at offset 0x11)
;; hint: turn it on with --wasm-features=+threads, or compile the module without it
