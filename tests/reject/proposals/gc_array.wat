;; gc: a type of arrays.
(module
  (type $bytes (array (mut i8)))
  (func (export "_start")))
