;; gc: a type of arrays.
(module
  (type $bytes (array (mut i8)))
  (func (export "_start")))

;; error: 'gc_array.wat': unsupported proposal gc: array indexed types not supported without the gc feature (at offset 0xb)
;; hint: compile the module without gc, or follow its support in wasmc's README
