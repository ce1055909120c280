;; gc: a table of small integers.
(module
  (table 1 i31ref)
  (func (export "_start")))

;; error: 'gc_i31ref.wat': unsupported proposal gc: heap types not supported without the gc feature (at offset 0x15)
;; hint: compile the module without gc, or follow its support in wasmc's README
