;; gc: types that are defined together.
(module
  (rec (type $a (func)) (type $b (func)))
  (func (export "_start")))

;; error: 'gc_rec.wat': unsupported proposal gc: rec group usage requires `gc` proposal to be enabled (at offset 0xb)
;; hint: compile the module without gc, or follow its support in wasmc's README
