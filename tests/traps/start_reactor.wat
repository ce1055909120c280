;;! build: --invoke never
;; A trap in _initialize of a reactor, before what --invoke names.
(module
  (func $prepare (export "_initialize") (unreachable))
  (func (export "never")))
