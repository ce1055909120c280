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
;;     0: 0x43 - alone
;;     1: 0x4f - alone
;;     2: 0x4f - alone
;;     3: 0x4f - alone
;;     4: 0x4f - alone
;;     5: 0x4f - alone
;;     6: 0x4f - alone
;;     7: 0x4f - alone
;;     8: 0x4f - alone
;;     9: 0x4f - alone
;;    10: 0x4f - alone
;;    11: 0x4f - alone
;;    12: 0x4f - alone
;;    13: 0x4f - alone
;;    14: 0x4f - alone
;;    15: 0x4f - alone
;;    16: 0x4f - alone
;;    17: 0x4f - alone
;;    18: 0x4f - alone
;;    19: 0x4f - alone
;;    20: 0x4f - alone
;;    21: 0x4f - alone
;;    22: 0x4f - alone
;;    23: 0x4f - alone
;;    24: 0x4f - alone
;;    25: 0x4f - alone
;;    26: 0x4f - alone
;;    27: 0x4f - alone
;;    28: 0x4f - alone
;;    29: 0x4f - alone
;;    30: 0x4f - alone
;;    31: 0x4f - alone
;;    32: 0x4f - alone
;;    33: 0x4f - alone
;;    34: 0x4f - alone
;;    35: 0x4f - alone
;;    36: 0x4f - alone
;;    37: 0x4f - alone
;;    38: 0x4f - alone
;;    39: 0x4f - alone
;;    40: 0x4f - alone
;;    41: 0x4f - alone
;;    42: 0x4f - alone
;;    43: 0x4f - alone
;;    44: 0x4f - alone
;;    45: 0x4f - alone
;;    46: 0x4f - alone
;;    47: 0x4f - alone
;;     ... more frames
;;     N: 0x4f - alone
;;     N: 0x4f - alone
;;     N: 0x4f - alone
;;     N: 0x4f - alone
;;     N: 0x4f - alone
;;     N: 0x4f - alone
;;     N: 0x4f - alone
;;     N: 0x9f - recurse
;; [status 134]
;; $ recursion 1 10000
;; 10000
;; $ recursion 1 -1
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: 0x6d - odd
;;     1: 0x64 - even
;;     2: 0x79 - odd
;;     3: 0x64 - even
;;     4: 0x79 - odd
;;     5: 0x64 - even
;;     6: 0x79 - odd
;;     7: 0x64 - even
;;     8: 0x79 - odd
;;     9: 0x64 - even
;;    10: 0x79 - odd
;;    11: 0x64 - even
;;    12: 0x79 - odd
;;    13: 0x64 - even
;;    14: 0x79 - odd
;;    15: 0x64 - even
;;    16: 0x79 - odd
;;    17: 0x64 - even
;;    18: 0x79 - odd
;;    19: 0x64 - even
;;    20: 0x79 - odd
;;    21: 0x64 - even
;;    22: 0x79 - odd
;;    23: 0x64 - even
;;    24: 0x79 - odd
;;    25: 0x64 - even
;;    26: 0x79 - odd
;;    27: 0x64 - even
;;    28: 0x79 - odd
;;    29: 0x64 - even
;;    30: 0x79 - odd
;;    31: 0x64 - even
;;    32: 0x79 - odd
;;    33: 0x64 - even
;;    34: 0x79 - odd
;;    35: 0x64 - even
;;    36: 0x79 - odd
;;    37: 0x64 - even
;;    38: 0x79 - odd
;;    39: 0x64 - even
;;    40: 0x79 - odd
;;    41: 0x64 - even
;;    42: 0x79 - odd
;;    43: 0x64 - even
;;    44: 0x79 - odd
;;    45: 0x64 - even
;;    46: 0x79 - odd
;;    47: 0x64 - even
;;     ... more frames
;;     N: 0x64 - even
;;     N: 0x79 - odd
;;     N: 0x64 - even
;;     N: 0x79 - odd
;;     N: 0x64 - even
;;     N: 0x79 - odd
;;     N: 0x64 - even
;;     N: 0x9f - recurse
;; [status 134]
;; $ recursion 2 10000
;; 10000
;; $ recursion 2 -1
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: 0x82 - indirect
;;     1: 0x90 - indirect
;;     2: 0x90 - indirect
;;     3: 0x90 - indirect
;;     4: 0x90 - indirect
;;     5: 0x90 - indirect
;;     6: 0x90 - indirect
;;     7: 0x90 - indirect
;;     8: 0x90 - indirect
;;     9: 0x90 - indirect
;;    10: 0x90 - indirect
;;    11: 0x90 - indirect
;;    12: 0x90 - indirect
;;    13: 0x90 - indirect
;;    14: 0x90 - indirect
;;    15: 0x90 - indirect
;;    16: 0x90 - indirect
;;    17: 0x90 - indirect
;;    18: 0x90 - indirect
;;    19: 0x90 - indirect
;;    20: 0x90 - indirect
;;    21: 0x90 - indirect
;;    22: 0x90 - indirect
;;    23: 0x90 - indirect
;;    24: 0x90 - indirect
;;    25: 0x90 - indirect
;;    26: 0x90 - indirect
;;    27: 0x90 - indirect
;;    28: 0x90 - indirect
;;    29: 0x90 - indirect
;;    30: 0x90 - indirect
;;    31: 0x90 - indirect
;;    32: 0x90 - indirect
;;    33: 0x90 - indirect
;;    34: 0x90 - indirect
;;    35: 0x90 - indirect
;;    36: 0x90 - indirect
;;    37: 0x90 - indirect
;;    38: 0x90 - indirect
;;    39: 0x90 - indirect
;;    40: 0x90 - indirect
;;    41: 0x90 - indirect
;;    42: 0x90 - indirect
;;    43: 0x90 - indirect
;;    44: 0x90 - indirect
;;    45: 0x90 - indirect
;;    46: 0x90 - indirect
;;    47: 0x90 - indirect
;;     ... more frames
;;     N: 0x90 - indirect
;;     N: 0x90 - indirect
;;     N: 0x90 - indirect
;;     N: 0x90 - indirect
;;     N: 0x90 - indirect
;;     N: 0x90 - indirect
;;     N: 0x90 - indirect
;;     N: 0x9f - recurse
;; [status 134]
