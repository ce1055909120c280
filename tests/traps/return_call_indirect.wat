;;! build: --invoke call
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;; return_call_indirect through a function of the type, one of another type, a null, and an index beyond the table. The
;; trap is the caller's, whose frame is still there.
(module
  (type $wanted (func (param i32) (result i32)))
  (func $wanted (type $wanted) (i32.const 10))
  (func $other)
  (table $table 3 3 funcref)
  (elem (i32.const 0) $wanted $other)
  (func $tail (param $index i32) (result i32)
    (return_call_indirect (type $wanted) (i32.const 0) (local.get $index)))
  (func $call (export "call") (param $index i32) (result i32) (call $tail (local.get $index))))

;; $ return_call_indirect 0
;; 10
;; $ return_call_indirect 1
;; wasm trap: indirect call type mismatch
;; wasm backtrace:
;;     0: 0x46 - tail
;;     1: 0x4e - call
;; [status 134]
;; $ return_call_indirect 2
;; wasm trap: uninitialized element
;; wasm backtrace:
;;     0: 0x46 - tail
;;     1: 0x4e - call
;; [status 134]
;; $ return_call_indirect 3
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x46 - tail
;;     1: 0x4e - call
;; [status 134]
