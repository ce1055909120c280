;;! build: --invoke truncate
;;! run: 0 nan
;;! run: 0 inf
;;! run: 0 2147483520
;;! run: 0 2147483648
;;! run: 0 -2147483648
;;! run: 0 -2147483904
;;! run: 1 nan
;;! run: 1 -0.9
;;! run: 1 -1
;;! run: 1 4294967040
;;! run: 1 4294967296
;;! run: 2 nan
;;! run: 2 9223371487098961920
;;! run: 2 9223372036854775808
;;! run: 2 -9223372036854775808
;;! run: 2 -9223373136366403584
;;! run: 3 nan
;;! run: 3 -0.9
;;! run: 3 -1
;;! run: 3 18446742974197923840
;;! run: 3 18446744073709551616
;;! run: 3 -inf
;; f32 to i32 (signed 0, unsigned 1) and i64 (2, 3): the largest and smallest floats that fit, and their neighbors that do not.
(module
  (func $truncate (export "truncate") (param $how i32) (param $x f32) (result i64)
    (block $i64_u (block $i64_s (block $i32_u (block $i32_s
      (br_table $i32_s $i32_u $i64_s $i64_u (local.get $how)))
      (return (i64.extend_i32_s (i32.trunc_f32_s (local.get $x)))))
      (return (i64.extend_i32_u (i32.trunc_f32_u (local.get $x)))))
      (return (i64.trunc_f32_s (local.get $x))))
    (i64.trunc_f32_u (local.get $x))))

;; $ truncation_f32 0 nan
;; wasm trap: invalid conversion to integer
;; wasm backtrace:
;;     0: 0x3b - truncate
;; [status 134]
;; $ truncation_f32 0 inf
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x3b - truncate
;; [status 134]
;; $ truncation_f32 0 2147483520
;; 2147483520
;; $ truncation_f32 0 2147483648
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x3b - truncate
;; [status 134]
;; $ truncation_f32 0 -2147483648
;; -2147483648
;; $ truncation_f32 0 -2147483904
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x3b - truncate
;; [status 134]
;; $ truncation_f32 1 nan
;; wasm trap: invalid conversion to integer
;; wasm backtrace:
;;     0: 0x41 - truncate
;; [status 134]
;; $ truncation_f32 1 -0.9
;; 0
;; $ truncation_f32 1 -1
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x41 - truncate
;; [status 134]
;; $ truncation_f32 1 4294967040
;; 4294967040
;; $ truncation_f32 1 4294967296
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x41 - truncate
;; [status 134]
;; $ truncation_f32 2 nan
;; wasm trap: invalid conversion to integer
;; wasm backtrace:
;;     0: 0x47 - truncate
;; [status 134]
;; $ truncation_f32 2 9223371487098961920
;; 9223371487098961920
;; $ truncation_f32 2 9223372036854775808
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x47 - truncate
;; [status 134]
;; $ truncation_f32 2 -9223372036854775808
;; -9223372036854775808
;; $ truncation_f32 2 -9223373136366403584
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x47 - truncate
;; [status 134]
;; $ truncation_f32 3 nan
;; wasm trap: invalid conversion to integer
;; wasm backtrace:
;;     0: 0x4c - truncate
;; [status 134]
;; $ truncation_f32 3 -0.9
;; 0
;; $ truncation_f32 3 -1
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x4c - truncate
;; [status 134]
;; $ truncation_f32 3 18446742974197923840
;; -1099511627776
;; $ truncation_f32 3 18446744073709551616
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x4c - truncate
;; [status 134]
;; $ truncation_f32 3 -inf
;; wasm trap: integer overflow
;; wasm backtrace:
;;     0: 0x4c - truncate
;; [status 134]
