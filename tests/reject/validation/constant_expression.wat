;; An initial value that is not constant.
(module
  (global i32 (i32.popcnt (i32.const 1)))
  (func (export "_start")))

;; error: 'constant_expression.wat': invalid WebAssembly: constant expression required: non-constant operator: visit_i32_popcnt (at offset 0x19)
