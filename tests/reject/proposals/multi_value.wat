;;! build: --wasm-features=-multi-value
;; multi-value: a function with two results.
(module
  (func $pair (result i32 i32) (i32.const 1) (i32.const 2))
  (func (export "_start") (call $pair) (drop) (drop)))
