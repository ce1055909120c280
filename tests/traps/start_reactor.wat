;;! build: --invoke never
;; A trap in _initialize of a reactor, before the export of --invoke runs.
(module
  (func $prepare (export "_initialize") (unreachable))
  (func (export "never")))

;; $ start_reactor
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x31 - prepare
;; [status 134]
