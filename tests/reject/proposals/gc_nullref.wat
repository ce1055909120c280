;; gc: a global that can only be null.
(module
  (global nullref (ref.null none))
  (func (export "_start")))

;; error: 'gc_nullref.wat': unsupported proposal gc: heap types not supported without the gc feature (at offset 0x15)
;; hint: compile the module without gc, or follow its support in wasmc's README
