;;! build: --wasm-features=-extended-const
;; extended-const: a sum as a start value.
(module
  (global i32 (i32.add (i32.const 1) (i32.const 2)))
  (func (export "_start")))

;; error: 'extended_const.wat': the proposal extended-const is turned off: constant expression required: non-constant operator: i32.add (at offset 0x1b)
;; hint: turn it on with --wasm-features=+extended-const, or compile the module without it
