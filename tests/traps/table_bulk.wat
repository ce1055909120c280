;;! build: --invoke bulk
;;! run: 0 0 0 10
;;! run: 0 0 0 11
;;! run: 0 10 0 0
;;! run: 0 11 0 0
;;! run: 1 0 5 5
;;! run: 1 0 5 6
;;! run: 1 5 0 6
;;! run: 1 4294967295 1 1
;;! run: 2 8 0 2
;;! run: 2 8 1 2
;;! run: 2 9 0 2
;;! run: 3 0 0 0
;;! run: 3 0 0 1
;; table.fill (0), table.copy (1), table.init (2), and table.init after elem.drop (3), each with destination, source and
;; count.
(module
  (table $table 10 funcref)
  (elem $passive func $bulk $bulk)
  (func $bulk (export "bulk") (param $what i32) (param $to i32) (param $from i32) (param $count i32) (result i32)
    (block $done
      (block $dropped (block $init (block $copy (block $fill
        (br_table $fill $copy $init $dropped (local.get $what)))
        (table.fill $table (local.get $to) (ref.func $bulk) (local.get $count)) (br $done))
        (table.copy $table $table (local.get $to) (local.get $from) (local.get $count)) (br $done))
        (table.init $table $passive (local.get $to) (local.get $from) (local.get $count)) (br $done))
      (elem.drop $passive)
      (table.init $table $passive (local.get $to) (local.get $from) (local.get $count)))
    (ref.is_null (table.get $table (i32.const 9)))))

;; $ table_bulk 0 0 0 10
;; 0
;; $ table_bulk 0 0 0 11
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x4d - bulk
;; [status 134]
;; $ table_bulk 0 10 0 0
;; 1
;; $ table_bulk 0 11 0 0
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x4d - bulk
;; [status 134]
;; $ table_bulk 1 0 5 5
;; 1
;; $ table_bulk 1 0 5 6
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x59 - bulk
;; [status 134]
;; $ table_bulk 1 5 0 6
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x59 - bulk
;; [status 134]
;; $ table_bulk 1 4294967295 1 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x59 - bulk
;; [status 134]
;; $ table_bulk 2 8 0 2
;; 0
;; $ table_bulk 2 8 1 2
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x66 - bulk
;; [status 134]
;; $ table_bulk 2 9 0 2
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x66 - bulk
;; [status 134]
;; $ table_bulk 3 0 0 0
;; 1
;; $ table_bulk 3 0 0 1
;; wasm trap: out of bounds table access
;; wasm backtrace:
;;     0: 0x76 - bulk
;; [status 134]
