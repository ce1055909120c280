;;! build: --wasm-features=-legacy-exceptions
;; legacy-exceptions: exception-handling in its first form.
(module (func $broken (export "_start") try catch_all end))

;; error: 'exception_handling_legacy.wat': unsupported proposal exception-handling (legacy): legacy_exceptions feature required for try instruction in function 0 (broken) (at offset 0x23)
;; hint: compile the module without exception-handling (legacy), or follow its support in wasmc's README
