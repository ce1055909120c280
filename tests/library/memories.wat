;; C reads and writes memories of other kinds: with 64-bit indices, and with pages of one byte, so that the memory may end anywhere.
(module
  (memory (export "first") 1)
  (memory (export "long") i64 1)
  (memory (export "bytes") 6 (pagesize 1))
  (data (memory 1) (i64.const 65530) "large")
  (data (memory 2) (i32.const 0) "small")
  (func (export "grow_long") (param i64) (result i64) (memory.grow 1 (local.get 0)))
  (func (export "grow_bytes") (param i32) (result i32) (memory.grow 2 (local.get 0)))
  (func (export "load_long") (param i64) (result i32) (i32.load8_u 1 (local.get 0)))
  (func (export "copy") (param i32 i64 i32) (memory.copy 2 1 (local.get 0) (local.get 1) (local.get 2))))

;; $ memories
;; 65536 bytes
;; 65536 bytes: large
;; 6 bytes: small
;; grow 1 6
;; load n
;; 11 bytes: smawritten
