;;! build: --wasm-features=-exception-handling
;; exception-handling: the type of exceptions.
(module
  (func $keeps (local exnref))
  (func (export "_start") (call $keeps)))

;; error: 'exception_handling_exnref.wat': the proposal exception-handling is turned off: exception refs not supported without the exception handling feature in function 0 (keeps) (at offset 0x24)
;;      --> exception_handling_exnref.wat:4:4
;;       |
;;     4 |   (func $keeps (local exnref))
;;       |    ^
;; hint: turn it on with --wasm-features=+exception-handling, or compile the module without it
