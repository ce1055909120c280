;;! build: --wasm-features=-reference-types
;; A proposal that is turned off because it builds on one that is.
(module
  (tag $oops)
  (func $thrower (throw $oops))
  (func (export "_start") (call $thrower)))

;; error: 'turned_off_with_another.wat': the proposal exception-handling is turned off: exceptions proposal not enabled in function 0 (thrower) (at offset 0x29)
;;      --> turned_off_with_another.wat:5:19
;;       |
;;     5 |   (func $thrower (throw $oops))
;;       |                   ^
;; hint: turn it on with --wasm-features=+exception-handling, or compile the module without it
