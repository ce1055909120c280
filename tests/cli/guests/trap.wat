;; Traps.
(module
  (func $deep (unreachable))
  (func $main (export "_start") (call $deep)))
