;; gc: a parameter of any type.
(module
  (func $takes (param anyref))
  (func (export "_start")))
