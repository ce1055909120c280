;;! build: --invoke grow
;;! run: 0 1
;;! run: 0 0
;;! run: 0 -4
;;! run: 0 -3
;;! run: 0 -1
;;! run: 1 1
;;! run: 1 4
;;! run: 1 5
;;! run: 2 1
;;! run: 2 65537
;;! run: 3 7
;;! run: 3 -1
;;! run: 3 -9223372036854775808
;;! run: 3 100000
;; Sizes are counted in the pages of each memory: of one byte without and with a maximum, of 64 KiB, and of one byte with
;; 64-bit indices. Returns the old size, the new one, and the last byte.
(module
  (memory $bytes 3 (pagesize 1))
  (memory $limited 3 7 (pagesize 1))
  (memory $pages 1 (pagesize 65536))
  (memory $long i64 3 (pagesize 1))
  (data (memory $bytes) (i32.const 2) "\01")
  (data (memory $limited) (i32.const 2) "\02")
  (data (memory $pages) (i32.const 65535) "\03")
  (data (memory $long) (i64.const 2) "\04")
  (func $grow (export "grow") (param $memory i32) (param $delta i64) (result i64 i64 i32)
    (local $small i32)
    (local.set $small (i32.wrap_i64 (local.get $delta)))
    (block $3 (block $2 (block $1 (block $0
      (br_table $0 $1 $2 $3 (local.get $memory)))
      (i64.extend_i32_s (memory.grow $bytes (local.get $small)))
      (i64.extend_i32_u (memory.size $bytes))
      (return (i32.load8_u $bytes (i32.sub (memory.size $bytes) (i32.const 1)))))
      (i64.extend_i32_s (memory.grow $limited (local.get $small)))
      (i64.extend_i32_u (memory.size $limited))
      (return (i32.load8_u $limited (i32.sub (memory.size $limited) (i32.const 1)))))
      (i64.extend_i32_s (memory.grow $pages (local.get $small)))
      (i64.extend_i32_u (memory.size $pages))
      (return (i32.load8_u $pages (i32.sub (i32.mul (memory.size $pages) (i32.const 65536)) (i32.const 1)))))
    (memory.grow $long (local.get $delta))
    (memory.size $long)
    (i32.load8_u $long (i64.sub (memory.size $long) (i64.const 1)))))

;; $ page_size_grow 0 1
;; 3
;; 4
;; 0
;; $ page_size_grow 0 0
;; 3
;; 3
;; 1
;; $ page_size_grow 0 -4
;; 3
;; 4294967295
;; 0
;; $ page_size_grow 0 -3
;; -1
;; 3
;; 1
;; $ page_size_grow 0 -1
;; -1
;; 3
;; 1
;; $ page_size_grow 1 1
;; 3
;; 4
;; 0
;; $ page_size_grow 1 4
;; 3
;; 7
;; 0
;; $ page_size_grow 1 5
;; -1
;; 3
;; 2
;; $ page_size_grow 2 1
;; 1
;; 2
;; 0
;; $ page_size_grow 2 65537
;; -1
;; 1
;; 3
;; $ page_size_grow 3 7
;; 3
;; 10
;; 0
;; $ page_size_grow 3 -1
;; -1
;; 3
;; 4
;; $ page_size_grow 3 -9223372036854775808
;; -1
;; 3
;; 4
;; $ page_size_grow 3 100000
;; 3
;; 100003
;; 0
