;;! build: --wasm-features=-legacy-exceptions
;; legacy-exceptions: exception-handling in its first form.
(module (func $broken (export "_start") try catch_all end))

;; error: 'exception_handling_legacy.wat': the proposal legacy-exceptions is turned off: legacy_exceptions feature required for try instruction in function 0 (broken) (at offset 0x23)
;;      --> exception_handling_legacy.wat:3:41
;;       |
;;     3 | (module (func $broken (export "_start") try catch_all end))
;;       |                                         ^
;; hint: turn it on with --wasm-features=+legacy-exceptions, or compile the module without it
