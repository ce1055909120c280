;;! build: --wasm-features=-exception-handling
;; exception-handling: the type of exceptions.
(module
  (func $keeps (local exnref))
  (func (export "_start") (call $keeps)))

;; error: 'exception_handling_exnref.wat': unsupported proposal exception-handling: exception refs not supported without the exception handling feature in function 0 (keeps) (at offset 0x24)
;; hint: compile the module without exception-handling, or follow its support in wasmc's README
