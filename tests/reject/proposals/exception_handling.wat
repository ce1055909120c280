;;! build: --wasm-features=-exception-handling
;; exception-handling: a tag is the first that shows.
(module
  (tag $oops)
  (func $thrower (throw $oops))
  (func (export "_start") (call $thrower)))

;; error: 'exception_handling.wat': the proposal exception-handling is turned off: exceptions proposal not enabled in function 0 (thrower) (at offset 0x29)
;;      --> exception_handling.wat:5:19
;;       |
;;     5 |   (func $thrower (throw $oops))
;;       |                   ^
;; hint: turn it on with --wasm-features=+exception-handling, or compile the module without it
