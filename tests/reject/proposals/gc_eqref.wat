;; gc: a local of a type whose values can be compared.
(module
  (func $keeps (local eqref))
  (func (export "_start") (call $keeps)))
