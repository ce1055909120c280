;;! build: --max-memory 128K --bounds-checks explicit
;; --max-memory with explicit bounds checks.
(module
  (memory 3)
  (func (export "_start")))

;; error: memory 0 starts with 196608 bytes, more than the limit of 131072
;; hint: raise --max-memory to at least 196608
