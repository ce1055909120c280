;; gc: a type that others may extend.
(module
  (type $open (sub (func)))
  (func (export "_start")))
