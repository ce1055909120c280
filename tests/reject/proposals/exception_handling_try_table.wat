;;! build: --wasm-features=-exception-handling
;; exception-handling without a tag of its own.
(module (func $broken (export "_start") (block $caught (try_table (catch_all $caught)))))

;; error: 'exception_handling_try_table.wat': unsupported proposal exception-handling: exceptions support is not enabled in function 0 (broken) (at offset 0x25)
;; hint: compile the module without exception-handling, or follow its support in wasmc's README
