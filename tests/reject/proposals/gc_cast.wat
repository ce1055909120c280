;; gc: a cast, where function-references has all the types.
(module
  (type $f (func))
  (func $broken (export "_start") (drop (ref.cast (ref null $f) (ref.null func)))))
