;;! build: --invoke grow
;;! run: 0
;;! run: 1
;;! run: -1
;;! run: 281474976710655
;;! run: 281474976710656
;;! run: -9223372036854775808
;;! run: 4294967296
;;! run: 2147483648
;;! run: 2
;; memory.grow with a 64-bit delta, in a memory that may have 2^48 pages: it either adds that many pages, or returns -1
;; and changes nothing, also if the number of bytes would wrap. Returns old size, new size, and the last byte.
(module
  (memory i64 1 0x1000000000000)
  (func $grow (export "grow") (param $delta i64) (result i64 i64 i32)
    (i64.store8 (i64.const 65535) (i64.const 5))
    (memory.grow (local.get $delta))
    (memory.size)
    (i32.load8_u (i64.sub (i64.mul (memory.size) (i64.const 65536)) (i64.const 1)))))

;; $ memory64_grow 0
;; 1
;; 1
;; 5
;; $ memory64_grow 1
;; 1
;; 2
;; 0
;; $ memory64_grow -1
;; -1
;; 1
;; 5
;; $ memory64_grow 281474976710655
;; -1
;; 1
;; 5
;; $ memory64_grow 281474976710656
;; -1
;; 1
;; 5
;; $ memory64_grow -9223372036854775808
;; -1
;; 1
;; 5
;; $ memory64_grow 4294967296
;; -1
;; 1
;; 5
;; $ memory64_grow 2147483648
;; -1
;; 1
;; 5
;; $ memory64_grow 2
;; 1
;; 3
;; 0
