;;! build: --invoke descend
;;! run: 61
;;! run: 62
;;! run: 100
;; A backtrace of up to 64 frames is shown whole, of a longer one both ends.
(module
  (func $descend (export "descend") (param i32)
    (if (i32.eqz (local.get 0)) (then (unreachable)))
    (call $descend (i32.sub (local.get 0) (i32.const 1)))))

;; $ backtrace_long 61
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x28 - descend
;;     1: 0x31 - descend
;;     2: 0x31 - descend
;;     3: 0x31 - descend
;;     4: 0x31 - descend
;;     5: 0x31 - descend
;;     6: 0x31 - descend
;;     7: 0x31 - descend
;;     8: 0x31 - descend
;;     9: 0x31 - descend
;;    10: 0x31 - descend
;;    11: 0x31 - descend
;;    12: 0x31 - descend
;;    13: 0x31 - descend
;;    14: 0x31 - descend
;;    15: 0x31 - descend
;;    16: 0x31 - descend
;;    17: 0x31 - descend
;;    18: 0x31 - descend
;;    19: 0x31 - descend
;;    20: 0x31 - descend
;;    21: 0x31 - descend
;;    22: 0x31 - descend
;;    23: 0x31 - descend
;;    24: 0x31 - descend
;;    25: 0x31 - descend
;;    26: 0x31 - descend
;;    27: 0x31 - descend
;;    28: 0x31 - descend
;;    29: 0x31 - descend
;;    30: 0x31 - descend
;;    31: 0x31 - descend
;;    32: 0x31 - descend
;;    33: 0x31 - descend
;;    34: 0x31 - descend
;;    35: 0x31 - descend
;;    36: 0x31 - descend
;;    37: 0x31 - descend
;;    38: 0x31 - descend
;;    39: 0x31 - descend
;;    40: 0x31 - descend
;;    41: 0x31 - descend
;;    42: 0x31 - descend
;;    43: 0x31 - descend
;;    44: 0x31 - descend
;;    45: 0x31 - descend
;;    46: 0x31 - descend
;;    47: 0x31 - descend
;;    48: 0x31 - descend
;;    49: 0x31 - descend
;;    50: 0x31 - descend
;;    51: 0x31 - descend
;;    52: 0x31 - descend
;;    53: 0x31 - descend
;;    54: 0x31 - descend
;;    55: 0x31 - descend
;;    56: 0x31 - descend
;;    57: 0x31 - descend
;;    58: 0x31 - descend
;;    59: 0x31 - descend
;;    60: 0x31 - descend
;;    61: 0x31 - descend
;; [status 134]
;; $ backtrace_long 62
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x28 - descend
;;     1: 0x31 - descend
;;     2: 0x31 - descend
;;     3: 0x31 - descend
;;     4: 0x31 - descend
;;     5: 0x31 - descend
;;     6: 0x31 - descend
;;     7: 0x31 - descend
;;     8: 0x31 - descend
;;     9: 0x31 - descend
;;    10: 0x31 - descend
;;    11: 0x31 - descend
;;    12: 0x31 - descend
;;    13: 0x31 - descend
;;    14: 0x31 - descend
;;    15: 0x31 - descend
;;    16: 0x31 - descend
;;    17: 0x31 - descend
;;    18: 0x31 - descend
;;    19: 0x31 - descend
;;    20: 0x31 - descend
;;    21: 0x31 - descend
;;    22: 0x31 - descend
;;    23: 0x31 - descend
;;    24: 0x31 - descend
;;    25: 0x31 - descend
;;    26: 0x31 - descend
;;    27: 0x31 - descend
;;    28: 0x31 - descend
;;    29: 0x31 - descend
;;    30: 0x31 - descend
;;    31: 0x31 - descend
;;    32: 0x31 - descend
;;    33: 0x31 - descend
;;    34: 0x31 - descend
;;    35: 0x31 - descend
;;    36: 0x31 - descend
;;    37: 0x31 - descend
;;    38: 0x31 - descend
;;    39: 0x31 - descend
;;    40: 0x31 - descend
;;    41: 0x31 - descend
;;    42: 0x31 - descend
;;    43: 0x31 - descend
;;    44: 0x31 - descend
;;    45: 0x31 - descend
;;    46: 0x31 - descend
;;    47: 0x31 - descend
;;    48: 0x31 - descend
;;    49: 0x31 - descend
;;    50: 0x31 - descend
;;    51: 0x31 - descend
;;    52: 0x31 - descend
;;    53: 0x31 - descend
;;    54: 0x31 - descend
;;    55: 0x31 - descend
;;    56: 0x31 - descend
;;    57: 0x31 - descend
;;    58: 0x31 - descend
;;    59: 0x31 - descend
;;    60: 0x31 - descend
;;    61: 0x31 - descend
;;    62: 0x31 - descend
;; [status 134]
;; $ backtrace_long 100
;; wasm trap: unreachable
;; wasm backtrace:
;;     0: 0x28 - descend
;;     1: 0x31 - descend
;;     2: 0x31 - descend
;;     3: 0x31 - descend
;;     4: 0x31 - descend
;;     5: 0x31 - descend
;;     6: 0x31 - descend
;;     7: 0x31 - descend
;;     8: 0x31 - descend
;;     9: 0x31 - descend
;;    10: 0x31 - descend
;;    11: 0x31 - descend
;;    12: 0x31 - descend
;;    13: 0x31 - descend
;;    14: 0x31 - descend
;;    15: 0x31 - descend
;;    16: 0x31 - descend
;;    17: 0x31 - descend
;;    18: 0x31 - descend
;;    19: 0x31 - descend
;;    20: 0x31 - descend
;;    21: 0x31 - descend
;;    22: 0x31 - descend
;;    23: 0x31 - descend
;;    24: 0x31 - descend
;;    25: 0x31 - descend
;;    26: 0x31 - descend
;;    27: 0x31 - descend
;;    28: 0x31 - descend
;;    29: 0x31 - descend
;;    30: 0x31 - descend
;;    31: 0x31 - descend
;;    32: 0x31 - descend
;;    33: 0x31 - descend
;;    34: 0x31 - descend
;;    35: 0x31 - descend
;;    36: 0x31 - descend
;;    37: 0x31 - descend
;;    38: 0x31 - descend
;;    39: 0x31 - descend
;;    40: 0x31 - descend
;;    41: 0x31 - descend
;;    42: 0x31 - descend
;;    43: 0x31 - descend
;;    44: 0x31 - descend
;;    45: 0x31 - descend
;;    46: 0x31 - descend
;;    47: 0x31 - descend
;;     ... 45 more frames
;;    93: 0x31 - descend
;;    94: 0x31 - descend
;;    95: 0x31 - descend
;;    96: 0x31 - descend
;;    97: 0x31 - descend
;;    98: 0x31 - descend
;;    99: 0x31 - descend
;;    100: 0x31 - descend
;; [status 134]
