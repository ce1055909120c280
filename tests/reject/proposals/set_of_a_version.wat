;;! build: --wasm-features=wasm2
;; A set of proposals instead of single ones.
(module (func $broken (export "_start") (return_call $broken)))

;; error: 'set_of_a_version.wat': the proposal tail-call is turned off: tail calls support is not enabled in function 0 (broken) (at offset 0x23)
;;      --> set_of_a_version.wat:3:42
;;       |
;;     3 | (module (func $broken (export "_start") (return_call $broken)))
;;       |                                          ^
;; hint: turn it on with --wasm-features=+tail-call, or compile the module without it
