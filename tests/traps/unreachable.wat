;; unreachable, in a function with a name, called by one without.
(module
  (func $stop (unreachable))
  (func (export "_start") (call $stop)))
