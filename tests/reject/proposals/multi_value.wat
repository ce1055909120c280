;;! build: --wasm-features=-multi-value
;; multi-value: a function with two results.
(module
  (func $pair (result i32 i32) (i32.const 1) (i32.const 2))
  (func (export "_start") (call $pair) (drop) (drop)))

;; error: 'multi_value.wat': the proposal multi-value is turned off: func type returns multiple values but the multi-value feature is not enabled (at offset 0xb)
;; hint: turn it on with --wasm-features=+multi-value, or compile the module without it
