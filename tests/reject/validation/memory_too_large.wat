;; A memory beyond 4 GiB.
(module
  (memory 65537)
  (func (export "_start")))

;; error: 'memory_too_large.wat': invalid WebAssembly: memory size must be at most 0x10000 65536-byte pages (at offset 0x15)
