;;! build: --wasm-features=-exception-handling
;; exception-handling without a tag of its own.
(module (func $broken (export "_start") (block $caught (try_table (catch_all $caught)))))

;; error: 'exception_handling_try_table.wat': the proposal exception-handling is turned off: exceptions support is not enabled in function 0 (broken) (at offset 0x25)
;;      --> exception_handling_try_table.wat:3:57
;;       |
;;     3 | (module (func $broken (export "_start") (block $caught (try_table (catch_all $caught)))))
;;       |                                                         ^
;; hint: turn it on with --wasm-features=+exception-handling, or compile the module without it
