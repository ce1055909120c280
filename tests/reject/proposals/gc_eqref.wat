;; gc: a local of a type whose values can be compared.
(module
  (func $keeps (local eqref))
  (func (export "_start") (call $keeps)))

;; error: 'gc_eqref.wat': unsupported proposal gc: heap types not supported without the gc feature in function 0 (keeps) (at offset 0x24)
;;      --> gc_eqref.wat:3:4
;;       |
;;     3 |   (func $keeps (local eqref))
;;       |    ^
;; hint: compile the module without gc, or follow its support in wasmc's README
