;;! build: --wasm-features=-reference-types
;; A proposal that is turned off because it builds on one that is.
(module
  (tag $oops)
  (func $thrower (throw $oops))
  (func (export "_start") (call $thrower)))
