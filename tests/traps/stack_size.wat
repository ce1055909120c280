;;! build: --stack-size 128K --invoke recurse
;;! run: 100
;;! run: 100000
;; --stack-size sets how deep a recursion goes; with the usual 8 MiB the second run would end well.
(module
  (func $recurse (export "recurse") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (i32.const 1) (call $recurse (i32.sub (local.get 0) (i32.const 1)))))
      (else (i32.const 0)))))

;; $ stack_size 100
;; 100
;; $ stack_size 100000
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x31 - recurse
;; [status 134]
