;;! build: --invoke bulk
;;! run: 0 0 0 10
;;! run: 0 1 0 10
;;! run: 0 10 0 0
;;! run: 0 11 0 0
;;! run: 0 -1 0 1
;;! run: 0 0 0 -1
;;! run: 0 2 0 -2
;;! run: 0 -2 0 4
;;! run: 1 0 1 9
;;! run: 1 0 1 10
;;! run: 1 0 -1 1
;;! run: 1 -1 0 2
;;! run: 1 0 0 2305843009213693952
;;! run: 2 9 0 1
;;! run: 2 10 0 1
;;! run: 2 8 0 2
;;! run: 2 9 0 2
;;! run: 2 -1 0 1
;;! run: 2 -1 0 2
;;! run: 3 0 4 1
;;! run: 3 0 5 1
;;! run: 3 -1 0 1
;;! run: 3 0 -1 1
;;! run: 4 4 0 1
;;! run: 4 5 0 1
;;! run: 4 0 -1 1
;; Bulk operations on a table with 64-bit indices: fill, copy, init, and copies from and to one with 32-bit indices.
;; Returns how many elements of the first five are null.
(module
  (table $long i64 10 funcref)
  (table $short 5 funcref)
  (elem $elements func $f $f)
  (elem (table $long) (i64.const 0) func $f $f)
  (elem (table $short) (i32.const 3) func $f $f)
  (func $f)
  (func $bulk (export "bulk") (param $which i32) (param $to i64) (param $from i64) (param $count i64) (result i32)
    (local $to_32 i32) (local $from_32 i32) (local $count_32 i32)
    (local.set $to_32 (i32.wrap_i64 (local.get $to)))
    (local.set $from_32 (i32.wrap_i64 (local.get $from)))
    (local.set $count_32 (i32.wrap_i64 (local.get $count)))
    (block $done
      (block $4 (block $3 (block $2 (block $1 (block $0
        (br_table $0 $1 $2 $3 $4 (local.get $which)))
        (table.fill $long (local.get $to) (ref.null func) (local.get $count))
        (br $done))
        (table.copy $long $long (local.get $to) (local.get $from) (local.get $count))
        (br $done))
        (table.init $long $elements (local.get $to) (local.get $from_32) (local.get $count_32))
        (br $done))
        (table.copy $long $short (local.get $to) (local.get $from_32) (local.get $count_32))
        (br $done))
      (table.copy $short $long (local.get $to_32) (local.get $from) (local.get $count_32)))
    (i32.add
      (i32.add
        (i32.add
          (ref.is_null (table.get $long (i64.const 0)))
          (ref.is_null (table.get $long (i64.const 1))))
        (i32.add
          (ref.is_null (table.get $long (i64.const 2)))
          (ref.is_null (table.get $long (i64.const 3)))))
      (ref.is_null (table.get $long (i64.const 4))))))

;; $ table64_bulk 0 0 0 10
;; 5
;; $ table64_bulk 0 1 0 10
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x7f - bulk
;; [status 134]
;; $ table64_bulk 0 10 0 0
;; 3
;; $ table64_bulk 0 11 0 0
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x7f - bulk
;; [status 134]
;; $ table64_bulk 0 -1 0 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x7f - bulk
;; [status 134]
;; $ table64_bulk 0 0 0 -1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x7f - bulk
;; [status 134]
;; $ table64_bulk 0 2 0 -2
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x7f - bulk
;; [status 134]
;; $ table64_bulk 0 -2 0 4
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x7f - bulk
;; [status 134]
;; $ table64_bulk 1 0 1 9
;; 4
;; $ table64_bulk 1 0 1 10
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x8b - bulk
;; [status 134]
;; $ table64_bulk 1 0 -1 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x8b - bulk
;; [status 134]
;; $ table64_bulk 1 -1 0 2
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x8b - bulk
;; [status 134]
;; $ table64_bulk 1 0 0 2305843009213693952
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x8b - bulk
;; [status 134]
;; $ table64_bulk 2 9 0 1
;; 3
;; $ table64_bulk 2 10 0 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x98 - bulk
;; [status 134]
;; $ table64_bulk 2 8 0 2
;; 3
;; $ table64_bulk 2 9 0 2
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x98 - bulk
;; [status 134]
;; $ table64_bulk 2 -1 0 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x98 - bulk
;; [status 134]
;; $ table64_bulk 2 -1 0 2
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x98 - bulk
;; [status 134]
;; $ table64_bulk 3 0 4 1
;; 3
;; $ table64_bulk 3 0 5 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0xa5 - bulk
;; [status 134]
;; $ table64_bulk 3 -1 0 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0xa5 - bulk
;; [status 134]
;; $ table64_bulk 3 0 -1 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0xa5 - bulk
;; [status 134]
;; $ table64_bulk 4 4 0 1
;; 3
;; $ table64_bulk 4 5 0 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0xb2 - bulk
;; [status 134]
;; $ table64_bulk 4 0 -1 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0xb2 - bulk
;; [status 134]
