;;! build: --invoke call
;;! run: 0
;;! run: 1
;;! run: 2
;;! run: 3
;;! run: 4
;; Null references: called, called in tail position, and asserted not to be null. References that are not null are called.
(module
  (type $number (func (result i32)))
  (func $seven (type $number) (i32.const 7))
  (elem declare func $seven)
  (func $call_ref (param (ref null $number)) (result i32) (call_ref $number (local.get 0)))
  (func $return_call_ref (param (ref null $number)) (result i32) (return_call_ref $number (local.get 0)))
  (func $as_non_null (param (ref null $number)) (result i32) (call_ref $number (ref.as_non_null (local.get 0))))
  (func $call (export "call") (param $which i32) (result i32)
    (block
      (block
        (block
          (block (br_table 0 1 2 3 (local.get $which)))
          (return (i32.add (call $call_ref (ref.func $seven)) (call $return_call_ref (ref.func $seven)))))
        (return (call $call_ref (ref.null $number))))
      (return (call $return_call_ref (ref.null $number))))
    (if (result i32) (i32.eq (local.get $which) (i32.const 3))
      (then (call $as_non_null (ref.null $number)))
      (else (call $as_non_null (ref.func $seven))))))

;; $ call_ref 0
;; 14
;; $ call_ref 1
;; wasm trap: null function reference
;; wasm backtrace:
;;     0: 0x3f - call_ref
;;     1: 0x71 - call
;; [status 134]
;; $ call_ref 2
;; wasm trap: null function reference
;; wasm backtrace:
;;     0: 0x46 - return_call_ref
;;     1: 0x77 - call
;; [status 134]
;; $ call_ref 3
;; wasm trap: null reference
;; wasm backtrace:
;;     0: 0x4d - as_non_null
;;     1: 0x84 - call
;; [status 134]
;; $ call_ref 4
;; 7
