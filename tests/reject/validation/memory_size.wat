;; A memory whose minimum is above its maximum.
(module
  (memory 2 1)
  (func (export "_start")))

;; error: 'memory_size.wat': invalid WebAssembly: size minimum must not be greater than maximum (at offset 0x15)
