;; A call of a reference is a test for null and an addition; a tail call leaves its frame and jumps, also where the callee
;; has more arguments on the stack than the caller had.
(module
  (type $unary (func (param i32) (result i32)))
  (func $call_ref (param (ref null $unary)) (result i32) (call_ref $unary (i32.const 1) (local.get 0)))
  (func $return_call (param i32) (result i32) (return_call $return_call (i32.add (local.get 0) (i32.const 1))))
  (func $return_call_more (param i32) (result i32)
    (return_call $many (local.get 0) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6)
      (i32.const 7) (i32.const 8) (i32.const 9)))
  (func $many (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (local.get 9))
  (table funcref (elem $call_ref $return_call $return_call_more))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
