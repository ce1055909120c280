;; So does the largest with pages of one byte.
(module
  (memory i64 0xffffffffffffffff (pagesize 1))
  (func (export "_start")))

;; error: 'memory_64_bytes.wat': limit exceeded: memory 0 starts with 18446744073709551615 pages; no process has more than 140737488355328 of these
