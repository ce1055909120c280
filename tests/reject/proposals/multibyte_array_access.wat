;; multibyte-array-access: a load from an array. It builds on gc, which is what the first message would name.
(module
  (type $bytes (array i8))
  (func $broken (export "_start") (drop (i32.load (type $bytes) (ref.null $bytes) (i32.const 0)))))
