;;! build: --invoke call
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;;! run: 4
;;! run: 5
;;! run: -1
;; call_indirect through a function of the type, one of an equal type under another index, functions of other types, a
;; null, and indices beyond the table.
(module
  (type $wanted (func (param i32) (result i32)))
  (type $equal (func (param i32) (result i32)))
  (type $other (func (param i64) (result i32)))
  (func $wanted (type $wanted) (i32.const 10))
  (func $equal (type $equal) (i32.const 11))
  (func $other (type $other) (i32.const 12))
  (func $nothing)
  (table $table 5 5 funcref)
  (elem (i32.const 0) $wanted $equal $other $nothing)
  (func $call (export "call") (param $index i32) (result i32)
    (call_indirect (type $wanted) (i32.const 0) (local.get $index))))

;; $ call_indirect 0
;; 10
;; $ call_indirect 1
;; 11
;; $ call_indirect 2
;; wasm trap: indirect call type mismatch
;; wasm backtrace:
;;     0: 0x5d - call
;; [status 134]
;; $ call_indirect 3
;; wasm trap: indirect call type mismatch
;; wasm backtrace:
;;     0: 0x5d - call
;; [status 134]
;; $ call_indirect 4
;; wasm trap: uninitialized element
;; wasm backtrace:
;;     0: 0x5d - call
;; [status 134]
;; $ call_indirect 5
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x5d - call
;; [status 134]
;; $ call_indirect -1
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x5d - call
;; [status 134]
