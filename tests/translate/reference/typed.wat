;; References of other types than funcref and externref are the same words: a null of any of them is zero, and a local that
;; cannot be null has no value before its first assignment.
(module
  (type $nothing (func))
  (func $ref.as_non_null (param (ref null $nothing)) (result (ref $nothing)) (ref.as_non_null (local.get 0)))
  (func $ref.null (result (ref null $nothing)) (ref.null $nothing))
  (func $ref.func (result (ref $nothing)) (ref.func $nothing))
  (func $local (result (ref $nothing)) (local (ref $nothing))
    (local.set 0 (ref.func $nothing))
    (local.get 0))
  (func $select (param (ref $nothing) i32) (result (ref $nothing))
    (select (result (ref $nothing)) (local.get 0) (ref.func $nothing) (local.get 1)))
  (func $nothing)
  (table funcref (elem $ref.as_non_null $ref.null $ref.func $local $select))
  (elem declare func $nothing)
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
