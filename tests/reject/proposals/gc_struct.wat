;; gc: a type of structures.
(module
  (type $pair (struct (field i32 i32)))
  (func (export "_start")))

;; error: 'gc_struct.wat': unsupported proposal gc: struct indexed types not supported without the gc feature (at offset 0xb)
;; hint: compile the module without gc, or follow its support in wasmc's README
