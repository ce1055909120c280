;;! build: --wasm-features=-tail-call
;; tail-call through a table.
(module
  (table 1 funcref)
  (func $broken (export "_start") (return_call_indirect (i32.const 0))))

;; error: 'tail_call_indirect.wat': unsupported proposal tail-call: tail calls support is not enabled in function 0 (broken) (at offset 0x2b)
;; hint: compile the module without tail-call, or follow its support in wasmc's README
