;;! build: --wasm-features=-tail-call
;; tail-call.
(module (func $broken (export "_start") (return_call $broken)))

;; error: 'tail_call.wat': the proposal tail-call is turned off: tail calls support is not enabled in function 0 (broken) (at offset 0x23)
;;      --> tail_call.wat:3:42
;;       |
;;     3 | (module (func $broken (export "_start") (return_call $broken)))
;;       |                                          ^
;; hint: turn it on with --wasm-features=+tail-call, or compile the module without it
