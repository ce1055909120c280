;; multibyte-array-access: a load from an array. It builds on gc, which is what the first message would name.
(module
  (type $bytes (array i8))
  (func $broken (export "_start") (drop (i32.load (type $bytes) (ref.null $bytes) (i32.const 0)))))

;; error: 'multibyte_array_access.wat': unsupported proposal multibyte-array-access: array indexed types not supported without the gc feature (at offset 0xb)
;; hint: compile the module without multibyte-array-access, or follow its support in wasmc's README
