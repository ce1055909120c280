;; gc: a cast, where function-references has all the types.
(module
  (type $f (func))
  (func $broken (export "_start") (drop (ref.cast (ref null $f) (ref.null func)))))

;; error: 'gc_cast.wat': unsupported proposal gc: gc support is not enabled in function 0 (broken) (at offset 0x25)
;;      --> gc_cast.wat:4:42
;;       |
;;     4 |   (func $broken (export "_start") (drop (ref.cast (ref null $f) (ref.null func)))))
;;       |                                          ^
;; hint: compile the module without gc, or follow its support in wasmc's README
