;;! build: --invoke grow
;;! run: 0
;;! run: 5
;;! run: 6
;;! run: -1
;;! run: -9223372036854775808
;;! run: 4294967296
;;! run: 2305843009213693952
;; table.grow with a 64-bit delta: old and new size, or -1 and the old one.
(module
  (table $table i64 5 10 externref)
  (func $grow (export "grow") (param $delta i64) (result i64 i64)
    (table.grow $table (ref.null extern) (local.get $delta))
    (table.size $table)))

;; $ table64_grow 0
;; 5
;; 5
;; $ table64_grow 5
;; 5
;; 10
;; $ table64_grow 6
;; -1
;; 5
;; $ table64_grow -1
;; -1
;; 5
;; $ table64_grow -9223372036854775808
;; -1
;; 5
;; $ table64_grow 4294967296
;; -1
;; 5
;; $ table64_grow 2305843009213693952
;; -1
;; 5
