;; Two exports of one name.
(module
  (func (export "_start"))
  (func (export "_start")))

;; error: 'export_duplicate.wat': invalid WebAssembly: duplicate export name `_start` already defined (at offset 0x1f)
