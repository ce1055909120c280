;; A trap in the start function, before _start runs.
(module
  (start $begin)
  (func $begin (unreachable))
  (func (export "_start")))

;; $ start_function
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x27 - begin
;; [status 134]
