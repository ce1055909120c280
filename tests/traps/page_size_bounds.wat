;;! build: --invoke access
;;! run: 0 0 4
;;! run: 0 0 5
;;! run: 0 1 4
;;! run: 1 3 4
;;! run: 1 2 4
;;! run: 4 0 4
;;! run: 4 1 4
;;! run: 8 0 7
;;! run: 8 0 8
;;! run: 16 0 15
;;! run: 16 0 16
;;! run: 16 1 16
;;! run: 16 1 17
;;! run: 1 0 0
;;! run: 1 65535 65536
;;! run: 1 65536 65536
;;! run: 2 65535 65537
;;! run: 4 65535 65537
;;! run: 1 4095 4095
;;! run: 1 4094 4095
;;! run: 8 4088 4095
;;! run: 1 -1 65536
;; A memory with pages of one byte ends at any byte. The operands are the width of a store and of a load, an index, and
;; the number of bytes that the memory has then; the last byte is 0.
(module
  (memory 0 (pagesize 1))
  (func $access (export "access") (param $bytes i32) (param $index i32) (param $length i32) (result i32)
    (drop (memory.grow (local.get $length)))
    (block $1 (block $2 (block $4 (block $8 (block $16 (block $0
      (br_table $0 $1 $2 $0 $4 $0 $0 $0 $8 $0 $0 $0 $0 $0 $0 $0 $16 (local.get $bytes)))
      (return (memory.size)))
      (v128.store (local.get $index) (v128.const i64x2 -1 -1))
      (return (i8x16.extract_lane_s 15 (v128.load (local.get $index)))))
      (i64.store (local.get $index) (i64.const -1))
      (return (i32.wrap_i64 (i64.load (local.get $index)))))
      (i32.store (local.get $index) (i32.const -1))
      (return (i32.load (local.get $index))))
      (i32.store16 (local.get $index) (i32.const -1))
      (return (i32.load16_s (local.get $index))))
    (i32.store8 (local.get $index) (i32.const -1))
    (i32.load8_s (local.get $index))))

;; $ page_size_bounds 0 0 4
;; 4
;; $ page_size_bounds 0 0 5
;; 5
;; $ page_size_bounds 0 1 4
;; 4
;; $ page_size_bounds 1 3 4
;; -1
;; $ page_size_bounds 1 2 4
;; -1
;; $ page_size_bounds 4 0 4
;; -1
;; $ page_size_bounds 4 1 4
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x90 - access
;; [status 134]
;; $ page_size_bounds 8 0 7
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x81 - access
;; [status 134]
;; $ page_size_bounds 8 0 8
;; -1
;; $ page_size_bounds 16 0 15
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6e - access
;; [status 134]
;; $ page_size_bounds 16 0 16
;; -1
;; $ page_size_bounds 16 1 16
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x6e - access
;; [status 134]
;; $ page_size_bounds 16 1 17
;; -1
;; $ page_size_bounds 1 0 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xac - access
;; [status 134]
;; $ page_size_bounds 1 65535 65536
;; -1
;; $ page_size_bounds 1 65536 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xac - access
;; [status 134]
;; $ page_size_bounds 2 65535 65537
;; -1
;; $ page_size_bounds 4 65535 65537
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x90 - access
;; [status 134]
;; $ page_size_bounds 1 4095 4095
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xac - access
;; [status 134]
;; $ page_size_bounds 1 4094 4095
;; -1
;; $ page_size_bounds 8 4088 4095
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x81 - access
;; [status 134]
;; $ page_size_bounds 1 -1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0xac - access
;; [status 134]
