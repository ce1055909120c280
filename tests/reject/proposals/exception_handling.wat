;;! build: --wasm-features=-exception-handling
;; exception-handling: a tag is the first that shows.
(module
  (tag $oops)
  (func $thrower (throw $oops))
  (func (export "_start") (call $thrower)))

;; error: 'exception_handling.wat': unsupported proposal exception-handling: exceptions proposal not enabled in function 0 (thrower) (at offset 0x29)
;; hint: compile the module without exception-handling, or follow its support in wasmc's README
