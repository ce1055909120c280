;; Calls of references: validation knows their type, so only null is tested.
(module
  (type $unary (func (param i32) (result i32)))
  (func $call_ref (param (ref null $unary)) (result i32) (call_ref $unary (i32.const 1) (local.get 0)))
  (func $return_call_ref (param (ref null $unary)) (result i32) (return_call_ref $unary (i32.const 1) (local.get 0)))
  (table funcref (elem $call_ref $return_call_ref))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
