;;! build: --max-memory 5G
;; A memory that starts larger than the option allows.
(module
  (memory i64 81921)
  (func (export "_start")))

;; error: memory 0 starts with 5368774656 bytes, more than the limit of 5368709120
;; hint: raise --max-memory to at least 5368774656
