;;! build: --invoke access
;;! run: 0 9
;;! run: 0 10
;;! run: 0 -1
;;! run: 0 4294967296
;;! run: 0 -9223372036854775808
;;! run: 1 9
;;! run: 1 10
;;! run: 1 -1
;;! run: 2 9
;;! run: 2 10
;;! run: 2 8
;;! run: 2 -1
;;! run: 2 4294967305
;;! run: 3 9
;;! run: 3 19
;;! run: 3 20
;;! run: 3 4294967296
;;! run: 4 9
;;! run: 4 20
;;! run: 4 -1
;; Tables with 64-bit indices: get and set of one whose length is constant, call_indirect through it, and get and
;; call_indirect of one that has grown from ten to twenty elements.
(module
  (type $number (func (result i32)))
  (table $fixed i64 10 funcref)
  (table $grown i64 10 funcref)
  (elem (table $fixed) (i64.const 9) func $forty_two)
  (elem (table $grown) (i64.const 9) func $forty_two)
  (func $forty_two (result i32) (i32.const 42))
  (func $access (export "access") (param $which i32) (param $index i64) (result i32)
    (drop (table.grow $grown (ref.null func) (i64.const 10)))
    (block $4 (block $3 (block $2 (block $1 (block $0
      (br_table $0 $1 $2 $3 $4 (local.get $which)))
      (return (ref.is_null (table.get $fixed (local.get $index)))))
      (table.set $fixed (local.get $index) (ref.null func))
      (return (ref.is_null (table.get $fixed (i64.const 9)))))
      (return (call_indirect $fixed (type $number) (local.get $index))))
      (return (ref.is_null (table.get $grown (local.get $index)))))
    (call_indirect $grown (type $number) (local.get $index))))

;; $ table64_access 0 9
;; 0
;; $ table64_access 0 10
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x6a - access
;; [status 134]
;; $ table64_access 0 -1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x6a - access
;; [status 134]
;; $ table64_access 0 4294967296
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x6a - access
;; [status 134]
;; $ table64_access 0 -9223372036854775808
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x6a - access
;; [status 134]
;; $ table64_access 1 9
;; 1
;; $ table64_access 1 10
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x73 - access
;; [status 134]
;; $ table64_access 1 -1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x73 - access
;; [status 134]
;; $ table64_access 2 9
;; 42
;; $ table64_access 2 10
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x7e - access
;; [status 134]
;; $ table64_access 2 8
;; wasm trap: uninitialized element
;; wasm backtrace:
;;     0: 0x7e - access
;; [status 134]
;; $ table64_access 2 -1
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x7e - access
;; [status 134]
;; $ table64_access 2 4294967305
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x7e - access
;; [status 134]
;; $ table64_access 3 9
;; 0
;; $ table64_access 3 19
;; 1
;; $ table64_access 3 20
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x85 - access
;; [status 134]
;; $ table64_access 3 4294967296
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x85 - access
;; [status 134]
;; $ table64_access 4 9
;; 42
;; $ table64_access 4 20
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x8c - access
;; [status 134]
;; $ table64_access 4 -1
;; wasm trap: undefined element
;; wasm backtrace:
;;     0: 0x8c - access
;; [status 134]
