;;! build: --invoke bulk
;;! run: 0 0 0 5
;;! run: 0 0 0 6
;;! run: 0 5 0 0
;;! run: 0 6 0 0
;;! run: 0 -1 0 2
;;! run: 1 0 1 4
;;! run: 1 0 1 5
;;! run: 1 1 0 5
;;! run: 1 0 0 5
;;! run: 2 2 0 3
;;! run: 2 3 0 3
;;! run: 2 0 1 3
;;! run: 3 0 65531 5
;;! run: 3 0 65532 5
;;! run: 3 1 0 5
;;! run: 3 0 0 5
;; Bulk operations on a memory of five bytes end at the byte: fill, copy, init, and a copy from a memory of one page.
;; Returns the first four bytes.
(module
  (memory $small 5 (pagesize 1))
  (memory $large 1)
  (data (memory $small) (i32.const 0) "\01\02\03\04\05")
  (data (memory $large) (i32.const 65531) "\11\12\13\14\15")
  (data $bytes "\0a\0b\0c")
  (func $bulk (export "bulk") (param $which i32) (param $to i32) (param $from i32) (param $count i32) (result i32)
    (block $other (block $init (block $copy (block $fill
      (br_table $fill $copy $init $other (local.get $which)))
      (memory.fill $small (local.get $to) (i32.const 9) (local.get $count))
      (return (i32.load $small (i32.const 0))))
      (memory.copy $small $small (local.get $to) (local.get $from) (local.get $count))
      (return (i32.load $small (i32.const 0))))
      (memory.init $small $bytes (local.get $to) (local.get $from) (local.get $count))
      (return (i32.load $small (i32.const 0))))
    (memory.copy $small $large (local.get $to) (local.get $from) (local.get $count))
    (i32.load $small (i32.const 0))))

;; $ page_size_bulk 0 0 0 5
;; 151587081
;; $ page_size_bulk 0 0 0 6
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x48 - bulk
;; [status 134]
;; $ page_size_bulk 0 5 0 0
;; 67305985
;; $ page_size_bulk 0 6 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x48 - bulk
;; [status 134]
;; $ page_size_bulk 0 -1 0 2
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x48 - bulk
;; [status 134]
;; $ page_size_bulk 1 0 1 4
;; 84148994
;; $ page_size_bulk 1 0 1 5
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x58 - bulk
;; [status 134]
;; $ page_size_bulk 1 1 0 5
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x58 - bulk
;; [status 134]
;; $ page_size_bulk 1 0 0 5
;; 67305985
;; $ page_size_bulk 2 2 0 3
;; 185205249
;; $ page_size_bulk 2 3 0 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x69 - bulk
;; [status 134]
;; $ page_size_bulk 2 0 1 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x69 - bulk
;; [status 134]
;; $ page_size_bulk 3 0 65531 5
;; 336794129
;; $ page_size_bulk 3 0 65532 5
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7a - bulk
;; [status 134]
;; $ page_size_bulk 3 1 0 5
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7a - bulk
;; [status 134]
;; $ page_size_bulk 3 0 0 5
;; 0
