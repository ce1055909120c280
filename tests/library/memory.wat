;; C reads and writes a memory, which holds its data at start and grows.
(module
  (memory (export "memory") 1 4)
  (data (i32.const 16) "hello from the image")
  (func (export "upper") (param $start i32) (param $bytes i32)
    (loop $next
      (if (local.get $bytes)
        (then
          (if (i32.gt_u (i32.load8_u (local.get $start)) (i32.const 96))
            (then (i32.store8 (local.get $start) (i32.sub (i32.load8_u (local.get $start)) (i32.const 32)))))
          (local.set $start (i32.add (local.get $start) (i32.const 1)))
          (local.set $bytes (i32.sub (local.get $bytes) (i32.const 1)))
          (br $next)))))
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  ;; Not to be taken for functions of the memory.
  (func (export "memory_data") (result i32) (i32.const 5))
  (func (export "memory_bytes") (result i32) (i32.const 6)))

;; $ memory
;; 65536 bytes: hello from the image
;; HELLO from the image
;; grow 1
;; grow -1
;; 196608 bytes: HELLO from the image
;; END
;; 5 6
