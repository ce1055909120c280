;;! build: --wasm-features=-threads
;; threads: a shared memory that is imported, as wasi-threads has it.
(module
  (import "env" "memory" (memory 1 1 shared))
  (func (export "_start")))

;; error: 'threads_import.wat': unsupported proposal threads: threads must be enabled for shared memories (at offset 0x11)
;; hint: compile the module without threads, or follow its support in wasmc's README
