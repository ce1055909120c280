;;! build: --invoke copy
;;! run: 0 0 0 65536
;;! run: 0 1 0 65536
;;! run: 0 0 1 65536
;;! run: 0 0 0 65537
;;! run: 0 -1 0 1
;;! run: 1 0 65533 3
;;! run: 1 0 65534 3
;;! run: 1 -1 0 1
;;! run: 1 0 -1 1
;;! run: 1 65536 131072 0
;;! run: 2 0 65533 3
;;! run: 2 0 65534 3
;;! run: 2 -1 0 1
;;! run: 2 0 -1 1
;;! run: 3 0 0 65536
;;! run: 3 0 -1 2
;;! run: 3 1 0 65536
;;! run: 4 65533 0 3
;;! run: 4 65534 0 3
;;! run: 4 0 1 3
;; Copies from one memory to another check both: from 32-bit to 32-bit indices, to 64-bit, from 64-bit, from 64-bit to
;; 64-bit; and init of the second. With one 32-bit side the count is 32 bits. Returns the first bytes of the memories.
(module
  (memory $one 1)
  (memory $two 2)
  (memory $three i64 1)
  (memory $four i64 1)
  (data (memory $one) (i32.const 0) "\01")
  (data (memory $one) (i32.const 65533) "\11\12\13")
  (data (memory $two) (i32.const 0) "\02")
  (data (memory $three) (i64.const 0) "\03")
  (data (memory $three) (i64.const 65533) "\31\32\33")
  (data (memory $four) (i64.const 0) "\04")
  (data $bytes "\0a\0b\0c")
  (func $copy (export "copy") (param $which i32) (param $to i64) (param $from i64) (param $count i64) (result i32 i32 i32 i32)
    (local $to_32 i32) (local $from_32 i32) (local $count_32 i32)
    (local.set $to_32 (i32.wrap_i64 (local.get $to)))
    (local.set $from_32 (i32.wrap_i64 (local.get $from)))
    (local.set $count_32 (i32.wrap_i64 (local.get $count)))
    (block $done
      (block $4 (block $3 (block $2 (block $1 (block $0
        (br_table $0 $1 $2 $3 $4 (local.get $which)))
        (memory.copy $two $one (local.get $to_32) (local.get $from_32) (local.get $count_32))
        (br $done))
        (memory.copy $three $one (local.get $to) (local.get $from_32) (local.get $count_32))
        (br $done))
        (memory.copy $one $three (local.get $to_32) (local.get $from) (local.get $count_32))
        (br $done))
        (memory.copy $four $three (local.get $to) (local.get $from) (local.get $count))
        (br $done))
      (memory.init $three $bytes (local.get $to) (local.get $from_32) (local.get $count_32)))
    (i32.load $one (i32.const 0))
    (i32.load $two (i32.const 0))
    (i32.load $three (i64.const 0))
    (i32.load $four (i64.const 0))))

;; $ memories_copy 0 0 0 65536
;; 1
;; 1
;; 3
;; 4
;; $ memories_copy 0 1 0 65536
;; 1
;; 258
;; 3
;; 4
;; $ memories_copy 0 0 1 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - copy
;; [status 134]
;; $ memories_copy 0 0 0 65537
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - copy
;; [status 134]
;; $ memories_copy 0 -1 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x65 - copy
;; [status 134]
;; $ memories_copy 1 0 65533 3
;; 1
;; 2
;; 1249809
;; 4
;; $ memories_copy 1 0 65534 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x72 - copy
;; [status 134]
;; $ memories_copy 1 -1 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x72 - copy
;; [status 134]
;; $ memories_copy 1 0 -1 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x72 - copy
;; [status 134]
;; $ memories_copy 1 65536 131072 0
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x72 - copy
;; [status 134]
;; $ memories_copy 2 0 65533 3
;; 3355185
;; 2
;; 3
;; 4
;; $ memories_copy 2 0 65534 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7f - copy
;; [status 134]
;; $ memories_copy 2 -1 0 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7f - copy
;; [status 134]
;; $ memories_copy 2 0 -1 1
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x7f - copy
;; [status 134]
;; $ memories_copy 3 0 0 65536
;; 1
;; 2
;; 3
;; 3
;; $ memories_copy 3 0 -1 2
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x8c - copy
;; [status 134]
;; $ memories_copy 3 1 0 65536
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x8c - copy
;; [status 134]
;; $ memories_copy 4 65533 0 3
;; 1
;; 2
;; 3
;; 4
;; $ memories_copy 4 65534 0 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x99 - copy
;; [status 134]
;; $ memories_copy 4 0 1 3
;; wasm trap: out of bounds memory access
;; wasm backtrace:
;;     0: 0x99 - copy
;; [status 134]
