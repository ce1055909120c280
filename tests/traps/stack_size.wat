;;! build: --stack-size 128K --invoke recurse
;;! run: 100
;;! run: 100000
;; --stack-size sets how deep a recursion goes; with the usual 8 MiB the second run would end well.
(module
  (func $recurse (export "recurse") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (i32.const 1) (call $recurse (i32.sub (local.get 0) (i32.const 1)))))
      (else (i32.const 0)))))

;; $ stack_size 100
;; 100
;; $ stack_size 100000
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: 0x25 - recurse
;;     1: 0x31 - recurse
;;     2: 0x31 - recurse
;;     3: 0x31 - recurse
;;     4: 0x31 - recurse
;;     5: 0x31 - recurse
;;     6: 0x31 - recurse
;;     7: 0x31 - recurse
;;     8: 0x31 - recurse
;;     9: 0x31 - recurse
;;    10: 0x31 - recurse
;;    11: 0x31 - recurse
;;    12: 0x31 - recurse
;;    13: 0x31 - recurse
;;    14: 0x31 - recurse
;;    15: 0x31 - recurse
;;    16: 0x31 - recurse
;;    17: 0x31 - recurse
;;    18: 0x31 - recurse
;;    19: 0x31 - recurse
;;    20: 0x31 - recurse
;;    21: 0x31 - recurse
;;    22: 0x31 - recurse
;;    23: 0x31 - recurse
;;    24: 0x31 - recurse
;;    25: 0x31 - recurse
;;    26: 0x31 - recurse
;;    27: 0x31 - recurse
;;    28: 0x31 - recurse
;;    29: 0x31 - recurse
;;    30: 0x31 - recurse
;;    31: 0x31 - recurse
;;    32: 0x31 - recurse
;;    33: 0x31 - recurse
;;    34: 0x31 - recurse
;;    35: 0x31 - recurse
;;    36: 0x31 - recurse
;;    37: 0x31 - recurse
;;    38: 0x31 - recurse
;;    39: 0x31 - recurse
;;    40: 0x31 - recurse
;;    41: 0x31 - recurse
;;    42: 0x31 - recurse
;;    43: 0x31 - recurse
;;    44: 0x31 - recurse
;;    45: 0x31 - recurse
;;    46: 0x31 - recurse
;;    47: 0x31 - recurse
;;     ... more frames
;;     N: 0x31 - recurse
;;     N: 0x31 - recurse
;;     N: 0x31 - recurse
;;     N: 0x31 - recurse
;;     N: 0x31 - recurse
;;     N: 0x31 - recurse
;;     N: 0x31 - recurse
;;     N: 0x31 - recurse
;; [status 134]
