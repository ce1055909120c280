;;! build: --wasm-features=-tail-call
;; tail-call.
(module (func $broken (export "_start") (return_call $broken)))

;; error: 'tail_call.wat': unsupported proposal tail-call: tail calls support is not enabled in function 0 (broken) (at offset 0x23)
;; hint: compile the module without tail-call, or follow its support in wasmc's README
