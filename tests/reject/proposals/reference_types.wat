;;! build: --wasm-features=-reference-types
;; reference-types: a value that the host gives.
(module
  (func $takes (param externref))
  (func (export "_start") (call $takes (ref.null extern))))
