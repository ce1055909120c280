;;! build: --invoke recurse
;;! run: 0 10000
;;! run: 0 -1
;;! run: 1 10000
;;! run: 1 -1
;;! run: 2 10000
;;! run: 2 -1
;; Recursion that is deep, and recursion that is too deep: of a function (0), of two (1), and through a table (2).
(module
  (type $function (func (param i32) (result i32)))
  (table funcref (elem $alone $even $indirect))
  (func $alone (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (i32.const 1) (call $alone (i32.sub (local.get 0) (i32.const 1)))))
      (else (i32.const 0))))
  (func $even (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (i32.const 1) (call $odd (i32.sub (local.get 0) (i32.const 1)))))
      (else (i32.const 0))))
  (func $odd (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (i32.const 1) (call $even (i32.sub (local.get 0) (i32.const 1)))))
      (else (i32.const 0))))
  (func $indirect (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (i32.const 1)
        (call_indirect (type $function) (i32.sub (local.get 0) (i32.const 1)) (i32.const 2))))
      (else (i32.const 0))))
  (func $recurse (export "recurse") (param $how i32) (param $depth i32) (result i32)
    (call_indirect (type $function) (local.get $depth) (local.get $how))))

;; $ recursion 0 10000
;; 10000
;; $ recursion 0 -1
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x4f - alone
;;     N: 0x9f - recurse
;; [status 134]
;; $ recursion 1 10000
;; 10000
;; $ recursion 1 -1
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x64 - even
;;     N: 0x79 - odd
;;     N: 0x9f - recurse
;; [status 134]
;; $ recursion 2 10000
;; 10000
;; $ recursion 2 -1
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x90 - indirect
;;     N: 0x9f - recurse
;; [status 134]
