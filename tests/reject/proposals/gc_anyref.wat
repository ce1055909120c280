;; gc: a parameter of any type.
(module
  (func $takes (param anyref))
  (func (export "_start")))

;; error: 'gc_anyref.wat': unsupported proposal gc: heap types not supported without the gc feature (at offset 0xb)
;; hint: compile the module without gc, or follow its support in wasmc's README
