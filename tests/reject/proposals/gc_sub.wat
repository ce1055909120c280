;; gc: a type that others may extend.
(module
  (type $open (sub (func)))
  (func (export "_start")))

;; error: 'gc_sub.wat': unsupported proposal gc: gc proposal must be enabled to use subtypes (at offset 0xb)
;; hint: compile the module without gc, or follow its support in wasmc's README
