;;! environment: WASMC_TRAP=exit
;; Only the value "abort" makes a program abort.
(module
  (func (export "_start") (unreachable)))

;; $ abort_other_value
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x23 - <wasm function 0>
;; [status 134]
