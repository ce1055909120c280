;;! build: --wasm-features=-extended-const
;; extended-const: a sum as a start value.
(module
  (global i32 (i32.add (i32.const 1) (i32.const 2)))
  (func (export "_start")))
