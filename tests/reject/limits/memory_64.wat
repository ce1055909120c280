;; The largest memory that a module may declare starts larger than any process.
(module
  (memory i64 0x1000000000000)
  (func (export "_start")))

;; error: 'memory_64.wat': limit exceeded: memory 0 starts with 281474976710656 pages; no process has more than 2147483648 of these
