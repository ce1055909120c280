;; unreachable, in a function with a name, called by one without.
(module
  (func $stop (unreachable))
  (func (export "_start") (call $stop)))

;; $ unreachable
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x24 - stop
;;     1: 0x28 - <wasm function 1>
;; [status 134]
