;; Tail calls: of a function of the module, through a table, and of a function of WASI, which is a call and a return.
(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (type $unary (func (param i32) (result i32)))
  (func $return_call (param i32) (result i32) (return_call $return_call (local.get 0)))
  (func $return_call.dead (param i32) (result i32)
    (block (result i32) (return_call $return_call (local.get 0)) (i32.const 1)))
  (func $return_call_indirect (param i32) (result i32)
    (return_call_indirect (type $unary) (i32.const 1) (local.get 0)))
  (func $return_call.wasi (result i32) (return_call $yield))
  (table funcref (elem $return_call $return_call.dead $return_call_indirect $return_call.wasi))
  (func $keep (export "_start") (drop (table.get (i32.const 0)))))
