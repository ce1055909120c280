;; An export of a missing function.
(module
  (func (export "_start"))
  (export "f" (func 5)))

;; error: 'export_unknown.wat': invalid WebAssembly: unknown function 5: exported function index out of bounds (at offset 0x1e)
