;;! build: --invoke bulk
;;! run: 0 0 0 65536
;;! run: 0 65535 0 2
;;! run: 0 65536 0 0
;;! run: 0 65537 0 0
;;! run: 0 4294967295 0 4294967295
;;! run: 1 0 65536 0
;;! run: 1 0 65537 0
;;! run: 1 65530 0 6
;;! run: 1 65530 0 7
;;! run: 1 0 65530 7
;;! run: 1 4294967295 1 1
;;! run: 2 0 0 7
;;! run: 2 0 0 8
;;! run: 2 0 7 0
;;! run: 2 0 8 0
;;! run: 2 65530 0 7
;;! run: 3 0 0 0
;;! run: 3 65536 0 0
;;! run: 3 0 0 1
;; memory.fill (0), memory.copy (1), memory.init (2), and memory.init after data.drop (3), each with destination, source
;; and count: a range of no bytes may lie at the very end, but not behind it, and sums do not wrap.
(module
  (memory 1)
  (data $passive "passive")
  (func $bulk (export "bulk") (param $what i32) (param $to i32) (param $from i32) (param $count i32) (result i32)
    (block $done
      (block $dropped (block $init (block $copy (block $fill
        (br_table $fill $copy $init $dropped (local.get $what)))
        (memory.fill (local.get $to) (i32.const 1) (local.get $count)) (br $done))
        (memory.copy (local.get $to) (local.get $from) (local.get $count)) (br $done))
        (memory.init $passive (local.get $to) (local.get $from) (local.get $count)) (br $done))
      (data.drop $passive)
      (memory.init $passive (local.get $to) (local.get $from) (local.get $count)))
    (i32.load (i32.const 0))))

;; $ memory_bulk 0 0 0 65536
;; 16843009
;; $ memory_bulk 0 65535 0 2
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x47 - bulk
;; [status 134]
;; $ memory_bulk 0 65536 0 0
;; 0
;; $ memory_bulk 0 65537 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x47 - bulk
;; [status 134]
;; $ memory_bulk 0 4294967295 0 4294967295
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x47 - bulk
;; [status 134]
;; $ memory_bulk 1 0 65536 0
;; 0
;; $ memory_bulk 1 0 65537 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x53 - bulk
;; [status 134]
;; $ memory_bulk 1 65530 0 6
;; 0
;; $ memory_bulk 1 65530 0 7
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x53 - bulk
;; [status 134]
;; $ memory_bulk 1 0 65530 7
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x53 - bulk
;; [status 134]
;; $ memory_bulk 1 4294967295 1 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x53 - bulk
;; [status 134]
;; $ memory_bulk 2 0 0 7
;; 1936941424
;; $ memory_bulk 2 0 0 8
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x60 - bulk
;; [status 134]
;; $ memory_bulk 2 0 7 0
;; 0
;; $ memory_bulk 2 0 8 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x60 - bulk
;; [status 134]
;; $ memory_bulk 2 65530 0 7
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x60 - bulk
;; [status 134]
;; $ memory_bulk 3 0 0 0
;; 0
;; $ memory_bulk 3 65536 0 0
;; 0
;; $ memory_bulk 3 0 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x70 - bulk
;; [status 134]
