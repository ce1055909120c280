;;! build: --wasm-features=-tail-call
;; tail-call through a table.
(module
  (table 1 funcref)
  (func $broken (export "_start") (return_call_indirect (i32.const 0))))

;; error: 'tail_call_indirect.wat': the proposal tail-call is turned off: tail calls support is not enabled in function 0 (broken) (at offset 0x2b)
;;      --> tail_call_indirect.wat:5:36
;;       |
;;     5 |   (func $broken (export "_start") (return_call_indirect (i32.const 0))))
;;       |                                    ^
;; hint: turn it on with --wasm-features=+tail-call, or compile the module without it
