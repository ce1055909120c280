;;! build: --invoke grow --max-memory 5G
;;! run: 81919
;;! run: 81920
;;! run: -1
;; --max-memory is a limit on memories with 64-bit indices, too.
(module
  (memory i64 1)
  (func $grow (export "grow") (param $delta i64) (result i64 i64)
    (memory.grow (local.get $delta))
    (memory.size)))

;; $ memory64_limit 81919
;; 1
;; 81920
;; $ memory64_limit 81920
;; -1
;; 1
;; $ memory64_limit -1
;; -1
;; 1
