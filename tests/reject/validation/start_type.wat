;; A start function with a parameter.
(module
  (start $start)
  (func $start (param i32))
  (func (export "_start")))

;; error: 'start_type.wat': invalid WebAssembly: invalid start function type (at offset 0x25)
